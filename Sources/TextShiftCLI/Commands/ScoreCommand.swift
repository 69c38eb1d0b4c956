import ArgumentParser
import ShiftReport
import TextShift

/// `textshift score`: a filter that adds p_test and sample_weight.
struct ScoreCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "score",
            abstract: say.aboutScore,
            usage: "textshift score --model <FILE> [<options>] [<file> ...]",
            discussion: Discussion.text(
                say.moreOnScore,
                examples: """
                      textshift score --model news.model pool.jsonl.gz > pool.scored.jsonl
                      zcat crawl-*.gz | textshift score --model news.model - | head
                      textshift score --model news.model --field text=body other.csv
                    """))
    }

    @Argument(
        help: ArgumentHelp(say.argumentScoreFiles, valueName: "file"),
        completion: .file())
    var files: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp(say.optionModel, valueName: "FILE"), completion: .file())
    var model: String

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionScoreField, valueName: "NAME=KEY.PATH"))
    var field: [String] = []

    @OptionGroup var records: RecordOptions

    @Flag(name: .long, help: ArgumentHelp(say.optionOverwriteKeys))
    var overwriteKeys = false

    @Flag(name: .long, help: ArgumentHelp(say.optionOnlyScores))
    var onlyScores = false

    @Flag(name: .long, help: ArgumentHelp(say.optionScoreGzip))
    var gzip = false

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionOnError, valueName: "stop|skip"),
        completion: .words(ErrorPolicy.self))
    var onError: String = "stop"

    @OptionGroup var events: EventsOption

    @Flag(name: .shortAndLong, help: ArgumentHelp(say.optionQuiet))
    var quiet = false

    func validate() throws {
        try check(
            ErrorPolicy(rawValue: onError) != nil,
            say.notAmong(option: "--on-error", value: onError, expected: say.either(names: ["stop", "skip"])))
        try check(files.count { $0 == StandardInput.name } <= 1, say.oneStandardInput)
        try ErrorMessages.asUsage { _ = try options() }
    }

    func run() throws {
        let options = try options()
        let scorer = try Scorer(contentsOf: model)
        let paths = files.isEmpty ? [StandardInput.name] : FilePattern.expanded(files)
        let written = ModelSummary(scorer)
        let wording = LanguageChoice.current.wording
        if !quiet, written.icuVersion != ICUVersion.current {
            Terminal.notes(
                [
                    wording.say.otherICU(
                        model: model, fitted: PrintableText.of(written.icuVersion), current: ICUVersion.current)
                ], wording)
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
        if !quiet { Terminal.notes(Notes(wording).lines(summary, fields: scorer.fields), wording) }
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
