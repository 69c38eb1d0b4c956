import TextRecords

/// Why the folder of an analysis could not be written or read although its files could.
public enum FolderError: Error, Sendable, Equatable {
    /// A form to write that the corpus at `path` is not in.
    case notOfFormat(OutputFormat, path: String, found: RecordFormat)
    /// Several tables on one side that cannot be written as one, because their columns or delimiters differ.
    case tablesDiffer(paths: [String])
    /// No training record has the label that an export needs.
    case labelAbsent(ExportFormat, key: String, path: String, available: [String])
    /// Training records without the label that an export needs: how many, and the line of the first if it is known.
    case labelMissing(key: String, path: String, rows: Int, line: Int?)
    /// A label that is an array or an object.
    case labelIsNoScalar(SourceLocation, key: String, found: ValueKind)
    /// More distinct labels than can be classes.
    case tooManyClasses(key: String, path: String, maximum: Int)
    /// Training records, `rows` in all, whose identifier is neither text nor a number; `missing` of them have none.
    case idMissing(key: String, path: String, rows: Int, missing: Int)
    /// A report.json that is not a report, or lacks a key.
    case reportMalformed(path: String, key: String?)
    /// A report.json with another schema.
    case reportOfOtherSchema(path: String, found: Int, expected: Int)
    /// A value of a document that is read back cannot be used. `member` is its path, `found` what stands there.
    case memberUnusable(path: String, member: String, found: String, expected: ExpectedValue)
    /// A document that is larger than any that is written.
    case documentTooLarge(path: String, bytes: Int, maximum: Int)
    /// The file for the estimates holds something else.
    case otherEstimates(path: String)
}
