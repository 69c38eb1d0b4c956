import ArgumentParser
import ParallelWork

/// `--threads`, for all verbs with work to divide.
struct ThreadsOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(say.optionThreads))
    var threads: Int?

    /// At least 1.
    var count: Int { threads ?? ProcessorCount.active }

    func validate() throws {
        try check(threads.map { $0 >= 1 } ?? true, say.leastOf(option: "--threads", least: 1))
    }
}
