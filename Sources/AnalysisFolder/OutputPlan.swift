import ParallelWork
import ShiftPipeline
import TextRecords

/// The files that an analysis will write.
///
/// Made before the work, so that what cannot be written is reported at once.
struct OutputPlan: Sendable {
    /// The files with an entry for each row.
    let files: [any RowFile]

    /// The names of all files with rows, and of their companion files.
    var names: [String] { files.flatMap { [$0.name] + $0.companions.map(\.name) } }

    /// - Throws: ``FolderError`` for a form that does not fit the corpora or an export that they lack something for;
    ///   `RecordError` where they cannot be read.
    init(_ corpora: Corpora, _ options: AnalysisOptions, _ output: OutputOptions, workers: WorkerPool) throws {
        let (train, test) = (corpora.train, corpora.test)
        let overwriting = options.overwritesKeys
        var files: [any RowFile] = RecordFile.allCases.map {
            JSONLinesFile(
                name: $0.name(isCompressed: output.isCompressed), part: OutputPart($0), overwriting: overwriting,
                isCompressed: output.isCompressed)
        }
        for format in output.writes.distinct {
            for side in format == .squad ? [train] : [train, test] {
                for file in side.files where file.format != format.source {
                    throw FolderError.notOfFormat(format, path: file.path, found: file.format)
                }
                if format != .squad, side.tableHeader == nil {
                    throw FolderError.tablesDiffer(paths: side.files.map(\.path))
                }
            }
            switch format {
            case .csv, .tsv:
                for (name, file) in zip(format.names, RecordFile.allCases) {
                    guard let header = (file == .testScored ? test : train).tableHeader else { continue }
                    files.append(TableFile(name: name, part: OutputPart(file), header: header, overwriting: overwriting))
                }
            case .squad:
                let version = train.field(named: "is_impossible") == nil ? "1.1" : "v2.0"
                files += format.names.map { QuestionFile(name: $0, version: version) }
            }
        }
        let subject = try ExportSubject(corpora, options, exports: output.exports, workers: workers)
        self.files = files + output.exports.distinct.map { $0.file(subject) }
    }
}
