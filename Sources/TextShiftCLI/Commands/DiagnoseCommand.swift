import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift diagnose`: which kind of shift.
struct DiagnoseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnose",
        abstract: "Say which kind of shift an analysis met: of inputs, classes or labels.",
        usage: "textshift diagnose <dir> --label <KEY> [options]",
        discussion: """
            Estimates the shares of the label's classes on test (by black-box shift estimation and by maximum likelihood), and \
            asks whether they explain what the discriminator saw. With labelled test rows it also asks whether the label tells \
            the sides apart beyond what the inputs do. The verdict is input shift (weights help), class-prior shift (either set \
            of weights helps), annotation shift (no split can help), no shift, or that it cannot be told.

            EXAMPLES
              textshift diagnose result --label label
              textshift diagnose result --label answers --labelled-test trial.jsonl
              textshift diagnose result --label label --weights by-class.jsonl
            """)

    @OptionGroup var folder: FolderArgument

    @Option(name: .long, help: ArgumentHelp("The label's field in TRAIN.", valueName: "KEY"))
    var label: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A model's predictions for training rows that it was not trained on: records with an id or a row number, and \"probabilities\" (an object with a number for each class) or \"prediction\". Default: a classifier on the discriminator's features.",
            valueName: "FILE"),
        completion: .file())
    var predictions: String?

    @Option(
        name: .long, help: ArgumentHelp("The same model's predictions for test rows.", valueName: "FILE"),
        completion: .file())
    var testPredictions: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Labelled rows of the test side; may be given several times.", valueName: "FILE"),
        completion: .file())
    var labelledTest: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the labelled training rows with class-prior weights as sample_weight; - is standard output.",
            valueName: "FILE"),
        completion: .file())
    var weights: String?

    @OptionGroup var inputs: InputOptions

    @OptionGroup var language: LanguageOption

    @Flag(name: .long, help: "Print JSON with every figure.")
    var json = false

    func validate() throws {
        guard (predictions == nil) == (testPredictions == nil) else {
            throw ValidationError("Give --predictions and --test-predictions, or neither.")
        }
    }

    func run() throws {
        var options = DiagnosisOptions(label: label)
        if let predictions, let testPredictions { options.predictions = (predictions, testPredictions) }
        options.labelledTest = FilePattern.expanded(labelledTest)
        options.reread = inputs.reread
        let folder = try folder.read()
        let diagnosis = try folder.diagnose(options)
        if let weights { try diagnosis.writePriorWeights(to: weights) }
        let text =
            json
            ? try SummaryJSON.encode(diagnosis.summary)
            : DiagnosisText(diagnosis.summary, language: language.language(of: folder), width: Terminal.width).text
        if weights == StandardInput.name {
            Terminal.error(text)
        } else {
            try Terminal.output(text)
        }
    }
}
