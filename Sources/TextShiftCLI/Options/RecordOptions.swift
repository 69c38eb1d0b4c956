import ArgumentParser
import TextShift

/// How the records are written and read, of the verbs that read records of any format; and `--threads`.
struct RecordOptions: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: "How the files are written: auto, jsonl, json, csv, tsv, conll, conllu, fasttext, squad or text.",
        completion: .words(RecordFormat.self, and: "auto"))
    var name: String = "auto"

    @Option(
        name: .long,
        help: ArgumentHelp("The encoding of files that are not UTF-8, such as windows-1252 or Big5.", valueName: "NAME"))
    var encoding: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "What stands between the cells of a table: any text, or tab. Default: what is found.", valueName: "TEXT"))
    var delimiter: String?

    @Flag(name: .long, help: "Tables have no header row: their columns are called 1, 2 and so on.")
    var noHeader = false

    @Option(name: .long, help: ArgumentHelp("The most bytes of one record, such as 64MiB; at most 1GiB.", valueName: "SIZE"))
    var maxRecord: String = "64MiB"

    @OptionGroup var threads: ThreadsOption

    /// nil for `auto`.
    var format: RecordFormat? { RecordFormat(rawValue: name) }

    /// The typed options, interpreted.
    var reading: ReadingOptions {
        var options = ReadingOptions(format: format)
        options.encoding = encoding.flatMap { CharacterEncoding(rawValue: $0) }
        options.delimiter = delimiter.map(Self.unescaped)
        options.hasHeader = !noHeader
        options.maximumRecord = ByteSize(parsing: maxRecord)?.bytes ?? ReadingOptions.defaultMaximumRecord
        return options
    }

    /// A tab is hard to type.
    private static func unescaped(_ text: String) -> String {
        text == "tab" ? "\t" : text.replacing("\\t", with: "\t")
    }

    func validate() throws {
        try check(
            name == "auto" || format != nil,
            "--format is \"\(name)\", expected auto, \(RecordFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
        try check(
            encoding.map { CharacterEncoding(rawValue: $0) != nil } ?? true,
            "--encoding is \"\(encoding ?? "")\", which ICU does not know; expected a name such as windows-1252, Big5 or Shift_JIS."
        )
        if let delimiter {
            let text = Self.unescaped(delimiter)
            try check(
                !text.isEmpty && !text.hasPrefix("\"") && !text.contains { $0.isNewline },
                "--delimiter is \"\(delimiter)\", expected a text without quotes in front and line ends.")
        }
        let most = ReadingOptions.largestRecord
        try check(
            ByteSize(parsing: maxRecord).map { $0.bytes <= most } ?? false,
            "--max-record is \"\(maxRecord)\", expected a size such as 64MiB, at most 1GiB.")
    }
}
