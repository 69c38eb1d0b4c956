/// A corpus, or a batch of one, in memory: its records, in order, with their untouched bytes and their fields.
///
/// The same bytes give the same table, whatever the number of workers. Costs the file's size, 16 bytes a row, and 16 bytes
/// a row and field. Does not hold fields past the first ``maximumFields`` unless they are named.
public struct RecordTable: Sendable {
    /// Top-level fields that are kept, in order of first appearance; guards against records whose keys are data.
    public static let maximumFields = 256
    /// Errors that are kept in ``skipped``.
    public static let maximumSkippedErrors = RecordChunk.maximumFaults

    /// The file as it was named; `-` is standard input.
    public let path: String
    /// The format that the file was read in.
    public let format: RecordFormat
    /// Whether ``format`` was found from the content.
    public let formatWasDetected: Bool
    /// The first ``maximumSkippedErrors`` errors of lines that were left out, in order.
    public let skipped: [RecordError]
    /// How many lines were left out.
    public let skippedCount: Int
    /// Every top-level field, in order of first appearance, then the named fields that are nested or renamed, in the order
    /// they were asked for. Names are unique: a named field hides a top-level one of its name.
    public let columns: [FieldColumn]
    /// How many top-level fields were left out because of ``maximumFields``.
    public let fieldsLeftOut: Int

    let storage: RecordStorage
    var records: [RecordSpan]

    /// Number of records.
    public var count: Int { records.count }

    /// Bytes that the table was read from.
    public var byteCount: Int { storage.count }

    /// `xxh128:` and the XXH3-128 of these bytes in hexadecimal, as `xxhsum -H128` prints it. Looks at all of them.
    public var digest: String {
        storage.bytes.withUnsafeBufferPointer {
            Fingerprint.digest(of: UnsafeBufferPointer(rebasing: $0[..<storage.count]))
        }
    }

    /// The field called `name`, or nil if no record has it.
    public func column(named name: String) -> FieldColumn? {
        columns.first { $0.name == name }
    }

    /// The bytes of a record's line as they are in the file, without the line's end. `row` counts from 0.
    public func recordBytes(_ row: Int) -> ArraySlice<UInt8> {
        let record = records[row]
        return storage.bytes[record.start..<record.start + Int(record.count)]
    }

    /// Calls `body` with ``recordBytes(_:)``, which it must not keep.
    @inline(__always)
    public func withRecordBytes<Result, Failure: Error>(
        _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let record = records[row]
        let span = TextSpan(.text, fileOffset: record.start, count: Int(record.count))
        return try storage.withBytes(of: span, body)
    }

    /// XXH3-64 of ``recordBytes(_:)``: equal for exact duplicates in any file.
    public func fingerprint(ofRecord row: Int) -> UInt64 {
        withRecordBytes(row) { Fingerprint.of($0) }
    }

    /// Where a record is.
    public func location(ofRecord row: Int) -> SourceLocation {
        SourceLocation(path: path, line: Int(records[row].line) + 1)
    }

    /// Appends a record as JSON, without a newline: a JSON record's own bytes, or `{"text": …}` for a line of plain text.
    public func appendJSON(ofRecord row: Int, to bytes: inout [UInt8]) {
        switch format {
        case .jsonLines:
            withRecordBytes(row) { bytes.append(contentsOf: $0) }
        case .plainText:
            bytes.append(UInt8(ascii: "{"))
            JSONString.append(RecordFormat.textField, to: &bytes)
            bytes.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: " ")])
            withRecordBytes(row) { JSONString.append($0, to: &bytes) }
            bytes.append(UInt8(ascii: "}"))
        }
    }
}
