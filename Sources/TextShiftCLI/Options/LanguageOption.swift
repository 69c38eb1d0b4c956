import ArgumentParser
import ShiftReport
import TextShift

/// `--language`, which several verbs have.
struct LanguageOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Language of what is printed and of the reports; auto is that of most of the text.", valueName: "en|zh|auto"),
        completion: .words(Language.self, and: "auto"))
    var language: String = "auto"

    /// nil for `auto`.
    var chosen: Language? { Language(rawValue: language) }

    /// For `auto`, the language of an analysis's corpora.
    func language(of folder: AnalysisFolder) -> Language { chosen ?? Language.ofCorpora(folder.summary) }

    func validate() throws {
        guard language == "auto" || chosen != nil else {
            throw ValidationError("--language is \"\(language)\", expected en, zh or auto.")
        }
    }
}
