import ArgumentParser
import ShiftReport
import TextShift

/// `textshift peek`: what would be read of some files.
struct PeekCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "peek",
            abstract: say.aboutPeek,
            usage: "textshift peek [<options>] [<file> ...]",
            discussion: Discussion.text(
                say.moreOnPeek,
                examples: """
                      textshift peek train.json test.json
                      textshift peek --encoding Big5 old.csv
                    """))
    }

    @Argument(help: ArgumentHelp(say.argumentPeekFiles, valueName: "file"), completion: .file())
    var files: [String] = []

    @OptionGroup var records: RecordOptions

    @OptionGroup var language: LanguageOption

    func validate() throws {
        try check(files.count { $0 == StandardInput.name } <= 1, say.oneStandardInput)
    }

    func run() throws {
        let paths = files.isEmpty ? [StandardInput.name] : FilePattern.expanded(files)
        let peek = try Peek(paths, reading: records.reading, threads: records.threads.count)
        try Terminal.output(PeekText.text(peek, language: language.ofTerminal(Language.of(peek))))
    }
}
