import Foundation
import ShiftPipeline
import ShiftReport
import TextRecords

// What can be done with a saved analysis. Each method reads the inputs again.
extension AnalysisFolder {
    /// Renders report.html and report.md again from the report, both or neither.
    ///
    /// - Parameter language: nil for that of the corpora.
    /// - Throws: `RecordError` for what cannot be written; ``FolderError`` for estimates in the folder that cannot be used.
    public func renderReports(language: Language? = nil) throws {
        let language = language ?? Language.ofCorpora(summary)
        let (page, markdown) = (FolderDocument.page.rawValue, FolderDocument.markdown.rawValue)
        let output = try OutputFolder(path: path, replacing: true, names: [page, markdown])
        try output.file(page)?.write(HTMLReport.render(summary, estimates: estimates(), language: language))
        try output.file(markdown)?.write(MarkdownReport.render(summary, language: language))
        try output.commit()
    }

    /// Renders one report into a file.
    ///
    /// - Parameters:
    ///   - file: Ends in .html or .md, which says which report.
    ///   - language: nil for that of the corpora.
    ///   - replacing: Whether a file that is there may be replaced.
    /// - Throws: `RecordError` for what cannot be written.
    public func renderReport(to file: String, language: Language? = nil, replacing: Bool) throws {
        let language = language ?? Language.ofCorpora(summary)
        let text =
            ReportForm(path: file) == .markdown
            ? MarkdownReport.render(summary, language: language)
            : try HTMLReport.render(summary, estimates: estimates(), language: language)
        try OutputFolder.write(text, toFile: file, replacing: replacing)
    }

    /// Estimates what models will score on the test rows, from their scores on training rows.
    ///
    /// - Parameters:
    ///   - scores: A file with, for some training rows, values of metrics, or labels and predictions, each record with the
    ///     identifier of its row, or its number, or in their order.
    ///   - options: See ``EstimateOptions``.
    ///   - progress: Called as each plug-in world begins, with its number and how many there are.
    ///   - onSource: The same of the sources that are held out.
    /// - Throws: `RecordError` for what cannot be read; ``AnalysisError`` for scores that cannot be joined or used, and for
    ///   inputs that have changed.
    public func estimate(
        scores: String, options: EstimateOptions = EstimateOptions(), progress: (@Sendable (Int, Int) -> Void)? = nil,
        onSource: (@Sendable (Int, Int) -> Void)? = nil
    ) throws -> EstimateSummary {
        try Estimation(
            RestoredAnalysis(record, options.reread), scores: scores, options, progress: progress, onSource: onSource
        ).summary
    }

    /// Takes a validation set from the training rows.
    /// - Throws: `RecordError`, ``AnalysisError``, `WeightError`.
    public func split(_ options: SplitOptions = SplitOptions()) throws -> Split {
        try Split(RestoredAnalysis(record, options.reread), options)
    }

    /// Draws test rows to label, each with its known probability of inclusion.
    /// - Throws: `RecordError`, ``AnalysisError``.
    public func labelFirst(_ options: LabelFirstOptions) throws -> LabelFirst {
        try LabelFirst(RestoredAnalysis(record, options.reread), options)
    }

    /// Says which kind of shift it is, as far as that can be known.
    /// - Throws: `RecordError`, ``AnalysisError``.
    public func diagnose(_ options: DiagnosisOptions) throws -> Diagnosis {
        try Diagnosis(RestoredAnalysis(record, options.reread), options: options)
    }

    /// Gives each test row a threshold, or a prediction set, that holds under the shift.
    /// - Parameter scores: A file with a score for training rows that the model was not trained on: high where the true answer
    ///   fits badly.
    /// - Throws: `RecordError`, ``AnalysisError``.
    public func conformal(scores: String, options: ConformalOptions = ConformalOptions()) throws -> ConformalSets {
        try ConformalSets(RestoredAnalysis(record, options.reread), scores: scores, options: options)
    }

    /// Plants known shifts in the training corpus, including that of this analysis, and reports how well they are recovered.
    ///
    /// - Parameters: As those of ``audit(train:options:progress:)``.
    /// - Throws: `RecordError`, ``AnalysisError``.
    public func audit(
        train: [String], options: AuditOptions = AuditOptions(), progress: (@Sendable (Int, Int) -> Void)? = nil
    ) throws -> AuditSummary {
        var options = options
        options.like = record
        return try ShiftPipeline.audit(train: train, options: options, progress: progress)
    }

    /// The estimates that stand in the folder, if they are of this analysis.
    /// - Throws: ``FolderError`` for what is no file of estimates.
    func estimates() throws -> EstimateSummary? {
        let file = (path as NSString).appendingPathComponent(Self.estimatesName)
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        let found = try EstimatesFile.read(at: file)
        let (analysis, inputs) = (found.analysis, summary.inputs)
        let isOwn =
            (analysis.trainDigest, analysis.testDigest) == (inputs.train.digest, inputs.test.digest)
            && analysis.seed == summary.options.seed && analysis.weight == summary.options.weight
        return isOwn ? found : nil
    }

    /// Writes estimates as JSON. A file that already holds exactly these bytes is left as it is. In the folder they then also stand in
    /// report.html, if that is there.
    ///
    /// - Parameters:
    ///   - file: nil for ``estimatesName`` in the folder.
    ///   - language: Of report.html; nil for that of the corpora.
    ///   - replacing: Whether a file that holds something else may be replaced.
    ///   - inputs: Files that are never replaced, besides the corpora.
    /// - Throws: ``FolderError/otherEstimates(path:)``; `RecordError` for what cannot be written.
    public func write(
        _ estimates: EstimateSummary, to file: String? = nil, language: Language? = nil, replacing: Bool,
        sparing inputs: [String] = []
    ) throws {
        try writeJSON(estimates, to: file, replacing: replacing, sparing: inputs + (record.paths?.all ?? []))
        let page = FolderDocument.page.path(in: path)
        guard file == nil, FileManager.default.fileExists(atPath: page) else { return }
        let text = try HTMLReport.render(summary, estimates: estimates, language: language ?? Language.ofCorpora(summary))
        try OutputFolder.write(text, toFile: page, replacing: true)
    }

    private func writeJSON(
        _ estimates: EstimateSummary, to file: String?, replacing: Bool, sparing inputs: [String]
    ) throws {
        let isInFolder = file == nil
        let file = file ?? (path as NSString).appendingPathComponent(Self.estimatesName)
        // A device or a pipe has no place in the folder; where a file was named it may be meant.
        if isInFolder { try SmallFile.checkReplaceable(file) }
        let text = try EstimateJSON.encode(estimates)
        // One that is larger is another, whatever it holds.
        if (try? SmallFile.read(file, most: text.utf8.count)) == Data(text.utf8) { return }
        do throws(RecordError) {
            try OutputFolder.write(text, toFile: file, replacing: replacing, sparing: inputs)
        } catch {
            if case .outputExists = error { throw FolderError.otherEstimates(path: file) }
            throw error
        }
    }
}
