import ArgumentParser
import TextShift

/// `textshift report`: renders the reports of an analysis again.
struct ReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: say.aboutReport,
            usage: "textshift report <dir> [--output <FILE>] [--language <en|zh|auto>] ...",
            discussion: Discussion.text(
                say.moreOnReport,
                examples: """
                      textshift report result
                      textshift report result --language zh
                      textshift report result --output shift.html
                    """))
    }

    @OptionGroup var folder: FolderArgument

    @Option(name: .shortAndLong, help: ArgumentHelp(say.optionReportOutput, valueName: "FILE"), completion: .file())
    var output: String?

    @Flag(name: .long, help: ArgumentHelp(say.optionForceFile))
    var force = false

    @OptionGroup var language: LanguageOption

    @OptionGroup var events: EventsOption

    func validate() throws {
        if let output {
            try check(
                ReportForm(path: output) != nil,
                say.notAmong(option: "--output", value: output, expected: say.aReportFile))
        }
    }

    func run() throws {
        let folder = try folder.read()
        // An interrupt is held back until the files have their names.
        try Interrupts.heldBack {
            if let output {
                try folder.renderReport(to: output, language: language.ofFiles, replacing: force)
            } else {
                try folder.renderReports(language: language.ofFiles)
            }
        }
    }
}
