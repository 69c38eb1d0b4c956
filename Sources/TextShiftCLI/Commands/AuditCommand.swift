import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift audit`: how well shifts planted in a training corpus are recovered.
struct AuditCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "audit",
            abstract: say.aboutAudit,
            usage: "textshift audit <train> ... [options]",
            discussion: Discussion.text(
                say.moreOnAudit,
                examples: """
                      textshift audit train.jsonl --label label
                      textshift audit train.jsonl --scores scores.jsonl --like shift
                      textshift audit train.jsonl --field question --draws 10 --json
                    """))
    }

    @Argument(
        help: ArgumentHelp(say.argumentAuditTrain, valueName: "train"),
        completion: .file())
    var train: [String]

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionAuditLabel, valueName: "KEY"))
    var label: String?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionAuditScores, valueName: "FILE"),
        completion: .file())
    var scores: String?

    @Option(
        name: .long, help: ArgumentHelp(say.optionAuditMetric, valueName: "KEY"))
    var metric: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionLike, valueName: "DIR"),
        completion: .directory)
    var like: String?

    @Option(name: .long, help: ArgumentHelp(say.optionDraws, valueName: "N"))
    var draws: Int = 3

    @OptionGroup var discriminator: DiscriminatorOptions

    @Option(name: .long, help: ArgumentHelp(say.optionAuditRows, valueName: "N"))
    var rows: Int = 20_000

    @OptionGroup var language: LanguageOption

    @Flag(name: .long, help: ArgumentHelp(say.optionJSON))
    var json = false

    @Flag(name: .shortAndLong, help: ArgumentHelp(say.optionNoProgress))
    var quiet = false

    func validate() throws {
        try check(
            (1...100).contains(draws),
            say.outOfRange(option: "--draws", value: "\(draws)", expected: say.fromTo(least: "1", greatest: "100")))
        try check(metric.isEmpty || scores != nil, say.metricNeedsScores)
        try check(rows >= 100, say.outOfRange(option: "--rows", value: "\(rows)", expected: say.numberOrMore(least: "100")))
        try check(!train.contains(StandardInput.name), say.trainIsReadTwice)
        try ErrorMessages.asUsage { _ = try options() }
    }

    func run() throws {
        let isShown = Terminal.isWatched && !quiet
        let (files, options) = (FilePattern.expanded(train), try options())
        let progress: @Sendable (Int, Int) -> Void = { number, count in
            if isShown { Terminal.status(say.planting(number: number + 1, count: count)) }
        }
        let audit =
            if let like {
                try AnalysisFolder(like).audit(train: files, options: options, progress: progress)
            } else {
                try audit(train: files, options: options, progress: progress)
            }
        if isShown { Terminal.error("\r\u{1B}[K") }
        let language = language.ofTerminal(Language.ofCorpus(audit))
        try Terminal.output(json ? SummaryJSON.encode(audit) : AuditText(audit, language: language).text)
    }

    func options() throws -> AuditOptions {
        var options = try discriminator.options()
        options.labelKey = label
        options.fitBounds.rows = rows
        var audit = AuditOptions(analysis: options)
        audit.draws = draws
        audit.scores = scores
        audit.metrics = metric
        return audit
    }
}
