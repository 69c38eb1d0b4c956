import TextRecords

/// Why the folder of an analysis could not be written or read, where its files could be.
public enum FolderError: Error, Sendable, Equatable {
    /// A form to write that the corpus at `path` is not in.
    case notOfFormat(OutputFormat, path: String, found: RecordFormat)
    /// Several tables of a side that cannot be written as one, since their columns or delimiters differ.
    case tablesDiffer(paths: [String])
    /// No training record has the label that an export needs.
    case labelAbsent(ExportFormat, key: String, path: String, available: [String])
    /// Training records without the label that an export needs: how many, and the line of the first where it is known.
    case labelMissing(key: String, path: String, rows: Int, line: Int?)
    /// A label that is an array or an object.
    case labelIsNoScalar(SourceLocation, key: String, found: ValueKind)
    /// More different labels than can be classes.
    case tooManyClasses(key: String, path: String, maximum: Int)
    /// Training records, `rows` in all, whose identifier is neither text nor a number; `missing` of them have none.
    case idMissing(key: String, path: String, rows: Int, missing: Int)
    /// A report.json that is none, or lacks a key.
    case reportMalformed(path: String, key: String?)
    /// A report.json of another schema.
    case reportOfOtherSchema(path: String, found: Int, expected: Int)
    /// A file that estimates should be written to and that holds something else.
    case otherEstimates(path: String)
}
