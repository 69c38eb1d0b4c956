import ParallelWork
import ShiftModel
import ShiftPipeline
import ShiftReport
import TextRecords

extension AnalysisFolder {
    /// Checks that a folder can be made, or exists and holds none of the files that would be written.
    /// - Parameter inputs: Files that are never replaced.
    /// - Throws: `RecordError`.
    public static func checkPlace(
        _ path: String, replacing: Bool, options: OutputOptions = OutputOptions(), sparing inputs: [String] = []
    ) throws {
        try OutputFolder(path: path, replacing: replacing, names: names(options), sparing: inputs).abandon()
    }
}

/// Analyses two corpora, as ``analyze(train:test:options:progress:)-(CorpusInput,_,_,_)`` does, and prepares to write the
/// results: what cannot be written for these corpora is reported before the work.
///
/// - Returns: The analysis, and what writes it.
/// - Throws: As `analyze`; ``FolderError`` for a form that does not fit the corpora, or an export that they lack something for.
package func analyze(
    train: CorpusInput, test: CorpusInput, options: AnalysisOptions, output: OutputOptions,
    progress: (@Sendable (AnalysisProgress) -> Void)?
) throws -> (analysis: Analysis, writer: FolderWriter) {
    let (analysis, plan) = try analyze(
        train: train, test: test, options: options, checking: { try OutputPlan($0, options, output, workers: $1) },
        progress: progress)
    return (analysis, FolderWriter(analysis, plan, output))
}

extension Analysis {
    /// Writes all files of ``AnalysisFolder/names(_:)`` into a folder, all or none. Rows that are not in memory are read again,
    /// scored and written as a stream.
    ///
    /// - Parameters:
    ///   - folder: Created if it does not exist.
    ///   - replacing: Whether results that are there already may be replaced.
    ///   - options: Which files to write besides the usual ones.
    ///   - progress: Called as the work goes on.
    ///   - isStopped: Polled now and then; once it is true, writing ends.
    /// - Returns: The folder, with the summary that its report has.
    /// - Throws: `RecordError` where the folder holds results or cannot be written, or an input has changed; ``FolderError``
    ///   for a form that the corpora do not have; ``AnalysisError/stopped``. Nothing is left then.
    @discardableResult
    public func write(
        to folder: String, replacing: Bool, options output: OutputOptions = OutputOptions(),
        progress: (@Sendable (AnalysisProgress) -> Void)? = nil, isStopped: @escaping () -> Bool = { false }
    ) throws -> AnalysisFolder {
        let plan = try OutputPlan(corpora, options, output, workers: WorkerPool(workers: timings.threads))
        return try FolderWriter(self, plan, output).write(
            to: folder, replacing: replacing, progress: progress, isStopped: isStopped
        ).folder
    }
}

/// Writes the folder of an analysis.
package struct FolderWriter: Sendable {
    let analysis: Analysis
    private let plan: OutputPlan
    private let output: OutputOptions

    init(_ analysis: Analysis, _ plan: OutputPlan, _ output: OutputOptions) {
        self.analysis = analysis
        self.plan = plan
        self.output = output
    }

    /// First the rows, since totals of the stream are figures of the report; then the documents.
    /// - Returns: The folder, and the time of writing added to that of the analysis.
    package func write(
        to path: String, replacing: Bool, progress: (@Sendable (AnalysisProgress) -> Void)?, isStopped: @escaping () -> Bool
    ) throws -> (folder: AnalysisFolder, timings: StageTimings) {
        let clock = StageClock(analysis.timings, progress: progress)
        let names = plan.names + FolderDocument.allCases.map(\.rawValue)
        let folder = try OutputFolder(path: path, replacing: replacing, names: names, sparing: analysis.corpora.paths.all)
        let workers = WorkerPool(workers: analysis.timings.threads)
        let totals = try analysis.scoring.map { scoring in
            try StreamedOutput(
                scoring, drawnRows: analysis.summary.isTrainSample ? nil : analysis.validationRows, options: analysis.options,
                plan: plan, output: folder, folder: path, workers: workers
            ).write(clock: clock, isStopped: isStopped)
        }
        clock.begin(.writing)
        let summary = analysis.summary.written(names, totals)
        let jobs =
            (analysis.scoring == nil ? WholeOutput(analysis, plan, workers: workers).jobs(into: folder) : [])
            + documents(summary, into: folder)
        for result in workers.map(jobs.count, { item in Result { try jobs[item]() } }) { try result.get() }
        clock.end()
        let run = RunRecord(timings: clock.timings, paths: analysis.corpora.paths)
        try folder.file(FolderDocument.run.rawValue)?.write(SummaryJSON.encode(run))
        try folder.commit()
        return (AnalysisFolder(path: path, summary: summary), clock.timings)
    }

    private func documents(_ summary: ShiftSummary, into folder: OutputFolder) -> [@Sendable () throws -> Void] {
        let language = output.language ?? Language.ofCorpora(summary)
        let model = analysis.model
        // Each job has a file of its own.
        nonisolated(unsafe) let files = folder
        @Sendable func write(_ document: FolderDocument, _ text: String) throws {
            try files.file(document.rawValue)?.write(text)
        }
        return [
            { try files.file(FolderDocument.model.rawValue)?.write(ModelFile.encode(model)) },
            { try write(.report, ReportJSON.encode(summary)) },
            { try write(.page, HTMLReport.render(summary, language: language)) },
            { try write(.markdown, MarkdownReport.render(summary, language: language)) },
        ]
            + plan.files.flatMap(\.companions).map { companion in
                { @Sendable in try files.file(companion.name)?.write(companion.bytes) }
            }
    }
}
