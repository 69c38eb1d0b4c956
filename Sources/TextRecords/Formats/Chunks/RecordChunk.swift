/// What one chunk of a file holds, before the chunks are put together.
struct RecordChunk: Sendable {
    /// The values of one field that the chunk's records have; records without it have no entry.
    struct Column: Sendable {
        var name: String
        /// Rows within the chunk, ascending, each at most once.
        var rows: [UInt32] = []
        /// The values of ``rows``.
        var spans: [TextSpan] = []

        /// Adds a value; of two for the same row the last counts.
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

    /// A line that is not a record.
    struct Fault: Sendable {
        /// Lines before it in the chunk.
        var line: Int
        var cause: Cause
        /// Whether offsets in the cause are offsets in the line: a piece that starts within a line does not know.
        var isColumnKnown = true
        /// Whether the document, or the rest of it, can no longer be divided into records: there is no record to leave out.
        var isOfDocument = false

        enum Cause: Sendable {
            case notUTF8(offset: Int)
            case notJSON(offset: Int, JSONFault)
            case truncated(offset: Int)
            case notAnObject(ValueKind)
            case tooLong(limit: Int)
            case cellCount(found: Int, expected: Int)
            case quoteNotClosed(offset: Int)
            case columnCount(found: Int, expected: Int)
            case tagWithoutToken
            case questions(offset: Int, QuestionPlace, QuestionFault)
        }

        /// The error, once the number of lines before the chunk is known.
        func error(path: String, linesBefore: Int) -> RecordError {
            func place(_ offset: Int?) -> SourceLocation {
                SourceLocation(path: path, line: linesBefore + line + 1, column: isColumnKnown ? offset.map { $0 + 1 } : nil)
            }
            let error: RecordError =
                switch cause {
                case .notUTF8(let offset): .notUTF8(place(offset))
                case .notJSON(let offset, let fault): .notJSON(place(offset), fault)
                case .truncated(let offset): .truncated(place(offset))
                case .notAnObject(let kind): .notAnObject(place(nil), found: kind)
                case .tooLong(let limit): .recordTooLong(place(nil), limit: limit)
                case .cellCount(let found, let expected): .cellCount(place(nil), found: found, expected: expected)
                case .quoteNotClosed(let offset): .quoteNotClosed(place(offset))
                case .columnCount(let found, let expected): .columnCount(place(nil), found: found, expected: expected)
                case .tagWithoutToken: .tagWithoutToken(place(nil))
                case .questions(let offset, let part, let fault): .questionsMalformed(place(offset), part, fault)
                }
            return isOfDocument ? .ofDocument(error) : error
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
    /// Rows with which a document starts, ascending.
    var documentStarts: [UInt32] = []
    /// Rows of a table with fewer cells than the header.
    var shortRows = 0
    /// Lines, blank ones included.
    var lineCount = 0
    /// The first lines that are not records, ``maximumFaults`` at most.
    var faults: [Fault] = []
    /// How many lines are not records.
    var faultCount = 0

    /// Faults that are kept.
    static let maximumFaults = 100

    mutating func note(_ cause: Fault.Cause, line: Int, isColumnKnown: Bool = true, isOfDocument: Bool = false) {
        faultCount += 1
        if faults.count < Self.maximumFaults {
            faults.append(Fault(line: line, cause: cause, isColumnKnown: isColumnKnown, isOfDocument: isOfDocument))
        }
    }
}
