/// Why an analysis could not be made from inputs that could be read.
public enum AnalysisError: Error, Sendable, Equatable {
    /// No field qualifies by default; what each field was left out for is in `leftOut`. `lists` hold lists of strings on both
    /// sides, which count as text where they are named.
    case noFields(leftOut: [String], lists: [String])
    /// The field of `--group` or `--id` that no record of a side has.
    case keyAbsent(option: String, key: String, path: String, available: [String])
    /// More rows than row numbers can count.
    case tooManyRows(found: Int, maximum: Int)
    /// It was asked to stop.
    case stopped
}
