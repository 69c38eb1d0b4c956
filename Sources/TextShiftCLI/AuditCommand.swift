import ArgumentParser
import Foundation
import ImportanceWeights
import ShiftReport
import TextRecords
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
        help: ArgumentHelp("The training corpus: a file, or a pattern such as 'data/train-*.jsonl'; several may be given.", valueName: "train"))
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
            valueName: "FILE"))
    var scores: String?

    @Option(name: .long, help: ArgumentHelp("A number of --scores; may be given several times. Default: all.", valueName: "KEY"))
    var metric: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The folder of an analysis of TRAIN: the shift that it found is planted too.", valueName: "DIR"))
    var like: String?

    @Option(name: .long, help: ArgumentHelp("Times that each shift is planted.", valueName: "N"))
    var draws: Int = 3

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A field to look at; may be given several times. Default: every text-like field.", valueName: "NAME[=KEY.PATH]"))
    var field: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Rows with the same value of KEY stay together. Default: rows that share a long text.", valueName: "KEY"))
    var group: String?

    @Option(name: .long, help: ArgumentHelp("The field that names a record; it is never looked at.", valueName: "KEY"))
    var id: String?

    @Option(name: .long, help: "How the corpus is written: auto, jsonl, json, csv, tsv, conll, squad or text.")
    var format: String = "auto"

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How the density ratio r becomes a weight: ratio, relative:ALPHA, clip:C or discriminator.", valueName: "FORM"))
    var weight: String = "ratio"

    @Option(name: .long, help: ArgumentHelp("Rows to audit; of a larger corpus a sample of whole groups is.", valueName: "N"))
    var rows: Int = 20_000

    @Option(name: .long, help: "Everything random follows from this number.")
    var seed: UInt64 = 42

    @Option(name: .long, help: "Threads to work on; they never change the result. Default: all processors.")
    var threads: Int?

    @Flag(name: .long, help: "Print JSON with every figure.")
    var json = false

    @Flag(name: .shortAndLong, help: "No progress on standard error.")
    var quiet = false

    func validate() throws {
        func check(_ holds: Bool, _ message: String) throws { if !holds { throw ValidationError(message) } }
        try check((1...100).contains(draws), "--draws is \(draws), expected 1 to 100.")
        try check(metric.isEmpty || scores != nil, "--metric needs --scores, the file that has it.")
        try check(rows >= 100, "--rows is \(rows), expected 100 or more.")
        try check(threads.map { $0 >= 1 } ?? true, "--threads must be at least 1.")
        try check(
            format == "auto" || RecordFormat(rawValue: format) != nil,
            "--format is \"\(format)\", expected auto, \(RecordFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
        try check(!train.contains(RecordStream.standardInput), "TRAIN is read twice, so it cannot be standard input; give a file.")
        do {
            _ = try options()
        } catch {
            let message = ErrorMessages.text(for: error) ?? "\(error)"
            throw ValidationError(message.hasPrefix("error: ") ? String(message.dropFirst(7)) : message)
        }
    }

    func run() throws {
        let isShown = Terminal.isWatched && !quiet
        let audit = try audit(train: FilePattern.expanded(train), options: options()) { number, count in
            if isShown { Terminal.error("\r\u{1B}[Kplanting and recovering: \(number + 1) of \(count)…") }
        }
        if isShown { Terminal.error("\r\u{1B}[K") }
        let out = OutputFile.standardOutput()
        try out.write(json ? SummaryJSON.encode(audit) : AuditText.text(audit))
        try out.flush()
    }

    func options() throws -> AuditOptions {
        var options = AnalysisOptions()
        options.fields = try field.map { try FieldPath(parsing: $0) }
        options.groupKey = try group.map { try FieldPath(parsing: $0) }
        options.idKey = id
        options.format = RecordFormat(rawValue: format)
        options.labelKey = label
        options.seed = seed
        options.threads = threads ?? options.threads
        options.weighting = try Weighting(parsing: weight)
        options.fitBounds.rows = rows
        var audit = AuditOptions(analysis: options)
        audit.draws = draws
        audit.scores = scores
        audit.like = like
        audit.metrics = metric
        return audit
    }
}
