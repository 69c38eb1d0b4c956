import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift estimate`: what a model will score on the test rows.
struct EstimateCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "estimate",
            abstract: say.aboutEstimate,
            discussion: Discussion.text(
                say.moreOnEstimate,
                examples: """
                      textshift estimate result scores.jsonl
                      textshift estimate result scores.csv --metric f1=scores.f1 --metric loss
                      textshift estimate result answers.jsonl --task answers --label answers
                      textshift estimate result scores.jsonl --labelled-test labelled.jsonl
                      textshift estimate result scores.jsonl --by date --period month
                      textshift estimate result scores.jsonl --drawn
                      textshift estimate result other.jsonl --output other-estimates.json
                    """))
    }

    @OptionGroup var folder: FolderArgument

    @Argument(help: ArgumentHelp(say.argumentEstimateScores, valueName: "scores"), completion: .file())
    var scores: String

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionMetric, valueName: "NAME[=KEY]"))
    var metric: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionModelKey, valueName: "KEY"))
    var model: String?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionScoreID, valueName: "KEY"))
    var id: String?

    @Option(name: .long, help: ArgumentHelp(say.optionTrueLabel, valueName: "KEY"))
    var label: String?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionPrediction, valueName: "KEY"))
    var prediction: String?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionProbability, valueName: "KEY"))
    var probability: String?

    @Option(name: .long, help: ArgumentHelp(say.optionPositive, valueName: "LABEL"))
    var positive: String = "1"

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionTask, valueName: "classes|answers|spans"),
        completion: .words(EstimateTask.self))
    var task: String?

    @Option(name: .long, help: ArgumentHelp(say.optionProbabilities, valueName: "KEY"))
    var probabilities: String?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionConfidence, valueName: "KEY"))
    var confidence: String?

    @Option(name: .long, help: ArgumentHelp(say.optionTestConfidences, valueName: "FILE"), completion: .file())
    var testConfidences: String?

    @Option(name: .long, help: ArgumentHelp(say.optionLabelledTestRows, valueName: "FILE"), completion: .file())
    var labelledTest: String?

    @Option(name: .long, help: ArgumentHelp(say.optionBy, valueName: "KEY"))
    var by: String?

    @Option(
        name: .long, help: ArgumentHelp(say.optionPeriod, valueName: "day|week|month|quarter|year"),
        completion: .words(TimePeriod.self))
    var period: String?

    @Flag(name: .long, help: ArgumentHelp(say.optionDrawn))
    var drawn = false

    @Option(name: .long, help: ArgumentHelp(say.optionReplicates, valueName: "B"))
    var replicates: Int = 1000

    @Flag(name: .long, help: ArgumentHelp(say.optionQuick))
    var quick = false

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionRefitBootstrap, valueName: "N"))
    var refitBootstrap: Int?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(say.optionEstimateOutput, valueName: "FILE"), completion: .file())
    var output: String?

    @Flag(name: .long, help: ArgumentHelp(say.optionForceEstimates))
    var force = false

    @OptionGroup var inputs: InputOptions

    @Option(
        name: .long, help: ArgumentHelp(say.optionScoreFormat),
        completion: .list(["auto", "jsonl", "json", "csv", "tsv"]))
    var format: String = "auto"

    @OptionGroup var language: LanguageOption

    @OptionGroup var events: EventsOption

    @Flag(name: .shortAndLong, help: ArgumentHelp(say.optionQuietFile))
    var quiet = false

    /// Of `--refit-bootstrap`: hours of work.
    private static let mostRefits = 10_000

    func validate() throws {
        try check(
            (2...1_000_000).contains(replicates),
            say.outOfRange(
                option: "--replicates", value: "\(replicates)", expected: say.fromTo(least: "2", greatest: "1000000")))
        try check(
            testConfidences == nil
                ? confidence == nil
                : !drawn && [confidence, probabilities, probability].contains { $0 != nil },
            say.testConfidencesOf)
        try check((period == nil || by != nil) && !(drawn && by != nil), say.periodNeedsBy)
        try check(
            period.map { TimePeriod(rawValue: $0) != nil } ?? true,
            say.notAmong(
                option: "--period", value: period ?? "", expected: say.either(names: TimePeriod.allCases.map(\.rawValue))))
        try check(refitBootstrap.map { $0 >= 2 } ?? true, say.leastOf(option: "--refit-bootstrap", least: 2))
        try check(
            refitBootstrap.map { $0 <= Self.mostRefits } ?? true,
            say.mostOf(option: "--refit-bootstrap", most: Self.mostRefits))
        try check(
            task.map { EstimateTask(rawValue: $0) != nil } ?? true,
            say.notAmong(
                option: "--task", value: task ?? "", expected: say.either(names: EstimateTask.allCases.map(\.rawValue))))
        try check(
            format == "auto" || RecordFormat(rawValue: format) != nil,
            say.notAmong(
                option: "--format", value: format, expected: say.either(names: ["auto", "jsonl", "json", "csv", "tsv"])))
        if let output {
            try check(
                !output.isEmpty && !output.hasSuffix("/"),
                say.notAmong(option: "--output", value: output, expected: say.nameOfFile))
        }
        for metric in metric {
            do throws(RecordError) { _ = try FieldPath(parsing: metric) } catch {
                throw ValidationError(
                    say.notAmong(option: "--metric", value: metric, expected: say.either(names: ["NAME", "NAME=KEY"])))
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
        (options.probabilityKey, options.probabilitiesKey) = (probability, probabilities)
        options.positive = positive
        options.task = task.flatMap { EstimateTask(rawValue: $0) }
        options.isDrawn = drawn
        (options.confidenceKey, options.testConfidences) = (confidence, testConfidences)
        options.labelledTest = labelledTest
        (options.sourceKey, options.period) = (by, period.flatMap { TimePeriod(rawValue: $0) })
        (options.replicates, options.isQuick) = (replicates, quick)
        options.refits = refitBootstrap ?? 0
        options.reread = inputs.reread
        options.format = RecordFormat(rawValue: format)
        let folder = try folder.read()
        let read = [scores, testConfidences, labelledTest].compactMap { $0 } + inputs.train + inputs.test
        if let output {
            // Checked now, not after the work: whether the file can be written.
            let spared = read + (folder.record.paths?.all ?? [])
            try Interrupts.heldBack {
                try OutputFolder.holding(fileAt: output, replacing: true, sparing: spared).folder.abandon()
            }
        }
        let isShown = Terminal.isWatched && !quiet
        let worlds = WorldProgress(inStep: say.inWorld)
        let progress: @Sendable (Int, Int) -> Void = { number, count in
            if isShown { Terminal.status(worlds.line(number, of: count)) }
        }
        let fits = WorldProgress(inStep: say.inSource)
        let onSource: @Sendable (Int, Int) -> Void = { number, count in
            if isShown { Terminal.status(fits.line(number, of: count)) }
        }
        let found = try folder.estimate(scores: scores, options: options, progress: progress, onSource: onSource)
        if isShown { Terminal.error("\r\u{1B}[K") }
        // Only now is it known whether the file already holds exactly these estimates; the result is shown in any case.
        let written = Result {
            try Interrupts.heldBack {
                try folder.write(found, to: output, language: language.ofFiles, replacing: force, sparing: read)
            }
        }
        if !quiet {
            let language = language.ofTerminal(folder)
            try Terminal.output(
                EstimateText(found, language: language, width: Terminal.width, isStyled: Terminal.isStyled).text)
        }
        try written.get()
    }
}
