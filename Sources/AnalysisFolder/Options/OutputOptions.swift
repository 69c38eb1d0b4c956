import ShiftReport

/// Which files are written for an analysis besides the usual ones, and how.
public struct OutputOptions: Sendable {
    /// Forms to write the record files in, in addition to JSON lines.
    public var writes: [OutputFormat] = []
    /// Whether the record files (`*.jsonl`) are gzip, and called `*.jsonl.gz`.
    public var isCompressed = false
    /// Tools to write the weighted rows for.
    public var exports: [ExportFormat] = []
    /// Language of report.html and report.md; nil for that of the corpora.
    public var language: Language?

    /// JSON lines, the reports and the model.
    public init() {}
}
