extension RecordFormat {
    /// One JSON object a line.
    public static let jsonLines = RecordFormat(named: "jsonl")
}

extension FormatDescription {
    static let jsonLines = FormatDescription(
        format: .jsonLines,
        claim: { head in
            switch head.json {
            case .lines: return .isCertain
            // What is called so has a record a line, whatever the first one has inside.
            case .document, .columns: return head.isJSONLines ? .isCertain : nil
            case .array, .objects, .questions: return nil
            case nil: break
            }
            // Named like JSON but not JSON: an error of the first line.
            if ["jsonl", "ndjson", "json"].contains(head.pathExtension) { return .isNamed }
            // If a corpus was cut into parts, the first line may be the rest of a record: an error, not a text.
            return JSONLinesLayout.isCut(head.bytes) ? .isMarked : nil
        },
        layout: { JSONLinesLayout(maximumRecord: $0.options.maximumRecord) })
}

/// JSON objects, one a line.
struct JSONLinesLayout: RecordLayout {
    let format = RecordFormat.jsonLines
    var maximumRecord = ReadingOptions.defaultMaximumRecord

    func borders() -> any RecordBorders { LineBorders() }
    func reader(named: [FieldPath]) -> any ChunkReader {
        JSONLinesReader(named: JSONNamedField.nested(named), maximumRecord: maximumRecord)
    }

    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: record)
    }

    /// Whether all lines after the first, at least two, are JSON objects.
    static func isCut(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
        var lines = LineReader(head)
        guard lines.next() != nil else { return false }
        var objects = 0
        while objects < 20, let line = lines.next() {
            let content = head[line.start..<line.start + line.count]
            guard content.starts(with: "{\"".utf8) else { return false }
            // The head may end within a line.
            if line.start + line.count < head.count, content.last(where: { !$0.isBlank }) != UInt8(ascii: "}") { return false }
            objects += 1
        }
        return objects >= 2
    }
}

/// Reads JSON objects, one a line.
struct JSONLinesReader: ChunkReader {
    private let parser = JSONRecordParser()
    private let named: [JSONNamedField]
    private let maximumRecord: Int

    init(named: [JSONNamedField], maximumRecord: Int) {
        self.named = named
        self.maximumRecord = maximumRecord
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
            if line.count > maximumRecord {
                chunk.note(.tooLong(limit: maximumRecord), line: line.index)
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
            // A file that was cut off within a character: what is left is the valid start of one.
            let isPart =
                isCutOff && record.count - offset < 4 && record[offset] >= 0xC2 && record[offset] <= 0xF4
                && record[(offset + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
            return isPart ? .truncated(offset: offset) : .notUTF8(offset: offset)
        case .notJSON(let offset, .unclosedString) where isCutOff: return .truncated(offset: offset)
        case .notJSON(let offset, .unclosed) where isCutOff: return .truncated(offset: offset)
        case .notJSON(let offset, let fault): return .notJSON(offset: offset, fault)
        case .notAnObject(let kind): return .notAnObject(kind)
        }
    }
}
