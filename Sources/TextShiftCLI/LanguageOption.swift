import ArgumentParser
import ShiftReport

/// `--language`, which several verbs have.
struct LanguageOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Language of the summary and the reports; auto is that of most of the text.", valueName: "en|zh|auto"))
    var language: String = "auto"

    /// nil for `auto`.
    var chosen: Language? { Language(rawValue: language) }

    func validate() throws {
        guard language == "auto" || chosen != nil else {
            throw ValidationError("--language is \"\(language)\", expected en, zh or auto.")
        }
    }
}
