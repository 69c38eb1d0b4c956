import ArgumentParser
import TextShift

/// `textshift report`: renders the reports of an analysis again.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Render report.html and report.md again.",
        discussion: """
            Reads report.json in the folder of an analysis, which has every figure, and writes both reports anew, or \
            neither.

            EXAMPLES
              textshift report result
              textshift report result --language zh
            """)

    @OptionGroup var folder: FolderArgument

    @OptionGroup var language: LanguageOption

    func run() throws {
        // An interrupt is held back until both files have their names.
        try Interrupts.heldBack { try folder.read().renderReports(language: language.chosen) }
    }
}
