/// The tokens of a sentence and their labels, as ranges of some bytes.
struct TaggedSentence {
    /// The parts of a sentence that a record has.
    enum Part: String, CaseIterable {
        case id, text, tokens, labels
    }

    var tokens: [Range<Int>] = []
    var labels: [Range<Int>] = []
    /// The identifier that a comment gives.
    var id: Range<Int>?
    /// Where the first row starts, or the first comment before it where comments belong to it.
    var start: Int?
    /// Where the last row ends.
    var end = 0
    /// The number of the last word that a word before stands for.
    var coveredEnd = 0
    /// Lines before ``start``.
    var line = 0
    /// Whether a row is wrong, so that the sentence is not a record.
    var isFaulty = false

    mutating func clear() {
        tokens.removeAll(keepingCapacity: true)
        labels.removeAll(keepingCapacity: true)
        (id, start, coveredEnd) = (nil, nil, 0)
        isFaulty = false
    }

    /// Whether a line only says that another document starts.
    static func isDocumentStart(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
        switch row.first {
        case UInt8(ascii: "-"): row.starts(with: "-DOCSTART-".utf8)
        case UInt8(ascii: "#"): row.starts(with: "# newdoc".utf8) || row.starts(with: "#begin document".utf8)
        default: false
        }
    }

    /// Takes in a comment, which says what the sentence is called, or something else.
    mutating func read(comment: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
        let key = Array("# sent_id = ".utf8)
        guard bytes[comment].starts(with: key) else { return }
        var end = comment.upperBound
        while end > comment.lowerBound + key.count, bytes[end - 1].isBlank { end -= 1 }
        id = comment.lowerBound + key.count..<end
    }

    /// Appends the text, or the tokens or labels joined by newlines, which neither can contain.
    func append(_ part: Part, of bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        switch part {
        case .id: if let id { result.append(contentsOf: bytes[id]) }
        case .text: appendText(of: bytes, to: &result)
        case .tokens: Self.append(tokens, of: bytes, to: &result)
        case .labels: Self.append(labels, of: bytes, to: &result)
        }
    }

    private static func append(_ parts: [Range<Int>], of bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        for (index, part) in parts.enumerated() {
            if index > 0 { result.append(0x0A) }
            result.append(contentsOf: bytes[part])
        }
    }

    /// The tokens joined by spaces. In a Chinese sentence there is no space next to a Chinese character or between single
    /// characters; likewise if all tokens are single characters, as the digits of a number are in such files.
    private func appendText(of bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        var han = 0
        var letters = 0
        var single = 0
        let shapes = tokens.map { Shape(UnsafeBufferPointer(rebasing: bytes[$0])) }
        for shape in shapes {
            if Script.isHan(shape.first) { han += 1 } else if shape.startsWithLetter, !shape.isSingle { letters += 1 }
            if shape.isSingle { single += 1 }
        }
        let isChinese = han > 0 && han >= letters
        let allSingle = single == tokens.count
        for (index, shape) in shapes.enumerated() {
            if index > 0 {
                let before = shapes[index - 1]
                let isTight =
                    isChinese
                    ? CJK.isWide(before.last) || CJK.isWide(shape.first) || (before.isSingle && shape.isSingle) : allSingle
                if !isTight { result.append(0x20) }
            }
            result.append(contentsOf: bytes[tokens[index]])
        }
    }

    /// Appends the strings of `list`, which newlines separate, as a text if they are its characters: at least half of them are
    /// one Chinese character each. False, and nothing appended, for any other list.
    ///
    /// - Parameter count: How many strings there are: if there are more lines than that, the strings themselves contain
    ///   newlines.
    static func appendCharacters(_ list: UnsafeBufferPointer<UInt8>, count: Int, to result: inout [UInt8]) -> Bool {
        // Other lists are recognised by their first bytes.
        guard count > 1, list.prefix(64).contains(where: { $0 >= 0xE3 }) else { return false }
        var sentence = TaggedSentence()
        var han = 0
        var start = 0
        while start <= list.count {
            let end = list.firstNewline(from: start) ?? list.count
            let shape = Shape(UnsafeBufferPointer(rebasing: list[start..<end]))
            if shape.isSingle, Script.isHan(shape.first) { han += 1 }
            sentence.tokens.append(start..<end)
            start = end + 1
        }
        guard han * 2 >= count, sentence.tokens.count == count else { return false }
        sentence.append(.text, of: list, to: &result)
        return true
    }

    /// A token's first and last character.
    private struct Shape {
        var first: UInt32
        var last: UInt32
        var isSingle: Bool

        init(_ token: UnsafeBufferPointer<UInt8>) {
            first = CJK.point(token, at: 0)
            var start = token.count - 1
            while start > 0, token[start] & 0xC0 == 0x80 { start -= 1 }
            last = CJK.point(token, at: start)
            isSingle = start <= 0
        }

        var startsWithLetter: Bool {
            let lower = first | 0x20
            return (lower >= 0x61 && lower <= 0x7A) || (first >= 0xC0 && !CJK.isWide(first))
        }
    }
}

/// Characters that are written without spaces between them.
private enum CJK {
    /// The code point that starts at `start` of well-formed UTF-8; 0 past the end.
    static func point(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32 {
        guard start >= 0, start < text.count else { return 0 }
        let lead = UInt32(text[start])
        if lead < 0x80 { return lead }
        var point = lead < 0xE0 ? lead & 0x1F : lead < 0xF0 ? lead & 0x0F : lead & 0x07
        for byte in text[(start + 1)...].prefix(lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3) {
            point = point << 6 | UInt32(byte & 0x3F)
        }
        return point
    }

    /// Chinese characters, kana, and the punctuation and forms that go with them.
    static func isWide(_ point: UInt32) -> Bool {
        switch point {
        case 0x2014, 0x2018...0x201D, 0x2026, 0x3000...0x30FF, 0xFF00...0xFFEF: true
        default: Script.isHan(point)
        }
    }
}
