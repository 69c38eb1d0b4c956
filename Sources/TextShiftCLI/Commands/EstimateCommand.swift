import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift estimate`: what a model will score on the test rows.
struct EstimateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "Say what a model will score on TEST, with an interval.",
        discussion: """
            SCORES has, for some training rows that the model was not trained on, values of metrics, or labels and \
            predictions; JSON lines, CSV or TSV. Records find their rows by "id", else by "row" (from 0), else by their \
            order. Prints, for each metric, the mean without weights, the weighted mean, the same with large weights cut \
            off, and the doubly robust estimate, and writes estimates.json into DIR (--output: another file). Several models in \
            one file are ranked.

            EXAMPLES
              textshift estimate result scores.jsonl
              textshift estimate result scores.csv --metric f1=scores.f1 --metric loss
              textshift estimate result answers.jsonl --task answers --label answers
              textshift estimate result scores.jsonl --drawn
              textshift estimate result other.jsonl --output other-estimates.json
            """)

    @OptionGroup var folder: FolderArgument

    @Argument(help: ArgumentHelp("The file of scores; - is standard input.", valueName: "scores"), completion: .file())
    var scores: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A metric and the field with its value; may be given several times. MODEL/NAME=KEY is a metric of that model. Default: every numeric field.",
            valueName: "NAME[=KEY]"))
    var metric: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("The field with the name of the model. Default: model, where there is one.", valueName: "KEY"))
    var model: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The field with the identifier of the row. Default: that of the analysis, or id.", valueName: "KEY"))
    var id: String?

    @Option(name: .long, help: ArgumentHelp("The true label, in SCORES or in TRAIN. Default: label.", valueName: "KEY"))
    var label: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The predicted label, answer or list of spans. Default: prediction, where there is one.", valueName: "KEY"))
    var prediction: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The probability of the positive label, for log-loss and AUC. Default: probability, where there is one.",
            valueName: "KEY"))
    var probability: String?

    @Option(name: .long, help: ArgumentHelp("The positive label.", valueName: "LABEL"))
    var positive: String = "1"

    @Option(
        name: .long,
        help: ArgumentHelp(
            "What labels and predictions are. Default: spans for lists, else classes.", valueName: "classes|answers|spans"),
        completion: .words(EstimateTask.self))
    var task: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The model's confidence, in SCORES and in --test-confidences: adds the accuracy by average thresholded confidence.",
            valueName: "KEY"))
    var confidence: String?

    @Option(name: .long, help: ArgumentHelp("The model's confidences on rows of TEST.", valueName: "FILE"), completion: .file())
    var testConfidences: String?

    @Flag(name: .long, help: "The scores are of validation.jsonl itself: a line each, repeats too; no weights.")
    var drawn = false

    @Option(name: .long, help: ArgumentHelp("Replicates of the bootstrap over groups.", valueName: "B"))
    var replicates: Int = 1000

    @Option(
        name: .long,
        help: ArgumentHelp("Refit the weights N times on resampled groups and count what they vary (slow).", valueName: "N"))
    var refitBootstrap: Int?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write. Default: estimates.json in DIR.", valueName: "FILE"), completion: .file())
    var output: String?

    @Flag(name: .long, help: "Replace a file that holds other estimates already.")
    var force = false

    @OptionGroup var inputs: InputOptions

    @Option(
        name: .long, help: "How SCORES is written: auto, jsonl, json, csv or tsv.",
        completion: .list(["auto", "jsonl", "json", "csv", "tsv"]))
    var format: String = "auto"

    @OptionGroup var language: LanguageOption

    @Flag(name: .shortAndLong, help: "Print nothing, only write the file.")
    var quiet = false

    func validate() throws {
        try check((2...1_000_000).contains(replicates), "--replicates is \(replicates), expected 2 to 1000000.")
        try check(
            (confidence == nil) == (testConfidences == nil) && !(drawn && confidence != nil),
            "Give --confidence and --test-confidences, or neither, and not with --drawn.")
        try check(refitBootstrap.map { $0 >= 2 } ?? true, "--refit-bootstrap must be at least 2.")
        try check(
            task.map { EstimateTask(rawValue: $0) != nil } ?? true,
            "--task is \"\(task ?? "")\", expected classes, answers or spans.")
        try check(
            format == "auto" || RecordFormat(rawValue: format) != nil,
            "--format is \"\(format)\", expected auto, jsonl, json, csv or tsv.")
        if let output {
            try check(!output.isEmpty && !output.hasSuffix("/"), "--output is \"\(output)\", expected the name of a file.")
        }
        for metric in metric {
            do throws(RecordError) { _ = try FieldPath(parsing: metric) } catch {
                throw ValidationError("--metric is \"\(metric)\", expected NAME or NAME=KEY.")
            }
        }
    }

    func run() throws {
        var options = EstimateOptions()
        options.metrics = try metric.map { try FieldPath(parsing: $0) }
        options.modelKey = model
        options.idKey = id
        options.labelKey = label
        options.predictionKey = prediction
        options.probabilityKey = probability
        options.positive = positive
        options.task = task.flatMap { EstimateTask(rawValue: $0) }
        options.isDrawn = drawn
        (options.confidenceKey, options.testConfidences) = (confidence, testConfidences)
        options.replicates = replicates
        options.refits = refitBootstrap ?? 0
        options.reread = inputs.reread
        options.format = RecordFormat(rawValue: format)
        if let output {
            // Checked now, not after the work: whether the file can be written.
            try Interrupts.heldBack { try OutputFolder.holding(fileAt: output, replacing: true).folder.abandon() }
        }
        let folder = try folder.read()
        let found = try folder.estimate(scores: scores, options: options)
        // Only now is it known whether the file already holds exactly these estimates; the result is shown in any case.
        let written = Result {
            try Interrupts.heldBack { try folder.write(found, to: output, replacing: force) }
        }
        if !quiet {
            let language = language.language(of: folder)
            try Terminal.output(
                EstimateText(found, language: language, width: Terminal.width, isStyled: Terminal.isStyled).text)
        }
        try written.get()
    }
}
