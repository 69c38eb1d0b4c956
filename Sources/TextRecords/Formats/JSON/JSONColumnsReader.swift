import CSimdjson

/// A JSON document with the columns of a table: `{"text": ["a", "b"], "label": [0, 1]}`, or, as pandas writes it,
/// `{"text": {"0": "a", "1": "b"}, …}`.
///
/// The whole document has to be in memory: its first row ends near its end.
struct JSONColumnsLayout: RecordLayout {
    let format = RecordFormat.jsonArray
    let maximumRecord = ReadingOptions.largestRecord
    let needsContent = true
    let remarks = [ReadingRemark(.columns)]

    func borders() -> any RecordBorders { WholeDocument() }
    func reader(named: [FieldPath]) -> any ChunkReader { JSONColumnsReader() }

    /// A record's own bytes are one of its values.
    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for column in fields.columns {
            var key = isFirst ? [] : Array(", ".utf8)
            JSONString.append(column.name, to: &key)
            key += Array(": ".utf8)
            if column.appendJSON(at: fields.row, key: key, to: &bytes) { isFirst = false }
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

/// Reads a JSON document of columns, one record a row.
struct JSONColumnsReader: ChunkReader {
    private let parser = JSONRecordParser()

    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isFirst: Bool, isLast: Bool,
        policy: ErrorPolicy
    ) -> RecordChunk {
        var chunk = RecordChunk()
        defer { chunk.lineCount = bytes.newlines(before: bytes.count) }
        guard bytes.contains(where: { !$0.isBlank && $0 != 0x0A }) else { return chunk }
        func note(_ at: Int, _ cause: (_ offset: Int) -> RecordChunk.Fault.Cause) {
            chunk.note(cause(at - bytes.lineStart(of: at)), line: bytes.newlines(before: at), isOfDocument: true)
        }
        do throws(JSONRecordParser.Refusal) {
            let kind = try parser.parseDocument(bytes, isPadded: true)
            guard kind == .object, parser.startWalk() else {
                note(0) { _ in .notAnObject(kind) }
                return chunk
            }
        } catch {
            switch error {
            case .notUTF8(let place): note(place) { .notUTF8(offset: $0) }
            case .notJSON(let place, .unclosed), .notJSON(let place, .unclosedString): note(place) { .truncated(offset: $0) }
            case .notJSON(let place, let fault): note(place) { .notJSON(offset: $0, fault) }
            case .notAnObject(let kind): note(0) { _ in .notAnObject(kind) }
            }
            return chunk
        }
        let columns = columns(index: index, offset: offset, &chunk)
        add(columns, bytes, offset, &chunk)
        return chunk
    }

    private typealias Column = (name: String, values: [(row: Int, span: TextSpan, start: Int)])

    /// All columns of the parsed document; what is no column, such as a number, has no values.
    private func columns(index: Int, offset: Int, _ chunk: inout RecordChunk) -> [Column] {
        var columns: [Column] = []
        var rows: [[UInt8]: Int] = [:]
        var member = csimdjson_member()
        while parser.walk(&member) {
            var column: Column = (String(decoding: member.key.buffer, as: UTF8.self), [])
            let isKeyed = member.valueKind == .object
            guard parser.enter() else { continue }
            while parser.walk(&member) {
                var row = column.values.count
                if isKeyed {
                    let key = Array(member.key.buffer)
                    row = rows[key] ?? rows.count
                    rows[key] = row
                }
                let span: TextSpan
                if member.valueKind == .array || member.valueKind == .object {
                    span = TextSpan(
                        member.valueKind, fileOffset: offset + member.value_start,
                        count: parser.walkedValueEnd - member.value_start, isOpaque: true)
                } else {
                    span = JSONFieldReader.span(of: member, at: offset, index, &chunk.arena)
                }
                column.values.append((row, span, member.value_start))
            }
            parser.leave()
            columns.append(column)
        }
        return columns
    }

    /// Adds the rows of the columns; where each starts is where its first value does.
    private func add(_ columns: [Column], _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ chunk: inout RecordChunk) {
        let count = columns.flatMap { $0.values.map(\.row) }.max().map { $0 + 1 } ?? 0
        var starts = [(start: Int, count: Int)?](repeating: nil, count: count)
        for column in columns {
            var field = RecordChunk.Column(name: column.name)
            // A key that occurs twice counts by its last value, and rows must ascend.
            var spans = [TextSpan?](repeating: nil, count: count)
            for value in column.values {
                spans[value.row] = value.span
                if starts[value.row] == nil { starts[value.row] = (value.start, 1) }
            }
            for (row, span) in spans.enumerated() {
                if let span { field.set(span, row: UInt32(truncatingIfNeeded: row)) }
            }
            chunk.fields.append(field)
        }
        var line = 0
        var passed = 0
        for (start, count) in starts.compactMap({ $0 }) {
            // Rows of one column ascend; those that only a later one has are counted from the start.
            if start < passed { (line, passed) = (0, 0) }
            line += UnsafeBufferPointer(rebasing: bytes[passed..<start]).newlines(before: start - passed)
            passed = start
            chunk.records.append(
                RecordSpan(
                    start: offset + start, count: UInt32(truncatingIfNeeded: count), line: UInt32(truncatingIfNeeded: line)))
        }
    }
}
