import ArgumentParser
import TextShift

/// `textshift score`: a filter that adds p_test and sample_weight.
struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Add sample_weight and p_test to records by a model.",
        usage: "textshift score --model <FILE> [<options>] [<file> ...]",
        discussion: """
            Reads records and writes them to standard output as JSON lines, in order, their own bytes untouched, with \
            "sample_weight" and "p_test" added. Memory does not grow with what passes through. Records that the model was \
            fitted on are scored out of fold, as `textshift analyze` does; all others by the mean of the folds.

            EXAMPLES
              textshift score --model news.model pool.jsonl.gz > pool.scored.jsonl
              zcat crawl-*.gz | textshift score --model news.model - | head
              textshift score --model news.model --field text=body other.csv
            """)

    @Argument(
        help: ArgumentHelp(
            "What to score, read one after another: JSON lines, JSON, SQuAD, CSV, TSV, CoNLL or plain text, also as gzip. Default: -, which is standard input.",
            valueName: "file"),
        completion: .file())
    var files: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("The model.", valueName: "FILE"), completion: .file())
    var model: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Where these records have a field of the model; may be given several times. Default: where the fit had it.",
            valueName: "NAME=KEY.PATH"))
    var field: [String] = []

    @OptionGroup var records: RecordOptions

    @Flag(name: .long, help: "Replace sample_weight and p_test where records have them already.")
    var overwriteKeys = false

    @Flag(name: .long, help: "Write only the two numbers, one object for each record.")
    var onlyScores = false

    @Flag(name: .long, help: "Write gzip.")
    var gzip = false

    @Option(
        name: .long,
        help: ArgumentHelp("What to do about a line that is no record: stop, or skip and count it.", valueName: "stop|skip"),
        completion: .words(ErrorPolicy.self))
    var onError: String = "stop"

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
        try check(ErrorPolicy(rawValue: onError) != nil, "--on-error is \"\(onError)\", expected stop or skip.")
        try check(files.count { $0 == StandardInput.name } <= 1, "Only one file can be standard input.")
        try ErrorMessages.asUsage { _ = try options() }
    }

    func run() throws {
        let options = try options()
        let scorer = try Scorer(contentsOf: model)
        let paths = files.isEmpty ? [StandardInput.name] : FilePattern.expanded(files)
        let written = ModelSummary(scorer)
        if !quiet, written.icuVersion != ICUVersion.current {
            Terminal.error(
                "note: \(model) was fitted with ICU \(written.icuVersion), this is ICU \(ICUVersion.current): words may be divided "
                    + "differently, and scores then differ a little\n")
        }
        let counter = RecordCounter(isShown: Terminal.isWatched && !quiet)
        let summary: ScoreSummary
        do {
            summary = try Interrupts.atGoodPlaces { isAsked in
                try scorer.filter(
                    paths, to: .standardOutput(), options: options, progress: { counter.show($0) }, isStopped: isAsked)
            }
            counter.clear()
        } catch {
            counter.clear()
            throw error
        }
        if !quiet { Terminal.error(Notes.lines(summary, fields: scorer.fields).map { "note: \($0)\n" }.joined()) }
    }

    /// The typed options, interpreted.
    private func options() throws -> ScoreOptions {
        var options = ScoreOptions()
        options.fields = try field.map { try FieldPath(parsing: $0) }
        options.reading = records.reading
        options.threads = records.threads.count
        options.overwritesKeys = overwriteKeys
        options.onlyScores = onlyScores
        options.isCompressed = gzip
        options.onError = ErrorPolicy(rawValue: onError) ?? .stop
        return options
    }
}
