/// One segment of a text, in byte offsets. Tokens follow each other without gaps.
public struct WordToken: Sendable, Equatable {
    /// First byte.
    public var start: Int32
    /// One past the last byte.
    public var end: Int32
    /// Whether it holds letters, numbers, kana or ideographs, by ICU's rule status; spaces and punctuation do not.
    public var isWord: Bool

    public init(start: Int32, end: Int32, isWord: Bool) {
        self.start = start
        self.end = end
        self.isWord = isWord
    }
}

/// Cuts text into words exactly as ICU's word break iterator does (root locale; Chinese, Japanese, Thai, … by dictionary).
///
/// ASCII stretches are cut by ``ASCIIWords``, which is held against ICU by a differential test. One a worker.
public final class WordTokenizer {
    private let breaks: WordBreaks
    private var buffer = UTF16Buffer()

    /// - Throws: ``TokenError`` where ICU lacks its break data.
    public init() throws(TokenError) { breaks = try WordBreaks() }

    /// Replaces `tokens` by the segments of `text`, in order and covering all of it.
    public func tokenize(_ text: UnsafeBufferPointer<UInt8>, into tokens: inout [WordToken]) {
        tokens.removeAll(keepingCapacity: true)
        var start = 0
        while start < text.count {
            let (end, isASCII) = ASCIIWords.nextPiece(of: text, from: start)
            if isASCII {
                ASCIIWords.append(text, start..<end, to: &tokens)
            } else {
                appendByICU(text, start..<end, to: &tokens)
            }
            start = end
        }
    }

    /// The words of a string, spaces and punctuation left out.
    public func words(in text: String) -> [String] {
        var text = text
        var tokens: [WordToken] = []
        return text.withUTF8 { bytes in
            tokenize(bytes, into: &tokens)
            return tokens.filter(\.isWord).map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
        }
    }

    private func appendByICU(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to tokens: inout [WordToken]
    ) {
        buffer.assign(UnsafeBufferPointer(rebasing: text[range]))
        let base = Int32(range.lowerBound)
        buffer.units.withUnsafeBufferPointer { units in
            buffer.offsets.withUnsafeBufferPointer { offsets in
                var start = base
                breaks.forEachSegment(of: UnsafeBufferPointer(rebasing: units[..<buffer.count])) { unit, isWord in
                    let end = base + offsets[unit]
                    tokens.append(WordToken(start: start, end: end, isWord: isWord))
                    start = end
                }
            }
        }
    }
}
