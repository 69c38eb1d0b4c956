import ArgumentParser
import TextShift

/// `textshift report`: renders the reports of an analysis again.
struct ReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: say.aboutReport,
            discussion: Discussion.text(
                say.moreOnReport,
                examples: """
                      textshift report result
                      textshift report result --language zh
                    """))
    }

    @OptionGroup var folder: FolderArgument

    @OptionGroup var language: LanguageOption

    func run() throws {
        // An interrupt is held back until both files have their names.
        try Interrupts.heldBack { try folder.read().renderReports(language: language.ofFiles) }
    }
}
