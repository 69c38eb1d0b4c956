extension RecordFormat {
    /// A token and its tag per line, sentences separated by blank lines (CoNLL, BIO, BMES).
    public static let conll = RecordFormat(named: "conll")
}

extension FormatDescription {
    static let conll = FormatDescription(
        format: .conll,
        claim: { head in
            let extensions = ["conll", "bio", "bmes", "bioes", "bieos", "iob", "iob2"]
            if extensions.contains(head.pathExtension) { return .isNamed }
            return TagColumns.areTagged(head.bytes) ? .isMarked : nil
        },
        layout: { (head) throws(RecordError) in CoNLLLayout(columns: try TagColumns(head.bytes, path: head.path)) })
}

/// Sentences of tagged tokens.
struct CoNLLLayout: RecordLayout {
    let columns: TagColumns
    let format = RecordFormat.conll

    func borders() -> any RecordBorders { BlankLineBorders() }
    func reader(named: [FieldPath]) -> any ChunkReader { CoNLLReader(columns: columns) }

    /// Appends a record's bytes, as delimited by ``CoNLLReader``, as `{"text": …, "tokens": […], "labels": […]}`.
    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8]) {
        var sentence = TaggedSentence()
        var parts: [Range<Int>] = []
        var start = 0
        while start < record.count {
            let lineStart = start
            let lineEnd = record.firstNewline(from: start) ?? record.count
            start = lineEnd + 1
            columns.split(UnsafeBufferPointer(rebasing: record[lineStart..<lineEnd]), into: &parts)
            guard let token = parts.first, let label = parts.last else { continue }
            sentence.tokens.append(lineStart + token.lowerBound..<lineStart + token.upperBound)
            sentence.labels.append(lineStart + label.lowerBound..<lineStart + label.upperBound)
        }
        bytes.append(contentsOf: "{\"text\": ".utf8)
        var text: [UInt8] = []
        sentence.append(.text, of: record, to: &text)
        text.withUnsafeBufferPointer { JSONString.append($0, to: &bytes) }
        let lists = [(", \"tokens\": ", sentence.tokens), (", \"labels\": ", sentence.labels)]
        for (key, parts) in columns.hasTags ? lists : [lists[0]] {
            bytes.append(contentsOf: key.utf8)
            JSONString.append(parts.map { UnsafeBufferPointer(rebasing: record[$0]) }, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

/// Reads sentences of tagged tokens (CoNLL columns; BIO, BMES and the like), one record a sentence.
///
/// A row is a token and its tag, with columns between them that are ignored; blank lines and `-DOCSTART-` end a sentence. The
/// fields are `text`, `tokens` and `labels`, without the last if the file's first row is just a token.
struct CoNLLReader: ChunkReader {
    private let columns: TagColumns
    private var parts: [Range<Int>] = []

    init(columns: TagColumns) {
        self.columns = columns
    }

    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isFirst: Bool, isLast: Bool,
        policy: ErrorPolicy
    ) -> RecordChunk {
        var chunk = RecordChunk()
        var fields = columns.parts.map { RecordChunk.Column(name: $0.rawValue) }
        let isValid = UTF8Check.isValid(bytes)
        var sentence = TaggedSentence()
        var start = 0
        func finish() {
            defer { sentence.clear() }
            guard !sentence.isFaulty, let end = sentence.labels.last?.upperBound else { return }
            let row = UInt32(truncatingIfNeeded: chunk.records.count)
            for (column, part) in columns.parts.enumerated() {
                let position = chunk.arena.count
                sentence.append(part, of: bytes, to: &chunk.arena)
                fields[column].set(
                    TextSpan(
                        part == .text ? .text : .array, chunk: index, arenaOffset: position,
                        count: chunk.arena.count - position),
                    row: row)
            }
            chunk.records.append(
                RecordSpan(
                    start: offset + sentence.start, count: UInt32(truncatingIfNeeded: end - sentence.start),
                    line: UInt32(truncatingIfNeeded: sentence.line)))
        }
        while start < bytes.count {
            let lineStart = start
            let lineEnd = bytes.firstNewline(from: start) ?? bytes.count
            start = lineEnd + 1
            let line = chunk.lineCount
            chunk.lineCount += 1
            let row = UnsafeBufferPointer(rebasing: bytes[lineStart..<lineEnd])
            if row.allSatisfy({ $0.isBlank }) || TaggedSentence.isDocumentStart(row) {
                finish()
                continue
            }
            if sentence.isFaulty { continue }
            columns.split(row, into: &parts)
            if let cause = fault(of: row, isValid: isValid) {
                // Before the first token of a sentence, a line of another kind that starts with # is a comment.
                if case .columnCount = cause, sentence.tokens.isEmpty, row.first == UInt8(ascii: "#") { continue }
                chunk.note(cause, line: line)
                if policy == .stop { break }
                sentence.isFaulty = true
                continue
            }
            guard let token = parts.first, let label = parts.last else { continue }
            if sentence.tokens.isEmpty {
                sentence.start = lineStart
                sentence.line = line
            }
            sentence.tokens.append(lineStart + token.lowerBound..<lineStart + token.upperBound)
            sentence.labels.append(lineStart + label.lowerBound..<lineStart + label.upperBound)
        }
        if policy == .skip || chunk.faultCount == 0 { finish() }
        if !chunk.records.isEmpty { chunk.fields = fields }
        return chunk
    }

    private func fault(of row: UnsafeBufferPointer<UInt8>, isValid: Bool) -> RecordChunk.Fault.Cause? {
        if !isValid, let offset = UTF8Check.firstFault(in: row) { return .notUTF8(offset: offset) }
        if row.count > maximumLineLength { return .tooLong }
        if parts.first?.isEmpty ?? true { return .tagWithoutToken }
        let found = parts.last?.isEmpty ?? true ? parts.count - 1 : parts.count
        if found == columns.count { return nil }
        let isTag = parts.count == 1 && TagPattern.isPrefixed(UnsafeBufferPointer(rebasing: row[parts[0]]))
        return isTag ? .tagWithoutToken : .columnCount(found: found, expected: columns.count)
    }
}
