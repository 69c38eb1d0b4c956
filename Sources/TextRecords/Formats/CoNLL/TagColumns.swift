/// The columns of a file of tagged tokens, as its first row shows them.
struct TagColumns: Sendable {
    /// Whether single tabs stand between columns, or any number of spaces and tabs.
    let isTabbed: Bool
    /// Columns of each row: the token first, its tag last; in a file without tags, such as a test set, the token alone.
    let count: Int
    /// Whether tokens have tags.
    var hasTags: Bool { count > 1 }
    /// The parts of a record.
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

    /// The columns of a row. In a row that starts with a blank the first column is empty.
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
    /// Whether all of the first thousand lines are tokens with tags.
    static func areTagged(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let columns = try? TagColumns(head, path: ""), columns.hasTags else { return false }
        var parts: [Range<Int>] = []
        var rows = 0
        var prefixed = 0
        var lines = LineReader(head)
        while rows < 1000, let line = lines.next() {
            let row = UnsafeBufferPointer(rebasing: head[line.start..<line.start + line.count])
            if TaggedSentence.isDocumentStart(row) { continue }
            columns.split(row, into: &parts)
            guard parts.count == columns.count, let label = parts.last else {
                if row.first == UInt8(ascii: "#") { continue }
                // A malformed row or two is to be an error of this format, and the last line may be cut off.
                if rows >= 20 { continue }
                return false
            }
            let tag = UnsafeBufferPointer(rebasing: row[label])
            guard TagPattern.isTag(tag) else { return false }
            if TagPattern.isPrefixed(tag) || tag.first != UInt8(ascii: "O") { prefixed += 1 }
            rows += 1
        }
        return rows >= 2 && prefixed > 0
    }
}
