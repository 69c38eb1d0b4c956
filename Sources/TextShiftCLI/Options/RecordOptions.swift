import ArgumentParser
import TextShift

/// How the records are written and read, of the verbs that read records of any format; and `--threads`.
struct RecordOptions: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(say.optionFormat),
        completion: .words(RecordFormat.self, and: "auto"))
    var name: String = "auto"

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionEncoding, valueName: "NAME"))
    var encoding: String?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionDelimiter, valueName: "TEXT"))
    var delimiter: String?

    @Flag(name: .long, help: ArgumentHelp(say.optionNoHeader))
    var noHeader = false

    @Option(name: .long, help: ArgumentHelp(say.optionMaxRecord, valueName: "SIZE"))
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
            say.notAmong(
                option: "--format", value: name, expected: say.either(names: ["auto"] + RecordFormat.allCases.map(\.rawValue))))
        try check(
            encoding.map { CharacterEncoding(rawValue: $0) != nil } ?? true,
            say.notAmong(option: "--encoding", value: encoding ?? "", expected: say.nameOfEncoding))
        if let delimiter {
            let text = Self.unescaped(delimiter)
            try check(
                !text.isEmpty && !text.hasPrefix("\"") && !text.contains { $0.isNewline },
                say.notAmong(option: "--delimiter", value: delimiter, expected: say.aDelimiter))
        }
        let most = ReadingOptions.largestRecord
        try check(
            ByteSize(parsing: maxRecord).map { $0.bytes <= most } ?? false,
            say.notAmong(option: "--max-record", value: maxRecord, expected: say.sizeOfRecord))
    }
}
