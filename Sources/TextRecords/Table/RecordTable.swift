/// A corpus, or a batch of one, in memory: its records, in order, with their untouched bytes and their fields.
///
/// The same bytes give the same table, whatever the number of workers. Takes the file's size, 16 bytes per row, and 16 bytes
/// per row and field. Does not hold fields beyond the first ``maximumFields`` unless they are named.
package struct RecordTable: Sendable {
    /// How many top-level fields are kept, in order of first appearance; guards against records whose keys are data.
    package static let maximumFields = 256
    /// How many errors are kept in ``skipped``.
    package static let maximumSkippedErrors = RecordChunk.maximumFaults

    /// The file as it was named; `-` is standard input.
    package let path: String
    /// The format that the file was read in.
    package var format: RecordFormat { layout.format }
    /// Whether ``format`` was found from the content.
    package let formatWasDetected: Bool
    /// The first ``maximumSkippedErrors`` errors of lines that were left out, in order.
    package let skipped: [RecordError]
    /// How many lines were left out.
    package let skippedCount: Int
    /// Every top-level field, in order of first appearance, then the named fields that are nested or renamed, in the order in
    /// which they were named. Names are unique: a named field hides a top-level one of its name.
    package let columns: [FieldColumn]
    /// How many top-level fields were left out because of ``maximumFields``.
    package let fieldsLeftOut: Int

    /// The encoding that the content was converted to UTF-8 from.
    package internal(set) var encoding = CharacterEncoding.utf8
    /// How the file is compressed; nil if it is not.
    package internal(set) var packing: Packing?
    /// Whether the file is compressed.
    package var isCompressed: Bool { packing != nil }
    /// What the user should know about how the file is read.
    package internal(set) var remarks: [ReadingRemark] = []
    /// Rows of a table with fewer cells than the header.
    package internal(set) var shortRows = 0
    /// Rows with which a document starts, by marks such as `-DOCSTART-`, ascending; none if the format has no such marks.
    package internal(set) var documentStarts: [Int] = []
    /// The number of tabs in each of the first lines of a file taken for plain text, if it is the same in all: it may be a
    /// table.
    package internal(set) var tabs: Int?

    let layout: any RecordLayout
    /// The fields as the file has them, where a record's own bytes do not hold them all.
    let fileColumns: [FieldColumn]
    /// Bytes and digest of the file, if the table was read from its converted text.
    var file: (byteCount: Int, digest: String)?
    let storage: RecordStorage
    let records: [RecordSpan]
    /// Where each record is, if that differs from where the table was read; empty otherwise.
    var origins: [SourceLocation] = []

    /// Number of records.
    package var count: Int { records.count }

    /// Bytes that the table was read from.
    package var byteCount: Int { file?.byteCount ?? storage.count }

    /// `xxh128:` and the XXH3-128 of these bytes in hexadecimal, as `xxhsum -H128` prints it. Hashes all of them.
    package var digest: String {
        if let file { return file.digest }
        return storage.bytes.withUnsafeBufferPointer {
            Fingerprint.digest(of: UnsafeBufferPointer(rebasing: $0[..<storage.count]))
        }
    }

    /// The field called `name`, or nil if no record has it.
    package func column(named name: String) -> FieldColumn? {
        columns.first { $0.name == name }
    }

    /// The bytes of a record's line as they are in the file, without the line end. `row` counts from 0.
    package func recordBytes(_ row: Int) -> ArraySlice<UInt8> {
        let record = records[row]
        return storage.bytes[record.start..<record.start + Int(record.count)]
    }

    /// Calls `body` with ``recordBytes(_:)``, which it must not keep.
    @inline(__always)
    package func withRecordBytes<Result, Failure: Error>(
        _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let record = records[row]
        let span = TextSpan(.text, fileOffset: record.start, count: Int(record.count))
        return try storage.withBytes(of: span, body)
    }

    /// XXH3-64 of ``recordBytes(_:)``: equal for exact duplicates in any file.
    package func fingerprint(ofRecord row: Int) -> UInt64 {
        withRecordBytes(row) { Fingerprint.of($0) }
    }

    /// Where a record is.
    package func location(ofRecord row: Int) -> SourceLocation {
        origins.isEmpty ? SourceLocation(path: path, line: Int(records[row].line) + 1) : origins[row]
    }

    /// Appends a record as JSON on one line, without a newline.
    ///
    /// A record of JSON lines is its own bytes, and so is one of a JSON array except for line ends. A line of plain text is
    /// `{"text": …}`; a row of a table has all its cells, as strings; a tagged sentence is
    /// `{"text": …, "tokens": […], "labels": […]}`; a question is
    /// `{"id": …, "title": …, "context": …, "question": …, "answers": …, "is_impossible": …}` as far as they are present, the
    /// answers in their own bytes.
    package func appendJSON(ofRecord row: Int, to bytes: inout [UInt8]) {
        withRecordBytes(row) { layout.appendJSON($0, fields: RowFields(columns: fileColumns, row: row), to: &bytes) }
    }
}
