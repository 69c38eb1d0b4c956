/// What one chunk of a file holds, before the chunks are put together.
struct RecordChunk: Sendable {
    /// The values of one field that the chunk's records have; records without it have no entry.
    struct Column: Sendable {
        var name: String
        /// Rows within the chunk, ascending, each at most once.
        var rows: [UInt32] = []
        /// The values of ``rows``.
        var spans: [TextSpan] = []

        /// Notes a value; of two for the same row the last counts.
        @inline(__always)
        mutating func set(_ span: TextSpan, row: UInt32) {
            if rows.last == row {
                spans[spans.count - 1] = span
            } else {
                rows.append(row)
                spans.append(span)
            }
        }
    }

    /// A line that is no record.
    struct Fault: Sendable {
        /// Lines before it in the chunk.
        var line: Int
        var cause: Cause

        enum Cause: Sendable {
            case notUTF8(offset: Int)
            case notJSON(offset: Int, JSONFault)
            case truncated(offset: Int)
            case notAnObject(ValueKind)
            case tooLong
        }

        /// The error, once the number of lines before the chunk is known.
        func error(path: String, linesBefore: Int) -> RecordError {
            func place(_ offset: Int?) -> SourceLocation {
                SourceLocation(path: path, line: linesBefore + line + 1, column: offset.map { $0 + 1 })
            }
            return switch cause {
            case .notUTF8(let offset): .notUTF8(place(offset))
            case .notJSON(let offset, let fault): .notJSON(place(offset), fault)
            case .truncated(let offset): .truncated(place(offset))
            case .notAnObject(let kind): .notAnObject(place(nil), found: kind)
            case .tooLong: .lineTooLong(place(nil))
            }
        }
    }

    /// The records, in order.
    var records: [RecordSpan] = []
    /// Columns of the named nested fields, in the order they were asked for.
    var named: [Column] = []
    /// Columns of the top-level fields, in order of first appearance.
    var fields: [Column] = []
    /// Unescaped and joined texts.
    var arena: [UInt8] = []
    /// Lines, blank ones too.
    var lineCount = 0
    /// The first lines that are no records, ``maximumFaults`` at most.
    var faults: [Fault] = []
    /// How many lines are no records.
    var faultCount = 0

    /// Faults that are kept.
    static let maximumFaults = 100

    mutating func note(_ cause: Fault.Cause, line: Int) {
        faultCount += 1
        if faults.count < Self.maximumFaults { faults.append(Fault(line: line, cause: cause)) }
    }
}
