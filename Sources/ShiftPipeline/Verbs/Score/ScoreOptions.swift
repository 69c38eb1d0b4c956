import ParallelWork
import TextRecords

/// How a filter reads and writes.
public struct ScoreOptions: Sendable {
    /// Where records have the model's fields, by their names; those that are not named are where they were in the fit.
    public var fields: [FieldPath] = []
    /// How to read the inputs, as far as their content is not to decide it.
    public var reading = ReadingOptions()
    /// The format of the inputs; nil finds it in their content and their names.
    public var format: RecordFormat? {
        get { reading.format }
        set { reading.format = newValue }
    }
    /// Number of threads; it never changes the result.
    public var threads = ProcessorCount.active
    /// Whether existing `sample_weight` and `p_test` members are replaced.
    public var overwritesKeys = false
    /// What to do about lines that are not records.
    public var onError = ErrorPolicy.stop
    /// Whether only the numbers are written, one object per record, and nothing of the records.
    public var onlyScores = false
    /// Whether the output is gzip.
    public var isCompressed = false

    /// The defaults of `textshift score`.
    public init() {}
}

/// What passed through a filter.
public struct ScoreSummary: Sendable, Equatable, Codable {
    /// Records written.
    public var records = 0
    /// Sum of the weights of all records.
    public var weight = 0.0
    /// Lines that were left out because they are not records.
    public var skippedLines = 0
    /// For each of the model's fields, the records without it.
    public var missing: [Int] = []
    /// Records without a text in any of the model's fields, empty or missing: their score is the model's intercept alone.
    public var withoutText = 0
}
