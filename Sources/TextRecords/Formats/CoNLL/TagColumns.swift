/// The columns of a file of tokens, as its start shows them.
struct TagColumns: Sendable {
    /// Whether single tabs stand between columns, or any number of spaces and tabs.
    let isTabbed: Bool
    /// Columns of each row.
    let count: Int
    /// The column with the token: the first, or the one after that which numbers the tokens of a sentence.
    let token: Int
    /// Whether the columns are those of CoNLL-U and CoNLL-X.
    let isUniversal: Bool
    /// Whether each token has a digit of its position behind it.
    let hasDigits: Bool
    /// Whether tokens have tags; a test set may not.
    var hasTags: Bool { count > token + 1 }
    /// The column with the tag: the part of speech where columns have a meaning, else the last.
    var tag: Int { isUniversal ? 3 : count - 1 }
    /// The parts of a record.
    var parts: [TaggedSentence.Part] { (isUniversal ? [.id] : []) + (hasTags ? [.text, .tokens, .labels] : [.text, .tokens]) }

    /// Looks at the start of a file.
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
        let isTabbed = row.contains(0x09)
        var columns: [Range<Int>] = []
        TokenLine.split(row, isTabbed: isTabbed, into: &columns)
        self.isTabbed = isTabbed
        count = columns.count
        let rows = TokenRows(head, count: columns.count, isTabbed: isTabbed)
        let number = rows.numberColumn
        isUniversal = number == 0 && count == 10 && rows.haveHeads
        token = number.map { $0 + 1 } ?? 0
        hasDigits = number == nil && rows.haveDigits
    }

    /// The columns of a row. In a row that starts with a blank the first column is empty.
    func split(_ row: UnsafeBufferPointer<UInt8>, into columns: inout [Range<Int>]) {
        TokenLine.split(row, isTabbed: isTabbed, into: &columns)
    }

    /// Adds a row, whose columns are `parts` of the line that starts at `start`, to a sentence.
    func add(
        _ parts: [Range<Int>], of bytes: UnsafeBufferPointer<UInt8>, at start: Int, to sentence: inout TaggedSentence
    ) {
        guard token < parts.count, let last = parts.last else { return }
        sentence.end = start + last.upperBound
        func place(_ part: Int) -> Range<Int> { start + parts[part].lowerBound..<start + parts[part].upperBound }
        var own = place(token)
        if hasDigits, own.count > 1, (0x30...0x39).contains(bytes[own.upperBound - 1]) {
            own = own.lowerBound..<own.upperBound - 1
        }
        if isUniversal {
            let number = bytes[place(0)]
            // An empty node is no part of the text.
            if number.contains(UInt8(ascii: ".")) { return }
            if let dash = number.firstIndex(of: UInt8(ascii: "-")) {
                // A word that stands for those it is made of.
                sentence.coveredEnd = Self.number(number[(dash + 1)...])
            } else if Self.number(number) <= sentence.coveredEnd {
                return
            }
        }
        sentence.tokens.append(own)
        sentence.labels.append(place(min(tag, parts.count - 1)))
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        digits.prefix(9).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }
}

extension TagColumns {
    /// How surely the first rows are tokens, one a line: in sentences that blank lines end, they are no table, whatever the file
    /// is called.
    static func claim(_ head: UnsafeBufferPointer<UInt8>) -> FormatDescription.Claim? {
        guard let columns = try? TagColumns(head, path: "") else { return nil }
        let rows = TokenRows(head, count: columns.count, isTabbed: columns.isTabbed)
        if columns.count == 1 { return rows.areBareTokens ? .isMarked : nil }
        guard rows.areTagged || rows.haveFewTags || (columns.token > 0 && rows.areSentences) else { return nil }
        return rows.areSentences ? .isNamed : .isMarked
    }
}
