extension RecordFormat {
    /// One document per line; the single field is ``textField``.
    public static let plainText = RecordFormat(named: "text")
}

extension FormatDescription {
    static let plainText = FormatDescription(
        format: .plainText,
        // Texts may by chance have the same number of commas in all lines; a `.txt` is taken to be text.
        claim: { ["txt", "text"].contains($0.pathExtension) ? .isBelieved : nil },
        layout: { _ in PlainTextLayout() })
}

/// Documents, one per line.
struct PlainTextLayout: RecordLayout {
    let format = RecordFormat.plainText

    func borders() -> any RecordBorders { LineBorders() }
    func reader(named: [FieldPath]) -> any ChunkReader { PlainTextReader() }

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
    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isFirst: Bool, isLast: Bool,
        policy: ErrorPolicy
    ) -> RecordChunk {
        var chunk = RecordChunk()
        var column = RecordChunk.Column(name: RecordFormat.textField)
        let isValid = UTF8Check.isValid(bytes)
        var lines = LineReader(bytes)
        while let line = lines.next() {
            if line.count > maximumLineLength {
                chunk.note(.tooLong, line: line.index)
                if policy == .stop { break }
                continue
            }
            if !isValid {
                let text = UnsafeBufferPointer(rebasing: bytes[line.start..<line.start + line.count])
                if let fault = UTF8Check.firstFault(in: text) {
                    chunk.note(.notUTF8(offset: fault), line: line.index)
                    if policy == .stop { break }
                    continue
                }
            }
            let row = UInt32(truncatingIfNeeded: chunk.records.count)
            column.set(TextSpan(.text, fileOffset: offset + line.start, count: line.count), row: row)
            chunk.records.append(
                RecordSpan(
                    start: offset + line.start, count: UInt32(truncatingIfNeeded: line.count),
                    line: UInt32(truncatingIfNeeded: line.index)))
        }
        chunk.lineCount = lines.linesRead
        if !column.rows.isEmpty { chunk.fields = [column] }
        return chunk
    }
}
