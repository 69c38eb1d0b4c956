/// What the first rows of a file have in common, if they are tokens with columns.
struct TokenRows {
    /// Rows that are looked at.
    private static let sample = 2000

    private let head: UnsafeBufferPointer<UInt8>
    private let count: Int
    /// Rows by sentence, each as its columns; comments and marks of documents left out.
    private var sentences: [[[Range<Int>]]] = [[]]
    /// Rows with another number of columns.
    private var uneven = 0
    private var evenAtStart = 0
    private var rows = 0

    /// - Parameters:
    ///   - count: Columns of the first row.
    ///   - isTabbed: Whether single tabs stand between them.
    init(_ head: UnsafeBufferPointer<UInt8>, count: Int, isTabbed: Bool) {
        self.head = head
        self.count = count
        var parts: [Range<Int>] = []
        var start = 0
        while start < head.count, rows < Self.sample {
            let end = head.firstNewline(from: start) ?? head.count
            // The head may end within a row.
            if end == head.count, head.count >= FileHead.size { break }
            let lineStart = start
            let row = UnsafeBufferPointer(rebasing: head[start..<end])
            start = end + 1
            if row.allSatisfy({ $0.isBlank }) || TaggedSentence.isDocumentStart(row) {
                if sentences.last?.isEmpty == false { sentences.append([]) }
                continue
            }
            TokenLine.split(row, isTabbed: isTabbed, into: &parts)
            guard parts.count == count, !(row.first == UInt8(ascii: "#") && row.count > 1 && row[1] == 0x20 && count != 2)
            else {
                if row.first == UInt8(ascii: "#"), sentences.last?.isEmpty ?? true { continue }
                uneven += 1
                continue
            }
            rows += 1
            if uneven == 0 { evenAtStart += 1 }
            sentences[sentences.count - 1].append(parts.map { lineStart + $0.lowerBound..<lineStart + $0.upperBound })
        }
        if sentences.last?.isEmpty ?? false { sentences.removeLast() }
    }

    /// Whether all rows, or twenty before the first that does not, have the columns of the first.
    private var areEven: Bool { uneven == 0 || evenAtStart >= 20 }

    private func text(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: head[range]) }

    /// The column that numbers the tokens of each sentence from 0 or 1, before that of the tokens; nil if there is none. A wrong number here
    /// and there does not make numbers the tokens.
    var numberColumn: Int? {
        guard count >= 3, rows >= 2, areEven else { return nil }
        return [0, 2].first { column in
            column + 1 < count && sentences.count { isNumbered($0, by: column) } * 5 >= sentences.count * 4
        }
    }

    private func isNumbered(_ sentence: [[Range<Int>]], by column: Int) -> Bool {
        var expected: Int?
        return sentence.allSatisfy { row in
            let digits = text(row[column])
            guard !digits.isEmpty, digits.count < 12 else { return false }
            // 3-4 stands for two tokens, and 3.1 for one that is not written.
            if digits.contains(UInt8(ascii: "-")) || digits.contains(UInt8(ascii: ".")) {
                return column == 0 && digits.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x2E }
            }
            guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return false }
            let isNext = expected.map { $0 == number } ?? (number <= 1)
            expected = number + 1
            return isNext
        }
    }

    /// Whether the seventh column has the number of another token, as that of CoNLL-U does, or nothing, in nearly all rows.
    var haveHeads: Bool {
        let heads = sentences.joined().count { row in
            row.count > 6 && (text(row[6]).allSatisfy { ($0 >= 0x30 && $0 <= 0x39) } || text(row[6]).elementsEqual("_".utf8))
        }
        return heads * 20 >= rows * 19
    }

    /// Whether tokens have a digit behind them, which counts the characters of a word.
    var haveDigits: Bool {
        let tokens = sentences.joined().map { text($0[0]) }
        guard tokens.count >= 10 else { return false }
        let isDigit = { (token: UnsafeBufferPointer<UInt8>) in token.count > 1 && (0x30...0x39).contains(token[token.count - 1])
        }
        // Half of them are one Chinese character and a digit, and nearly all end in one.
        let chinese = tokens.count { $0.count == 4 && $0[0] >= 0xE3 && isDigit($0) }
        return tokens.count(where: isDigit) * 20 >= tokens.count * 19 && chinese * 2 >= tokens.count
    }

    /// Whether all last columns are tags such as `O` and `B-PER`.
    var areTagged: Bool {
        guard count > 1, areEven, rows >= 2 else { return false }
        var hasPrefix = false
        for row in sentences.joined() {
            guard let last = row.last else { return false }
            let tag = text(last)
            guard TagPattern.isTag(tag) else { return false }
            if TagPattern.isPrefixed(tag) || tag.first != UInt8(ascii: "O") { hasPrefix = true }
        }
        // In sentences, a file without a single entity is one as well.
        return hasPrefix || (rows >= 20 && areSentences)
    }

    /// Whether blank lines end groups of rows, as sentences have them.
    var areSentences: Bool { sentences.count >= 3 && rows >= 3 * sentences.count }

    /// Whether the last column has few values, in sentences.
    var haveFewTags: Bool {
        guard count > 1, areEven, areSentences, rows >= 20 else { return false }
        var tags = Set<[UInt8]>()
        for row in sentences.joined() {
            guard let last = row.last, !text(row[0]).isEmpty, last.count <= 40 else { return false }
            tags.insert(Array(text(last)))
        }
        return tags.count <= 100 && tags.count * 3 <= rows
    }

    /// Whether lines are single tokens in sentences: short, without blanks.
    var areBareTokens: Bool {
        guard count == 1, uneven == 0, areSentences else { return false }
        let tokens = sentences.joined().map { text($0[0]) }
        guard tokens.allSatisfy({ !$0.contains { $0 == 0x20 || $0 == 0x09 } }) else { return false }
        // Lines of verse are longer, and start no more often with a mark.
        return tokens.reduce(0) { $0 + $1.count } <= 9 * tokens.count
    }
}
