import ParallelWork
import TextRecords

/// A form in which the record files are written beside JSON lines.
public enum OutputFormat: String, CaseIterable, Sendable {
    /// The tables as they were, with more columns; both sides must be CSV.
    case csv
    /// The same of TSV.
    case tsv
    /// A SQuAD document of the validation set.
    case squad

    /// The format that the corpora must be in.
    var source: RecordFormat {
        switch self {
        case .csv: .csv
        case .tsv: .tsv
        case .squad: .squad
        }
    }

    /// The names of the files.
    var names: [String] {
        switch self {
        case .csv, .tsv: OutputPlan.tables.map { "\($0.stem).\(rawValue)" }
        case .squad: ["validation.squad.json"]
        }
    }
}

/// The files that an analysis will write.
///
/// Made before the work, so that what cannot be written is said at once.
struct OutputPlan: Sendable {
    /// The record files: what they are called, without an extension, and their rows.
    static let tables: [(stem: String, part: OutputPart)] = [
        ("train.weighted", .train), ("test.scored", .test), ("validation", .validation), ("train.remaining", .remaining),
    ]

    /// The files with something for each row.
    let files: [any RowFile]

    /// The names of all files that have rows, and of those beside them.
    var names: [String] { files.flatMap { [$0.name] + $0.companions.map(\.name) } }

    /// - Throws: ``AnalysisError`` for a form that the corpora do not have or an export that they lack something for;
    ///   `RecordError` where they cannot be read.
    init(_ corpora: Corpora, options: AnalysisOptions, workers: WorkerPool) throws {
        let (train, test) = (corpora.train, corpora.test)
        let overwriting = options.overwritesKeys
        var files: [any RowFile] = Self.tables.map {
            JSONLinesFile(
                name: JSONLinesFile.name($0.stem, isCompressed: options.isCompressed), part: $0.part, overwriting: overwriting,
                isCompressed: options.isCompressed)
        }
        for format in options.writes.distinct {
            for side in format == .squad ? [train] : [train, test] {
                for file in side.files where file.format != format.source {
                    throw AnalysisError.notOfFormat(format, path: file.path, found: file.format)
                }
                if format != .squad, side.tableHeader == nil {
                    throw AnalysisError.tablesDiffer(paths: side.files.map(\.path))
                }
            }
            switch format {
            case .csv, .tsv:
                for (name, table) in zip(format.names, Self.tables) {
                    guard let header = (table.part == .test ? test : train).tableHeader else { continue }
                    files.append(TableFile(name: name, part: table.part, header: header, overwriting: overwriting))
                }
            case .squad:
                let version = train.field(named: "is_impossible") == nil ? "1.1" : "v2.0"
                files += format.names.map { QuestionFile(name: $0, version: version) }
            }
        }
        let subject = try ExportSubject(corpora, options: options, workers: workers)
        self.files = files + options.exports.distinct.map { $0.file(subject) }
    }
}

extension Array where Element: Hashable {
    /// The elements without repeats, in order of first appearance.
    var distinct: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
