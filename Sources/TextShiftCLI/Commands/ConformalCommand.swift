import ArgumentParser
import Foundation
import TextShift

/// `textshift conformal`: prediction sets that hold under the shift.
struct ConformalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conformal",
        abstract: "Give each test row a threshold or a prediction set that holds under the shift.",
        usage: "textshift conformal <dir> <scores> [options]",
        discussion: """
            SCORES has, for training rows that the model was not trained on, a score of the true answer: high where it fits \
            badly, such as 1 - probability or the absolute error. With the weights of the analysis, the answers of a test row \
            whose score is at or below its threshold hold the true one with probability 1 - ALPHA, on average over test rows, \
            as far as the labels given the input are the same. Records find their rows by "id", else by "row" (from 0), \
            else by their order. Prints a JSON object for each test row.

            EXAMPLES
              textshift conformal result calibration.jsonl --alpha 0.1 > thresholds.jsonl
              textshift conformal result calibration.jsonl --test-scores test-scores.jsonl > sets.jsonl
            """)

    @OptionGroup var folder: FolderArgument

    @Argument(help: ArgumentHelp("Scores of training rows; - is standard input.", valueName: "scores"), completion: .file())
    var scores: String

    @Option(name: .long, help: "Share of test rows whose set may miss the true answer, above 0 and below 1.")
    var alpha: Double = 0.1

    @Option(name: .long, help: ArgumentHelp("The field of the score.", valueName: "KEY"))
    var score: String = "score"

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Scores of the possible answers of test rows: records with an id or a row number, and \"scores\", an object with a number for each answer. Adds \"set\".",
            valueName: "FILE"),
        completion: .file())
    var testScores: String?

    @OptionGroup var inputs: InputOptions

    @OptionGroup var language: LanguageOption

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
        guard alpha > 0, alpha < 1 else { throw ValidationError("--alpha is \(alpha), expected a share above 0 and below 1.") }
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
        let language = language.language(of: folder)
        Terminal.error(ConformalText.lines(sets, language: language).map { "note: \($0)\n" }.joined())
    }
}
