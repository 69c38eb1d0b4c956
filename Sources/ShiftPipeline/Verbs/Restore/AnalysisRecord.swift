import TextRecords
import TextTokens

/// What is kept of an analysis: its report, its model, and where its inputs were.
package struct AnalysisRecord: Sendable {
    /// What it is called in errors: the folder that it was read from.
    package let folder: String
    package let summary: ShiftSummary
    /// Where the model is.
    package let modelPath: String
    /// nil if that was not kept.
    package let paths: InputPaths?

    /// Puts the parts together.
    package init(folder: String, summary: ShiftSummary, modelPath: String, paths: InputPaths?) {
        self.folder = folder
        self.summary = summary
        self.modelPath = modelPath
        self.paths = paths
    }

    /// The paths to read a side from: those given, else those recorded.
    /// - Throws: ``AnalysisError``.
    func paths(_ side: CorpusSide, given: [String], exists: (String) -> Bool) throws(AnalysisError) -> [String] {
        let (known, input, name) =
            side == .train ? (paths?.train, summary.inputs.train, "train") : (paths?.test, summary.inputs.test, "test")
        let paths = given.isEmpty ? known ?? [] : given
        if given.isEmpty, paths.isEmpty || paths.contains(StandardInput.name) {
            throw .inputsUnknown(folder: folder, side: name, isStandardInput: !paths.isEmpty)
        }
        if given.isEmpty, let lost = paths.first(where: { !exists($0) }) {
            throw .inputLost(path: lost, folder: folder, side: name)
        }
        guard paths.count == input.files.count else {
            throw .inputCount(folder: folder, side: name, found: paths.count, expected: input.files.count)
        }
        return paths
    }

    /// The options of the analysis.
    /// - Throws: `RecordError` for malformed fields.
    func options(threads: Int) throws -> AnalysisOptions {
        let reported = summary.options
        var options = AnalysisOptions()
        options.fields = try reported.fields.map { try FieldPath(parsing: $0) }
        options.ignoredFields = reported.ignoredFields ?? []
        options.testFields = try (reported.testFields ?? []).map { try FieldPath(parsing: $0) }
        options.ignoredForms = Set((reported.ignoredForms ?? []).compactMap { FormKind(rawValue: $0) })
        try options.setGroup(reported.group)
        options.idKey = reported.id
        options.labelKey = reported.label
        // If formats differ they were detected, not given.
        let formats = Set([summary.inputs.train.format, summary.inputs.test.format])
        options.format = formats.count == 1 ? formats.first.flatMap { RecordFormat(rawValue: $0) } : nil
        options.reading.encoding = reported.encoding.flatMap { CharacterEncoding(rawValue: $0) }
        options.reading.delimiter = reported.delimiter
        options.reading.hasHeader = reported.noHeader != true
        options.reading.maximumRecord = reported.maxRecord ?? ReadingOptions.defaultMaximumRecord
        options.seed = reported.seed
        options.threads = threads
        options.folds = reported.folds
        options.weighting = reported.weight
        options.poolShare = reported.pool
        options.validationSize = reported.validationSize
        options.stratifyKey = reported.stratify
        options.permutations = reported.permutations
        options.dropShifted = reported.dropShifted
        options.onError = ErrorPolicy(rawValue: reported.onError) ?? .stop
        options.fitBounds = FitBounds(rows: reported.fitRows, memory: reported.fitMemory)
        options.review = reported.review == nil ? nil : paths?.review
        // Keys were added or replaced at that time; nothing is added now.
        options.overwritesKeys = true
        return options
    }
}
