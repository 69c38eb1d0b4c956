/// A file of records that every analysis writes, by its name without an extension; in the order in which they are listed.
enum RecordFile: String, CaseIterable, Sendable {
    case trainWeighted = "train.weighted"
    case testScored = "test.scored"
    case validation
    case trainRemaining = "train.remaining"

    /// Its name as JSON lines.
    func name(isCompressed: Bool) -> String { rawValue + (isCompressed ? ".jsonl.gz" : ".jsonl") }
}
