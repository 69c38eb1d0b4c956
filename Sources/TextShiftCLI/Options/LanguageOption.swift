import ArgumentParser
import ShiftReport
import TextShift

/// `--language`, which several verbs have.
struct LanguageOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(say.optionLanguage, valueName: "en|zh|auto"),
        completion: .words(Language.self, and: "auto"))
    var language: String = "auto"

    private var chosen: Language? { Language(rawValue: language) }

    /// Of files; nil for that of the texts. Never the terminal's, so that the same run writes the same bytes everywhere.
    var ofFiles: Language? { chosen ?? LanguageChoice.current.asked }

    /// Of what is printed, about texts of a language.
    func ofTerminal(_ texts: @autoclosure () -> Language) -> Language { chosen ?? LanguageChoice.current.known ?? texts() }

    /// Of what is printed about an analysis.
    func ofTerminal(_ folder: AnalysisFolder) -> Language { ofTerminal(Language.ofCorpora(folder.summary)) }

    func validate() throws {
        guard language == "auto" || chosen != nil else {
            throw ValidationError(
                say.notAmong(option: "--language", value: language, expected: say.either(names: ["en", "zh", "auto"])))
        }
    }
}
