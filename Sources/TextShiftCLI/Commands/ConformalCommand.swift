import ArgumentParser
import ShiftReport
import TextShift

/// `textshift conformal`: prediction sets that hold under the shift.
struct ConformalCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "conformal",
            abstract: say.aboutConformal,
            usage: "textshift conformal <dir> <scores> [options]",
            discussion: Discussion.text(
                say.moreOnConformal,
                examples: """
                      textshift conformal result calibration.jsonl --alpha 0.1 > thresholds.jsonl
                      textshift conformal result calibration.jsonl --test-scores test-scores.jsonl > sets.jsonl
                    """))
    }

    @OptionGroup var folder: FolderArgument

    @Argument(help: ArgumentHelp(say.argumentScores, valueName: "scores"), completion: .file())
    var scores: String

    @Option(name: .long, help: ArgumentHelp(say.optionAlpha))
    var alpha: Double = 0.1

    @Option(name: .long, help: ArgumentHelp(say.optionScore, valueName: "KEY"))
    var score: String = "score"

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionTestScores, valueName: "FILE"),
        completion: .file())
    var testScores: String?

    @OptionGroup var inputs: InputOptions

    @OptionGroup var language: LanguageOption

    @Flag(name: .shortAndLong, help: ArgumentHelp(say.optionQuiet))
    var quiet = false

    func validate() throws {
        guard alpha > 0, alpha < 1 else {
            throw ValidationError(say.outOfRange(option: "--alpha", value: "\(alpha)", expected: say.shareBelowOne))
        }
    }

    func run() throws {
        var options = ConformalOptions()
        options.alpha = alpha
        options.scoreKey = score
        options.candidates = testScores
        options.reread = inputs.reread
        let folder = try folder.read()
        let sets = try folder.conformal(scores: scores, options: options)
        try sets.write(to: .standardOutput())
        guard !quiet else { return }
        let language = language.ofTerminal(folder)
        Terminal.notes(ConformalText.lines(sets, language: language), Wording(language))
    }
}
