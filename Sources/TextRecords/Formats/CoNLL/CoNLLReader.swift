extension RecordFormat {
    /// A token and its tag per line, sentences separated by blank lines (CoNLL, BIO, BMES).
    public static let conll = RecordFormat(named: "conll")
    /// The ten columns of CoNLL-U and CoNLL-X, of which the second is the token.
    public static let conllu = RecordFormat(named: "conllu")
}

extension FormatDescription {
    static let conll = FormatDescription(
        format: .conll,
        claim: { head in
            if head.json != nil { return nil }
            let extensions = ["conll", "bio", "bmes", "bioes", "bieos", "iob", "iob2"]
            if extensions.contains(head.pathExtension) { return .isNamed }
            return TagColumns.claim(head.bytes)
        },
        layout: { (head) throws(RecordError) in try CoNLLLayout(head) })

    static let conllu = FormatDescription(
        format: .conllu,
        claim: { head in
            guard head.json == nil, let columns = try? TagColumns(head.bytes, path: head.path) else { return nil }
            return columns.isUniversal ? .isCertain : nil
        },
        layout: { (head) throws(RecordError) in try CoNLLLayout(head) })
}

/// Sentences of tokens.
struct CoNLLLayout: RecordLayout {
    let columns: TagColumns
    let maximumRecord: Int
    var format: RecordFormat { columns.isUniversal ? .conllu : .conll }

    init(_ head: FileHead) throws(RecordError) {
        columns = try TagColumns(head.bytes, path: head.path)
        maximumRecord = head.options.maximumRecord
    }

    var remarks: [ReadingRemark] {
        (columns.hasDigits ? [ReadingRemark(.positionDigits)] : []) + (columns.hasTags ? [] : [ReadingRemark(.untagged)])
    }

    func borders() -> any RecordBorders { BlankLineBorders() }
    func reader(named: [FieldPath]) -> any ChunkReader { CoNLLReader(columns: columns, maximumRecord: maximumRecord) }

    /// Appends a record's bytes, as delimited by ``CoNLLReader``, as `{"text": …, "tokens": […], "labels": […]}`, with `"id"` in
    /// front if a comment has it.
    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8]) {
        var sentence = TaggedSentence()
        var parts: [Range<Int>] = []
        var start = 0
        while start < record.count {
            let lineStart = start
            let lineEnd = record.firstNewline(from: start) ?? record.count
            start = lineEnd + 1
            let row = UnsafeBufferPointer(rebasing: record[lineStart..<lineEnd])
            if columns.isUniversal, row.first == UInt8(ascii: "#") {
                sentence.read(comment: lineStart..<lineEnd, of: record)
                continue
            }
            columns.split(row, into: &parts)
            columns.add(parts, of: record, at: lineStart, to: &sentence)
        }
        bytes.append(UInt8(ascii: "{"))
        if let id = sentence.id {
            bytes.append(contentsOf: "\"id\": ".utf8)
            JSONString.append(UnsafeBufferPointer(rebasing: record[id]), to: &bytes)
            bytes.append(contentsOf: ", ".utf8)
        }
        bytes.append(contentsOf: "\"text\": ".utf8)
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

/// Reads sentences of tokens (CoNLL columns; BIO, BMES and the like; CoNLL-U), one record a sentence.
///
/// A row is a token and its tag, with columns that are ignored; blank lines and marks of documents end a sentence. The fields
/// are `text`, `tokens` and `labels`, without the last if a row is just a token; of CoNLL-U `id` too, if comments have it.
struct CoNLLReader: ChunkReader {
    private let columns: TagColumns
    private let maximumRecord: Int
    private var parts: [Range<Int>] = []

    init(columns: TagColumns, maximumRecord: Int) {
        self.columns = columns
        self.maximumRecord = maximumRecord
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
        var isDocumentStart = false
        func finish() {
            defer { sentence.clear() }
            guard !sentence.isFaulty, !sentence.tokens.isEmpty, let start = sentence.start else { return }
            if sentence.end - start > maximumRecord {
                chunk.note(.tooLong(limit: maximumRecord), line: sentence.line)
                return
            }
            let row = UInt32(truncatingIfNeeded: chunk.records.count)
            if isDocumentStart { chunk.documentStarts.append(row) }
            isDocumentStart = false
            for (column, part) in columns.parts.enumerated() where part != .id || sentence.id != nil {
                let position = chunk.arena.count
                sentence.append(part, of: bytes, to: &chunk.arena)
                fields[column].set(
                    TextSpan(
                        part == .text || part == .id ? .text : .array, chunk: index, arenaOffset: position,
                        count: chunk.arena.count - position),
                    row: row)
            }
            chunk.records.append(
                RecordSpan(
                    start: offset + start, count: UInt32(truncatingIfNeeded: sentence.end - start),
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
                if row.first == UInt8(ascii: "-") || row.first == UInt8(ascii: "#") { isDocumentStart = true }
                continue
            }
            if sentence.isFaulty { continue }
            if columns.isUniversal, row.first == UInt8(ascii: "#"), sentence.tokens.isEmpty, isValid || UTF8Check.isValid(row) {
                if sentence.start == nil { (sentence.start, sentence.line) = (lineStart, line) }
                sentence.read(comment: lineStart..<lineEnd, of: bytes)
                continue
            }
            columns.split(row, into: &parts)
            if let cause = fault(of: row, isValid: isValid) {
                // Before the first token of a sentence, a line of another kind that starts with # is a comment.
                if case .columnCount = cause, sentence.tokens.isEmpty, row.first == UInt8(ascii: "#") { continue }
                chunk.note(cause, line: line)
                if policy == .stop { break }
                sentence.isFaulty = true
                continue
            }
            if sentence.start == nil { (sentence.start, sentence.line) = (lineStart, line) }
            columns.add(parts, of: bytes, at: lineStart, to: &sentence)
        }
        if policy == .skip || chunk.faultCount == 0 { finish() }
        if !chunk.records.isEmpty { chunk.fields = fields.filter { !$0.rows.isEmpty } }
        return chunk
    }

    private func fault(of row: UnsafeBufferPointer<UInt8>, isValid: Bool) -> RecordChunk.Fault.Cause? {
        if !isValid, let offset = UTF8Check.firstFault(in: row) { return .notUTF8(offset: offset) }
        if row.count > maximumRecord { return .tooLong(limit: maximumRecord) }
        if parts.first?.isEmpty ?? true { return .tagWithoutToken }
        if columns.token < parts.count, parts[columns.token].isEmpty { return .tagWithoutToken }
        let found = parts.last?.isEmpty ?? true ? parts.count - 1 : parts.count
        if found == columns.count { return nil }
        let isTag = parts.count == 1 && TagPattern.isPrefixed(UnsafeBufferPointer(rebasing: row[parts[0]]))
        return isTag ? .tagWithoutToken : .columnCount(found: found, expected: columns.count)
    }
}
