import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift audit`: how well shifts planted in a training corpus are recovered.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Plant known shifts in TRAIN and say how well they are recovered.",
        usage: "textshift audit <train> ... [options]",
        discussion: """
            Deals TRAIN's own groups to two sides, so that the true ratio is known: by topic, by length, by a rare domain, by \
            the label, and without a shift. Each pair goes through the whole analysis. Says how far weighted and unweighted \
            estimates of a metric were off. Needs no test set; with --like, the folder of an analysis of TRAIN, the density \
            ratio that it estimated is planted too, and the errors are those to expect of that shift.

            EXAMPLES
              textshift audit train.jsonl --label label
              textshift audit train.jsonl --scores scores.jsonl --like shift
              textshift audit train.jsonl --field question --draws 10 --json
            """)

    @Argument(
        help: ArgumentHelp(
            "The training corpus: a file, or a pattern such as 'data/train-*.jsonl'; several may be given.", valueName: "train"),
        completion: .file())
    var train: [String]

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The label's field: the metric is then the out-of-fold accuracy of a classifier of it. Default: shares of rows along the directions in which TRAIN varies most.",
            valueName: "KEY"))
    var label: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A model's results for rows of TRAIN that it was not trained on, with an id or a row number: the metrics are their means.",
            valueName: "FILE"),
        completion: .file())
    var scores: String?

    @Option(
        name: .long, help: ArgumentHelp("A number of --scores; may be given several times. Default: all.", valueName: "KEY"))
    var metric: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The folder of an analysis of TRAIN: the shift that it found is planted too.", valueName: "DIR"),
        completion: .directory)
    var like: String?

    @Option(name: .long, help: ArgumentHelp("Times that each shift is planted.", valueName: "N"))
    var draws: Int = 3

    @OptionGroup var discriminator: DiscriminatorOptions

    @Option(name: .long, help: ArgumentHelp("Rows to audit; of a larger corpus a sample of whole groups is.", valueName: "N"))
    var rows: Int = 20_000

    @OptionGroup var language: LanguageOption

    @Flag(name: .long, help: "Print JSON with every figure.")
    var json = false

    @Flag(name: .shortAndLong, help: "No progress on standard error.")
    var quiet = false

    func validate() throws {
        try check((1...100).contains(draws), "--draws is \(draws), expected 1 to 100.")
        try check(metric.isEmpty || scores != nil, "--metric needs --scores, the file that has it.")
        try check(rows >= 100, "--rows is \(rows), expected 100 or more.")
        try check(!train.contains(StandardInput.name), "TRAIN is read twice, so it cannot be standard input; give a file.")
        try ErrorMessages.asUsage { _ = try options() }
    }

    func run() throws {
        let isShown = Terminal.isWatched && !quiet
        let (files, options) = (FilePattern.expanded(train), try options())
        let progress: @Sendable (Int, Int) -> Void = { number, count in
            if isShown { Terminal.status("planting and recovering: \(number + 1) of \(count)…") }
        }
        let audit =
            if let like {
                try AnalysisFolder(like).audit(train: files, options: options, progress: progress)
            } else {
                try audit(train: files, options: options, progress: progress)
            }
        if isShown { Terminal.error("\r\u{1B}[K") }
        let language = language.chosen ?? Language.ofCorpus(audit)
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
