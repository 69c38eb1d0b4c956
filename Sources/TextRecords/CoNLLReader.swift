/// How the rows of a file of tagged tokens are made, which its first row shows.
struct TagColumns: Sendable {
    /// Whether single tabs stand between columns, or any number of spaces and tabs.
    let isTabbed: Bool
    /// Columns of each row: the token first, its tag last; of a file without tags, as a test set may be, the token alone.
    let count: Int
    /// Whether tokens have tags.
    var hasTags: Bool { count > 1 }
    /// What a record has.
    var parts: [TaggedSentence.Part] { hasTags ? [.text, .tokens, .labels] : [.text, .tokens] }

    /// Looks at the first row of a file.
    ///
    /// - Parameters:
    ///   - head: The file's start, with at least one row.
    ///   - path: What to call the file in errors.
    /// - Throws: ``RecordError/fileEmpty(path:)`` where there is no row.
    init(_ head: UnsafeBufferPointer<UInt8>, path: String) throws(RecordError) {
        var lines = LineReader(head)
        // A line that starts with `#` may be a comment or a token; the first other line tells more.
        var first: LineReader.Line?
        while let line = lines.next() {
            let row = UnsafeBufferPointer(rebasing: head[line.start..<line.start + line.count])
            if TaggedSentence.isDocumentStart(row) { continue }
            if first == nil || row.first != UInt8(ascii: "#") { first = line }
            if row.first != UInt8(ascii: "#") { break }
        }
        guard let first else { throw .fileEmpty(path: path) }
        let row = UnsafeBufferPointer(rebasing: head[first.start..<first.start + first.count])
        isTabbed = row.contains(0x09)
        var columns: [Range<Int>] = []
        Self.split(row, isTabbed: isTabbed, into: &columns)
        count = columns.count
    }

    /// The columns of a row. A row that starts with a blank has nothing in its first.
    func split(_ row: UnsafeBufferPointer<UInt8>, into columns: inout [Range<Int>]) {
        Self.split(row, isTabbed: isTabbed, into: &columns)
    }

    private static func split(_ row: UnsafeBufferPointer<UInt8>, isTabbed: Bool, into columns: inout [Range<Int>]) {
        columns.removeAll(keepingCapacity: true)
        var end = row.count
        while end > 0, row[end - 1] == 0x20 || row[end - 1] == 0x0D || (!isTabbed && row[end - 1] == 0x09) { end -= 1 }
        var start = 0
        var at = 0
        while at < end {
            guard row[at] == 0x09 || (!isTabbed && row[at] == 0x20) else {
                at += 1
                continue
            }
            columns.append(start..<at)
            at += 1
            if !isTabbed { while row[at] == 0x09 || row[at] == 0x20 { at += 1 } }
            start = at
        }
        columns.append(start..<max(start, end))
    }
}

extension TagColumns {
    /// Appends a record's bytes, as ``CoNLLReader`` marks them out, as `{"text": …, "tokens": […], "labels": […]}`.
    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var sentence = TaggedSentence()
        var parts: [Range<Int>] = []
        var start = 0
        while start < record.count {
            let lineStart = start
            let lineEnd = record.firstNewline(from: start) ?? record.count
            start = lineEnd + 1
            split(UnsafeBufferPointer(rebasing: record[lineStart..<lineEnd]), into: &parts)
            guard let token = parts.first, let label = parts.last else { continue }
            sentence.tokens.append(lineStart + token.lowerBound..<lineStart + token.upperBound)
            sentence.labels.append(lineStart + label.lowerBound..<lineStart + label.upperBound)
        }
        bytes.append(contentsOf: "{\"text\": ".utf8)
        var text: [UInt8] = []
        sentence.append(.text, of: record, to: &text)
        text.withUnsafeBufferPointer { JSONString.append($0, to: &bytes) }
        let lists = [(", \"tokens\": ", sentence.tokens), (", \"labels\": ", sentence.labels)]
        for (key, parts) in hasTags ? lists : [lists[0]] {
            bytes.append(contentsOf: key.utf8)
            JSONString.append(parts.map { UnsafeBufferPointer(rebasing: record[$0]) }, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

/// Reads sentences of tagged tokens (CoNLL columns; BIO, BMES and the like), one record a sentence.
///
/// A row is a token and its tag, with columns between them that do not count; blank lines and `-DOCSTART-` end a sentence. The
/// fields are `text`, `tokens` and `labels`, the last not where the file's first row is a token alone.
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

/// What tags look like.
enum TagPattern {
    /// Whether this is a tag such as `B-PER` or `S_LOC`: a letter of a scheme, a mark, and a class.
    static func isPrefixed(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        guard tag.count >= 3, tag[1] == UInt8(ascii: "-") || tag[1] == UInt8(ascii: "_") else { return false }
        return "BIMESLUW".utf8.contains(tag[0])
    }

    /// Whether this is a tag: `O`, `B-PER`, or a bare letter of a scheme for segmentation.
    static func isTag(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        isPrefixed(tag) || (tag.count == 1 && "OBIMES".utf8.contains(tag[0]))
    }
}
