import SparseFeatures
import TextTokens

/// Finds a term in the texts that contain it, as they were written.
struct TermContexts: Sendable {
    /// Contexts per side, and characters before and after the term.
    static let count = 3
    static let reach = 40

    private let pair: ComparedPair
    private let groups: [Int32]
    /// A row of train and of test that holds each segment, or -1.
    private let rowOfSegment: (train: [Int32], test: [Int32])

    /// What a worker needs.
    struct Reader {
        fileprivate let normalizer: TextNormalizer
        fileprivate let tokenizer: WordTokenizer

        /// - Throws: `TokenError` where ICU cannot be opened.
        init() throws {
            normalizer = try TextNormalizer()
            tokenizer = try WordTokenizer()
        }
    }

    /// - Parameter segments: Texts of the pair.
    init(pair: ComparedPair, segments: Int) {
        self.pair = pair
        groups = pair.groups.ofRow
        let none = [Int32](repeating: -1, count: segments)
        var rows = (train: none, test: none)
        for row in (0..<pair.count).reversed() {
            for slot in 0..<pair.rows.slots {
                if pair.isTest[row] {
                    rows.test[pair.rows[row, slot]] = Int32(row)
                } else {
                    rows.train[pair.rows[row, slot]] = Int32(row)
                }
            }
        }
        rowOfSegment = rows
    }

    /// Up to ``count`` contexts of train, then of test, each from a different group.
    func find(
        _ words: [String], in segments: (train: [Int], test: [Int]), field: Int, _ reader: Reader
    ) throws -> [MovedTerm.Context] {
        var contexts: [MovedTerm.Context] = []
        for (isTest, own, rows) in [
            (false, segments.train, rowOfSegment.train), (true, segments.test, rowOfSegment.test),
        ] {
            var seen: [Int32] = []
            for segment in own where seen.count < Self.count {
                let row = Int(rows[segment])
                guard row >= 0, !seen.contains(groups[row]), let cut = cut(segment, at: words, reader) else { continue }
                seen.append(groups[row])
                let place = pair.table(row).location(ofRecord: pair.fileRow(row))
                contexts.append(
                    MovedTerm.Context(
                        isTest: isTest, line: place.line, before: cut.before, match: cut.match, after: cut.after))
            }
        }
        return contexts
    }

    /// The text around the first place where the words are adjacent.
    private func cut(
        _ segment: Int, at words: [String], _ reader: Reader
    ) -> (before: String, match: String, after: String)? {
        pair.texts.withUTF8(segment) { text in
            let normalized = reader.normalizer.normalizeWithOffsets(text)
            guard let range = normalized.utf8.withUnsafeBufferPointer({ place(of: words, in: $0, reader) }) else { return nil }
            let match = normalized.originalRange(of: range)
            func string(_ range: Range<Int>) -> String {
                String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
            }
            // A character is at most a few code points of four bytes; one that the cut would split is left out.
            let margin = Self.reach * 16
            let before = string(Self.aligned(max(0, match.lowerBound - margin), text)..<match.lowerBound)
            let after = string(match.upperBound..<Self.aligned(min(text.count, match.upperBound + margin), text))
            return (String(before.suffix(Self.reach)), string(match), String(after.prefix(Self.reach)))
        }
    }

    /// The next byte from `offset` on that begins a code point.
    private static func aligned(_ offset: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        var offset = offset
        while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }

    private func place(of words: [String], in text: UnsafeBufferPointer<UInt8>, _ reader: Reader) -> Range<Int>? {
        var tokens: [WordToken] = []
        reader.tokenizer.tokenize(text, into: &tokens)
        let sought = words.map { Array($0.utf8) }
        /// Where the current match began, and how many of its words have been found.
        var start = 0
        var met = 0
        for token in tokens {
            let range = Int(token.start)..<Int(token.end)
            if !token.isWord {
                if !text[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { met = 0 }
                continue
            }
            if met > 0, !text[range].elementsEqual(sought[met]) { met = 0 }
            guard text[range].elementsEqual(sought[met]) else { continue }
            if met == 0 { start = range.lowerBound }
            met += 1
            if met == sought.count { return start..<range.upperBound }
        }
        return nil
    }
}
