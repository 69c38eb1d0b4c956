import ArgumentParser
import ParallelWork

/// `--threads`, for all verbs with work to divide.
struct ThreadsOption: ParsableArguments {
    @Option(name: .long, help: "Threads to work on; they never change the result. Default: all processors.")
    var threads: Int?

    /// At least 1.
    var count: Int { threads ?? ProcessorCount.active }

    func validate() throws {
        try check(threads.map { $0 >= 1 } ?? true, "--threads must be at least 1.")
    }
}
