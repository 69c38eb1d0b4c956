import Foundation
import ParallelWork
import ShiftModel
import ShiftPipeline
import ShiftReport
import TextRecords

/// Parts of an analysis that are written each to a place of its own, a pipe for instance, in place of a folder.
package struct AnalysisParts: Sendable {
    /// Where report.json goes; `-` is standard output, as for the others. nil for nowhere.
    package var report: String?
    /// Where the figures of every row go, without the rows.
    package var figures: String?
    /// Where the model goes.
    package var model: String?

    /// No part.
    package init() {}

    /// Whether there is none.
    package var isEmpty: Bool { places.isEmpty }

    /// Whether one goes to standard output.
    package var hasStandardOutput: Bool { places.contains(StandardInput.name) }

    private var places: [String] { [report, figures, model].compactMap { $0 } }

    /// Two that have one place; nil where all have their own.
    package var shared: String? {
        let files = places.map { $0 == StandardInput.name ? $0 : URL(fileURLWithPath: $0).standardizedFileURL.path }
        return zip(places, files.indices).first { files[..<$1].contains(files[$1]) }?.0
    }

    /// Checks that all of them can be written.
    /// - Parameter inputs: Files that are never replaced.
    /// - Throws: `RecordError`.
    package func check(replacing: Bool, sparing inputs: [String]) throws {
        for place in places { try Self.open(place, replacing, inputs).folder.abandon() }
    }

    fileprivate static func open(_ place: String, _ replacing: Bool, _ inputs: [String]) throws(RecordError) -> (
        folder: OutputFolder, name: String
    ) {
        try OutputFolder.holding(
            fileAt: place == StandardInput.name ? "/dev/stdout" : place, replacing: replacing, sparing: inputs)
    }
}

extension FolderWriter {
    /// Writes parts, each all or not at all. Rows that are not in memory are read again and scored.
    ///
    /// - Parameters: As of ``write(to:replacing:progress:isStopped:)``.
    /// - Returns: What report.json has, and the time of writing added to that of the analysis.
    /// - Throws: `RecordError` for what cannot be written, or an input that has changed; ``AnalysisError/stopped``.
    package func write(
        _ parts: AnalysisParts, replacing: Bool, progress: (@Sendable (AnalysisProgress) -> Void)?,
        isStopped: @escaping () -> Bool
    ) throws -> (summary: ShiftSummary, timings: StageTimings) {
        let clock = StageClock(analysis.timings, progress: progress)
        let workers = WorkerPool(workers: analysis.timings.threads)
        let inputs = analysis.corpora.paths.all
        let figures = try parts.figures.map { try AnalysisParts.open($0, replacing, inputs) }
        let rows = RowFigures(figures.flatMap { $0.folder.file($0.name) })
        let totals = try analysis.scoring.map { scoring in
            try StreamedFigures(
                scoring, drawnRows: analysis.summary.isTrainSample ? nil : analysis.validationRows, options: analysis.options,
                figures: rows, workers: workers
            ).write(clock: clock, isStopped: isStopped)
        }
        clock.begin(.writing)
        if analysis.scoring == nil { try analysis.write(rows) }
        let summary = analysis.summary.written([], totals)
        if let place = parts.report {
            let (folder, name) = try AnalysisParts.open(place, replacing, inputs)
            try folder.file(name)?.write(ReportJSON.encode(summary))
            try folder.commit()
        }
        if let place = parts.model {
            let (folder, name) = try AnalysisParts.open(place, replacing, inputs)
            try folder.file(name)?.write(ModelFile.encode(analysis.model))
            try folder.commit()
        }
        try figures?.folder.commit()
        clock.end()
        return (summary, clock.timings)
    }
}
