/// Reads JSON objects, one a line.
struct JSONLinesReader: ChunkReader {
    private let parser = JSONRecordParser()
    private let named: [NamedField]

    /// A nested field to look up in each record.
    struct NamedField: Sendable {
        let name: String
        /// The path as one top-level key, which goes before the path.
        let whole: JSONRecordParser.KeyPath
        let path: JSONRecordParser.KeyPath

        init(_ field: FieldPath) {
            name = field.name
            whole = JSONRecordParser.KeyPath([field.path])
            path = JSONRecordParser.KeyPath(field.keys)
        }
    }

    init(named: [NamedField]) {
        self.named = named
    }

    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isFirst: Bool, isLast: Bool,
        policy: ErrorPolicy
    ) -> RecordChunk {
        var chunk = RecordChunk()
        chunk.named = named.map { RecordChunk.Column(name: $0.name) }
        var fields = JSONFieldReader(parser: parser, named: named, chunk: index)
        var lines = LineReader(bytes)
        while let line = lines.next() {
            let record = UnsafeBufferPointer(rebasing: bytes[line.start..<line.start + line.count])
            if line.count > maximumLineLength {
                chunk.note(.tooLong, line: line.index)
                if policy == .stop { break }
                continue
            }
            do {
                try parser.parse(record, isPadded: true)
            } catch {
                chunk.note(Self.cause(error, line, isLast: isLast, of: record), line: line.index)
                if policy == .stop { break }
                continue
            }
            fields.addRecord(at: offset + line.start, count: line.count, line: line.index, to: &chunk)
        }
        chunk.lineCount = lines.linesRead
        return chunk
    }

    private static func cause(
        _ refusal: JSONRecordParser.Refusal, _ line: LineReader.Line, isLast: Bool, of record: UnsafeBufferPointer<UInt8>
    ) -> RecordChunk.Fault.Cause {
        let isCutOff = isLast && !line.isTerminated
        switch refusal {
        case .notUTF8(let offset):
            // A file that was cut within a character: what is left of it is a good start.
            let isPart = isCutOff && record.count - offset < 4 && record[offset] >= 0xC2 && record[offset] <= 0xF4
                && record[(offset + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
            return isPart ? .truncated(offset: offset) : .notUTF8(offset: offset)
        case .notJSON(let offset, .unclosedString) where isCutOff: return .truncated(offset: offset)
        case .notJSON(let offset, .unclosed) where isCutOff: return .truncated(offset: offset)
        case .notJSON(let offset, let fault): return .notJSON(offset: offset, fault)
        case .notAnObject(let kind): return .notAnObject(kind)
        }
    }
}
