/// What must be known about a file before a piece of it can be read: its format, and what its start says.
protocol RecordLayout: Sendable {
    /// The format that this is a layout of.
    var format: RecordFormat { get }
    /// What the user should know about how the file is read.
    var remarks: [ReadingRemark] { get }
    /// The most bytes of a record, or of the file where it is read as a whole.
    var maximumRecord: Int { get }
    /// Offset of the part of a JSON document that is all that is read; nil if everything is.
    var part: Int? { get }
    /// Whether a file of nothing but blanks is none of this format: a list of records has at least its brackets.
    var needsContent: Bool { get }

    /// Where the file can be cut.
    func borders() -> any RecordBorders

    /// A reader of pieces, for one worker.
    /// - Parameter named: All fields that were asked for.
    func reader(named: [FieldPath]) -> any ChunkReader

    /// Appends a record as JSON on one line, without a newline.
    ///
    /// - Parameters:
    ///   - record: The record's bytes, as delimited by the reader.
    ///   - fields: The record's fields, for a format in which the bytes alone do not hold them all.
    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8])
}

extension RecordLayout {
    var remarks: [ReadingRemark] { [] }
    var part: Int? { nil }
    var needsContent: Bool { false }
}

/// The fields of one record, as the file has them.
struct RowFields {
    let columns: [FieldColumn]
    let row: Int
}
