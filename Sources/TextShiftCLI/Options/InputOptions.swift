import ArgumentParser
import TextShift

/// `--train`, `--test` and `--threads` of the verbs that read an analysis again.
struct InputOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Where a file of TRAIN is now, if it has moved; may be given several times.", valueName: "FILE"),
        completion: .file())
    var train: [String] = []

    @Option(name: .long, help: ArgumentHelp("Where a file of TEST is now, likewise.", valueName: "FILE"), completion: .file())
    var test: [String] = []

    @OptionGroup var threads: ThreadsOption

    /// The typed options, interpreted.
    var reread: RereadOptions {
        RereadOptions(train: FilePattern.expanded(train), test: FilePattern.expanded(test), threads: threads.count)
    }
}
