/// Reads documents, one a line.
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
