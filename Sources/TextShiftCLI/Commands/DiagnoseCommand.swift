import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift diagnose`: which kind of shift.
struct DiagnoseCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diagnose",
            abstract: say.aboutDiagnose,
            usage: "textshift diagnose <dir> --label <KEY> [options]",
            discussion: Discussion.text(
                say.moreOnDiagnose,
                examples: """
                      textshift diagnose result --label label
                      textshift diagnose result --label answers --labelled-test trial.jsonl
                      textshift diagnose result --label label --weights by-class.jsonl
                    """))
    }

    @OptionGroup var folder: FolderArgument

    @Option(name: .long, help: ArgumentHelp(say.optionDiagnosedLabel, valueName: "KEY"))
    var label: String

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionPredictions, valueName: "FILE"),
        completion: .file())
    var predictions: String?

    @Option(
        name: .long, help: ArgumentHelp(say.optionTestPredictions, valueName: "FILE"),
        completion: .file())
    var testPredictions: String?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionLabelledTest, valueName: "FILE"),
        completion: .file())
    var labelledTest: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionPriorWeights, valueName: "FILE"),
        completion: .file())
    var weights: String?

    @Flag(name: .long, help: ArgumentHelp(say.optionForceFile))
    var force = false

    @OptionGroup var inputs: InputOptions

    @OptionGroup var language: LanguageOption

    @Flag(name: .long, help: ArgumentHelp(say.optionJSON))
    var json = false

    func validate() throws {
        guard (predictions == nil) == (testPredictions == nil) else {
            throw ValidationError(say.predictionsTogether)
        }
    }

    func run() throws {
        var options = DiagnosisOptions(label: label)
        if let predictions, let testPredictions { options.predictions = (predictions, testPredictions) }
        options.labelledTest = FilePattern.expanded(labelledTest)
        options.reread = inputs.reread
        let folder = try folder.read()
        let diagnosis = try folder.diagnose(options)
        if let weights { try diagnosis.writePriorWeights(to: weights, replacing: force) }
        let text =
            json
            ? try SummaryJSON.encode(diagnosis.summary)
            : DiagnosisText(diagnosis.summary, language: language.ofTerminal(folder), width: Terminal.width).text
        if weights == StandardInput.name {
            Terminal.error(text)
        } else {
            try Terminal.output(text)
        }
    }
}
