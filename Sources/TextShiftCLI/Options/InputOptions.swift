import ArgumentParser
import TextShift

/// `--train`, `--test` and `--threads` of the verbs that read an analysis again.
struct InputOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(say.optionTrainNow, valueName: "FILE"),
        completion: .file())
    var train: [String] = []

    @Option(name: .long, help: ArgumentHelp(say.optionTestNow, valueName: "FILE"), completion: .file())
    var test: [String] = []

    @OptionGroup var threads: ThreadsOption

    /// The typed options, interpreted.
    var reread: RereadOptions {
        RereadOptions(train: FilePattern.expanded(train), test: FilePattern.expanded(test), threads: threads.count)
    }
}
