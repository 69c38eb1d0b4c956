import TextRecords

/// Why an analysis could not be made from inputs that could be read.
public enum AnalysisError: Error, Sendable, Equatable {
    /// No field qualifies by default; what each field was left out for is in `leftOut`.
    case noFields(leftOut: [String])
    /// The field of `--group` or `--id` that no record of a side has.
    case keyAbsent(option: String, key: String, path: String, available: [String])
    /// More rows than row numbers can count.
    case tooManyRows(found: Int, maximum: Int)
    /// A line of a review lacks a file's name or a line's number, or `key` holds something else.
    case reviewMalformed(SourceLocation, key: String)
    /// A line of a review drops a row that no input has.
    case reviewedRowAbsent(SourceLocation, file: String, line: Int)
    /// A line of a review drops a row whose id is not the one that was reviewed; nil where the row has none.
    case reviewedRowDiffers(SourceLocation, file: String, line: Int, found: String?, expected: String)
    /// A line of a review drops a row that several inputs of one name have.
    case reviewedRowAmbiguous(SourceLocation, file: String, line: Int)
    /// A review drops all rows of an input.
    case nothingLeft(path: String, review: String)
    /// A report.json that is none, or lacks a key.
    case reportMalformed(path: String, key: String?)
    /// A report.json of another schema.
    case reportOfOtherSchema(path: String, found: Int, expected: Int)
    /// It was asked to stop.
    case stopped
}
