import ArgumentParser
import ShiftReport
import TextShift

/// `textshift fit`: only the model.
struct FitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit",
        abstract: "Fit the model of TRAIN and TEST and keep it, for `textshift score`.",
        discussion: """
            The model is the one that `textshift analyze` writes for the same corpora and options; this leaves out its \
            diagnostics and all other files.

            EXAMPLES
              textshift fit train.jsonl test.jsonl --model news.model
              textshift score --model news.model more.jsonl.gz > more.scored.jsonl
            """)

    @OptionGroup var fitting: FitOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "FILE"), completion: .file())
    var model: String

    @Flag(name: .long, help: "Replace a file that is there already.")
    var force = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
        guard !model.isEmpty, !model.hasSuffix("/") else {
            throw ValidationError("--model is \"\(model)\", expected the name of a file.")
        }
        try ErrorMessages.asUsage { _ = try fitting.options() }
    }

    func run() throws {
        let progress = ProgressLine(isShown: Terminal.isWatched && !quiet, bytes: fitting.fittedBytes)
        let options = try fitting.options()
        // Checked now, not after the work.
        try Interrupts.heldBack { try Scorer.checkPlace(model, replacing: force) }
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
            if let corpora = scorer.corpora {
                let sample = Wording.english.sample(corpora.fit).map { ["fitted on \($0) (--fit-rows, --fit-memory)"] } ?? []
                Terminal.error((Notes.lines(corpora) + sample).map { "note: \($0)\n" }.joined())
            }
            let summary = try ModelSummary(contentsOf: model)
            if !summary.isFitted {
                Terminal.error(
                    "note: a side has too few groups for \(fitting.folds) folds: nothing was fitted; give more rows, or a finer --group\n"
                )
            }
            try Terminal.output(ModelText.text(summary, path: model))
        }
    }
}
