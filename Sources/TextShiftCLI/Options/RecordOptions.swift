import ArgumentParser
import TextShift

/// `--format` and `--threads` of the verbs that read records of any format.
struct RecordOptions: ParsableArguments {
    @Option(
        name: .customLong("format"), help: "How the files are written: auto, jsonl, json, csv, tsv, conll, squad or text.",
        completion: .words(RecordFormat.self, and: "auto"))
    var name: String = "auto"

    @OptionGroup var threads: ThreadsOption

    /// nil for `auto`.
    var format: RecordFormat? { RecordFormat(rawValue: name) }

    func validate() throws {
        try check(
            name == "auto" || format != nil,
            "--format is \"\(name)\", expected auto, \(RecordFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
}
