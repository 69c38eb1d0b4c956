import Foundation
import ParallelWork
import ShiftModel
import ShiftReport
import TextRecords

/// The files of an analysis.
public enum AnalysisOutput {
    static let weightKey = "sample_weight"
    static let probabilityKey = "p_test"
    private static let documents = ["report.json", "report.html", "report.md", "model.textshift", RunRecord.name]
    /// Names of all files that an analysis writes by default, in the order in which they are told.
    public static let names = names(AnalysisOptions())

    /// Names of all files that an analysis may write: of classes' names there is a list only where there are classes.
    public static func names(_ options: AnalysisOptions) -> [String] {
        OutputPlan.tables.map { JSONLinesFile.name($0.stem, isCompressed: options.isCompressed) } + options.writes.distinct.flatMap(\.names)
            + options.exports.distinct.flatMap(\.names) + documents
    }

    /// Names of the files of a plan.
    static func names(_ plan: OutputPlan) -> [String] { plan.names + documents }

    /// - Throws: `RecordError.keyExists` at the first record that has a key which would be added.
    static func checkKeys(train: CorpusSurvey, test: CorpusSurvey, options: AnalysisOptions) throws {
        guard !options.overwritesKeys else { return }
        for (side, keys) in [(train, [weightKey, probabilityKey]), (test, [probabilityKey])] {
            for key in keys {
                guard let place = side.field(named: key)?.firstPresence else { continue }
                throw RecordError.keyExists(place, key: key)
            }
        }
    }
}

extension Analysis {
    /// Writes all files of ``AnalysisOutput/names(_:)`` into a folder, all or none. Rows that are not in memory are read again,
    /// scored and written in a stream.
    ///
    /// - Parameters:
    ///   - folder: Made where it does not exist.
    ///   - replacing: Whether results that are there already may be replaced.
    ///   - progress: Called as the work goes on.
    ///   - isStopped: Asked now and then; once it is true, writing ends.
    /// - Returns: The analysis with the files in its summary and the time of writing in its timings.
    /// - Throws: `RecordError` where the folder holds results or cannot be written, or an input has changed;
    ///   ``AnalysisError/stopped``. Nothing is left then.
    public func write(
        to folder: String, replacing: Bool, progress: (@Sendable (AnalysisProgress) -> Void)? = nil,
        isStopped: @escaping () -> Bool = { false }
    ) throws -> Analysis {
        let clock = StageClock(threads: timings.threads, progress: progress)
        clock.timings = timings
        let names = AnalysisOutput.names(plan)
        let output = try OutputFolder(path: folder, replacing: replacing, names: names)
        var written = self
        written.summary.files = names
        let workers = WorkerPool(workers: timings.threads)
        if let scoring {
            let stream = StreamedOutput(
                scoring, drawnRows: summary.isTrainSample ? nil : validationRows, options: options, plan: plan, output: output,
                folder: folder, workers: workers)
            try stream.write(&written.summary, clock: clock, isStopped: isStopped)
        }
        clock.begin(.writing)
        let summary = written.summary
        let language = options.language ?? Language.ofCorpora(summary)
        // Each job has files of its own.
        nonisolated(unsafe) let files = output
        var jobs: [@Sendable () throws -> Void] = [
            { try files.file("model.textshift")?.write(ModelFile.encode(model)) },
            { try files.file("report.json")?.write(ReportJSON.encode(summary)) },
            { try files.file("report.html")?.write(HTMLReport.render(summary, language: language)) },
            { try files.file("report.md")?.write(MarkdownReport.render(summary, language: language)) },
        ]
        for companion in plan.files.flatMap(\.companions) {
            jobs.append { try files.file(companion.name)?.write(companion.bytes) }
        }
        if scoring == nil { jobs = WholeOutput(self, workers: workers).jobs(into: files) + jobs }
        let started = jobs
        for result in workers.map(started.count, { item in Result { try started[item]() } }) { try result.get() }
        clock.end()
        written.timings = clock.timings
        try output.file(RunRecord.name)?.write(RunRecord(timings: written.timings, paths: paths).encoded())
        try output.commit()
        return written
    }
}
