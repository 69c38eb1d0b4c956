import ParallelWork

/// Where the inputs of an analysis are now, for the verbs that read them again, and with how many threads.
public struct RereadOptions: Sendable {
    /// The files of train; empty if they have not moved.
    public var train: [String] = []
    /// The files of test; empty if they have not moved.
    public var test: [String] = []
    /// Number of threads; it never changes a result.
    public var threads: Int

    /// - Parameter threads: nil for all processors.
    public init(train: [String] = [], test: [String] = [], threads: Int? = nil) {
        self.train = train
        self.test = test
        self.threads = threads ?? ProcessorCount.active
    }
}
