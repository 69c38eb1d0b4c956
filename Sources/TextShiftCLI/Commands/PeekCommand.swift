import ArgumentParser
import ShiftReport
import TextShift

/// `textshift peek`: what would be read of some files.
struct PeekCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peek",
        abstract: "Say what would be read of a file: format, encoding, rows and fields.",
        usage: "textshift peek [<options>] [<file> ...]",
        discussion: """
            Of each field: whether it would be compared (*), what its values are, the share of rows that have one, and up to \
            three values. At the end the line that does the same with every choice by name. Nothing is analysed or written.

            EXAMPLES
              textshift peek train.json test.json
              textshift peek --encoding Big5 old.csv
            """)

    @Argument(
        help: ArgumentHelp("What to look at. Default: -, which is standard input.", valueName: "file"), completion: .file())
    var files: [String] = []

    @OptionGroup var records: RecordOptions

    @OptionGroup var language: LanguageOption

    func validate() throws {
        try check(files.count { $0 == StandardInput.name } <= 1, "Only one file can be standard input.")
    }

    func run() throws {
        let paths = files.isEmpty ? [StandardInput.name] : FilePattern.expanded(files)
        let peek = try Peek(paths, reading: records.reading, threads: records.threads.count)
        try Terminal.output(PeekText.text(peek, language: language.chosen ?? .english))
    }
}
