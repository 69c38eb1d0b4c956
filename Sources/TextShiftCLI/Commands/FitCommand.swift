import ArgumentParser
import ShiftReport
import TextShift

/// `textshift fit`: only the model.
struct FitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "fit",
            abstract: say.aboutFit,
            discussion: Discussion.text(
                say.moreOnFit,
                examples: """
                      textshift fit train.jsonl test.jsonl --model news.model
                      textshift score --model news.model more.jsonl.gz > more.scored.jsonl
                    """))
    }

    @OptionGroup var fitting: FitOptions

    @Option(name: .shortAndLong, help: ArgumentHelp(say.optionModelFile, valueName: "FILE"), completion: .file())
    var model: String

    @Flag(name: .long, help: ArgumentHelp(say.optionForceFile))
    var force = false

    @Flag(name: .shortAndLong, help: ArgumentHelp(say.optionQuiet))
    var quiet = false

    func validate() throws {
        guard !model.isEmpty, !model.hasSuffix("/") else {
            throw ValidationError(say.notAmong(option: "--model", value: model, expected: say.nameOfFile))
        }
        try ErrorMessages.asUsage { _ = try fitting.options() }
    }

    func run() throws {
        let progress = ProgressLine(isShown: Terminal.isWatched && !quiet, bytes: fitting.fittedBytes)
        let options = try fitting.options()
        // Checked now, not after the work.
        try Interrupts.heldBack { try Scorer.checkPlace(model, replacing: force, sparing: fitting.train + fitting.test) }
        let scorer: Scorer
        do {
            scorer = try fit(train: fitting.train, test: fitting.test, options: options) { progress.show($0) }
            // An interrupt is held back until the file has its name.
            try Interrupts.heldBack { try scorer.write(to: model, replacing: force) }
            progress.clear()
        } catch {
            progress.clear()
            throw error
        }
        if !quiet {
            let wording = LanguageChoice.current.wording
            if let corpora = scorer.corpora {
                let sample = wording.sample(corpora.fit).map { [wording.say.fittedOn(sample: $0)] } ?? []
                Terminal.notes(Notes(wording).lines(corpora) + sample, wording)
            }
            let summary = try ModelSummary(contentsOf: model)
            if !summary.isFitted {
                Terminal.notes([wording.say.nothingFitted(folds: fitting.folds)], wording)
            }
            try Terminal.output(ModelText(wording).text(summary, path: model))
        }
    }
}
