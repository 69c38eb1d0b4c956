import ParallelWork
import ShiftPipeline
import TextRecords

/// What exports need to know about the training corpus.
struct ExportSubject: Sendable {
    /// The field that is a row's label by default.
    static let usualLabel = "label"
    /// The field that names a row by default.
    static let usualID = "id"

    /// The fields whose texts are written, in order.
    let fields: [String]
    /// The field of the label; every row has one if an export needs it.
    let labelKey: String
    /// The labels that are not numbers.
    let classes: LabelClasses
    /// The field with an identifier in every row; nil to number the rows.
    let idKey: String?
    let seed: UInt64

    init(fields: [String], labelKey: String, classes: LabelClasses, idKey: String?, seed: UInt64) {
        self.fields = fields
        self.labelKey = labelKey
        self.classes = classes
        self.idKey = idKey
        self.seed = seed
    }

    /// Checks that the corpus has what the exports need; reads a streamed corpus once more to know its labels.
    /// - Throws: ``FolderError``, `RecordError`.
    init(_ corpora: Corpora, _ options: AnalysisOptions, exports: [ExportFormat], workers: WorkerPool) throws {
        let train = corpora.train
        fields = corpora.selection.used
        seed = options.seed
        labelKey = options.labelKey ?? Self.usualLabel
        if let export = exports.first(where: \.needsLabel) {
            try Self.check(train, key: labelKey, isLabelOf: export)
        }
        classes =
            exports.contains(.vw) ? try LabelClasses.find(labelKey, in: corpora, workers: workers) : LabelClasses()
        idKey = try exports.contains(.idWeight) ? Self.idKey(train, named: options.idKey) : nil
    }

    private static func check(_ train: CorpusSurvey, key: String, isLabelOf export: ExportFormat) throws {
        guard let field = train.field(named: key) else {
            throw FolderError.labelAbsent(export, key: key, path: train.path, available: train.fields.map(\.name))
        }
        let missing = field.count(of: .missing) + field.count(of: .null)
        guard missing == 0 else {
            throw FolderError.labelMissing(
                key: key, path: train.path, rows: missing, line: (field.first(of: .missing) ?? field.first(of: .null))?.line)
        }
        if let place = field.first(of: .object) { throw FolderError.labelIsNoScalar(place, key: key, found: .object) }
    }

    private static func idKey(_ train: CorpusSurvey, named: String?) throws -> String? {
        let key = named ?? usualID
        let field = train.field(named: key)
        let named = field.map { $0.count(of: .text) + $0.count(of: .number) } ?? 0
        if named == train.records { return key }
        guard let field, key != usualID else { return nil }
        let missing = field.count(of: .missing) + field.count(of: .null)
        throw FolderError.idMissing(key: key, path: train.path, rows: train.records - named, missing: missing)
    }
}
