import ArgumentParser
import TextShift

/// `textshift model`: what a model file holds.
struct ModelCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "model",
            abstract: say.aboutModel,
            discussion: Discussion.text(
                say.moreOnModel,
                examples: """
                      textshift model news.model
                      textshift model news.model --json | jq .fields
                    """))
    }

    @Argument(
        help: ArgumentHelp(say.argumentModel, valueName: "file"),
        completion: .file())
    var file: String

    @Flag(name: .long, help: ArgumentHelp(say.optionPlainJSON))
    var json = false

    func run() throws {
        let summary = try ModelSummary(contentsOf: file)
        try Terminal.output(json ? summary.json() : ModelText(LanguageChoice.current.wording).text(summary, path: file))
    }
}
