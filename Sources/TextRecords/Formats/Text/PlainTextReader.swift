extension RecordFormat {
    /// One document per line; the single field is ``textField``.
    public static let plainText = RecordFormat(named: "text")
}

extension FormatDescription {
    static let plainText = FormatDescription(
        format: .plainText,
        // Texts may by chance have the same number of commas in all lines; a `.txt` is taken to be text.
        claim: { ["txt", "text"].contains($0.pathExtension) ? .isBelieved : nil },
        layout: { PlainTextLayout($0) })
}

/// Documents, one per line.
struct PlainTextLayout: RecordLayout {
    let format = RecordFormat.plainText
    let maximumRecord: Int
    let remarks: [ReadingRemark]

    init(_ head: FileHead) {
        maximumRecord = head.options.maximumRecord
        let separator = head.options.format == nil ? LineSeparator.find(in: head) : nil
        remarks = separator.map { [ReadingRemark(.separator, $0)] } ?? []
    }

    func borders() -> any RecordBorders { LineBorders() }
    func reader(named: [FieldPath]) -> any ChunkReader { PlainTextReader(maximumRecord: maximumRecord) }

    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        JSONString.append(RecordFormat.textField, to: &bytes)
        bytes.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: " ")])
        JSONString.append(record, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }
}

/// Reads documents, one per line.
struct PlainTextReader: ChunkReader {
    let maximumRecord: Int

    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isFirst: Bool, isLast: Bool,
        policy: ErrorPolicy
    ) -> RecordChunk {
        var chunk = RecordChunk()
        var column = RecordChunk.Column(name: RecordFormat.textField)
        chunk.lineCount = Self.forEachLine(of: bytes, maximum: maximumRecord, policy, &chunk) { line, chunk in
            let row = UInt32(truncatingIfNeeded: chunk.records.count)
            column.set(TextSpan(.text, fileOffset: offset + line.start, count: line.count), row: row)
            chunk.records.append(
                RecordSpan(
                    start: offset + line.start, count: UInt32(truncatingIfNeeded: line.count),
                    line: UInt32(truncatingIfNeeded: line.index)))
        }
        if !column.rows.isEmpty { chunk.fields = [column] }
        return chunk
    }

    /// Calls `body` with each line that is well-formed UTF-8 and not too long, and notes the others; returns how many there were.
    static func forEachLine(
        of bytes: UnsafeBufferPointer<UInt8>, maximum: Int, _ policy: ErrorPolicy, _ chunk: inout RecordChunk,
        _ body: (LineReader.Line, inout RecordChunk) -> Void
    ) -> Int {
        let isValid = UTF8Check.isValid(bytes)
        var lines = LineReader(bytes)
        while let line = lines.next() {
            var cause: RecordChunk.Fault.Cause?
            if line.count > maximum {
                cause = .tooLong(limit: maximum)
            } else if !isValid {
                let text = UnsafeBufferPointer(rebasing: bytes[line.start..<line.start + line.count])
                cause = UTF8Check.firstFault(in: text).map { .notUTF8(offset: $0) }
            }
            guard let cause else {
                body(line, &chunk)
                continue
            }
            chunk.note(cause, line: line.index)
            if policy == .stop { break }
        }
        return lines.linesRead
    }
}
