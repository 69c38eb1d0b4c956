import TextRecords

/// A form in which the record files are written in addition to JSON lines.
public enum OutputFormat: String, CaseIterable, Sendable {
    /// The tables as they were, with more columns; both sides must be CSV.
    case csv
    /// The same for TSV.
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
        case .csv, .tsv: RecordFile.allCases.map { "\($0.rawValue).\(rawValue)" }
        case .squad: ["validation.squad.json"]
        }
    }
}
