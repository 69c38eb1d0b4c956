/// The parts of a text that a near duplicate shares with it: its words (an ideograph is one), and its shingles, two words that follow
/// each other or three ideographs.
///
/// Words are what stands between blanks and ASCII punctuation, with ASCII letters folded: cheaper than ICU's by an order, and enough
/// to compare texts with one another.
package struct Shingles: Sendable {
    /// Least number of shingles of a text that is compared: a shorter one repeats another by chance.
    static let least = 8

    /// Hashes of the different words, and of the different shingles; ascending.
    private(set) var words: [UInt32] = []
    private(set) var shingles: [UInt32] = []

    /// No text.
    package init() {}

    /// The share of the words of two texts that both have.
    package static func jaccardOfWords(_ a: Shingles, _ b: Shingles) -> Double {
        let shared = common(a.words, b.words)
        let all = a.words.count + b.words.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    /// Finds the parts of a text; the memory is reused.
    package mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        words.removeAll(keepingCapacity: true)
        shingles.removeAll(keepingCapacity: true)
        var before: (UInt64, isIdeograph: Bool) = (0, false)
        var twoBefore: UInt64 = 0
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte < 0x80, !Self.isWord(byte) {
                at += 1
                continue
            }
            var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
            let isIdeograph = byte >= 0xE2 && Self.isIdeograph(text, at)
            if isIdeograph {
                let length = min(byte >= 0xF0 ? 4 : 3, text.count - at)
                for place in at..<at + length { hash = (hash ^ UInt64(text[place])) &* 0x0000_0100_0000_01B3 }
                at += length
            } else {
                while at < text.count {
                    let byte = text[at]
                    if byte < 0x80 {
                        guard Self.isWord(byte) else { break }
                        hash = (hash ^ UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01B3
                    } else {
                        if byte >= 0xE2, Self.isIdeograph(text, at) { break }
                        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
                    }
                    at += 1
                }
            }
            let word = FeatureHasher.mix(hash, 0x5417)
            words.append(UInt32(truncatingIfNeeded: word))
            if words.count > 1 {
                // Two ideographs occur together too often to tell a text.
                let first = isIdeograph && before.isIdeograph ? FeatureHasher.mix(twoBefore, before.0) : before.0
                if !isIdeograph || !before.isIdeograph || words.count > 2 {
                    shingles.append(UInt32(truncatingIfNeeded: FeatureHasher.mix(first, word) >> 16))
                }
            }
            twoBefore = before.0
            before = (word, isIdeograph)
        }
        Self.sortDistinct(&words)
        Self.sortDistinct(&shingles)
    }

    /// Whether one of two texts nearly repeats the other, or a part of it: 0.7 of the shorter's shingles are in the longer, or the words
    /// are the same by a Jaccard index of 0.7 and much of their order is.
    static func areNear(_ a: Shingles, _ b: Shingles) -> Bool {
        let shorter = min(a.shingles.count, b.shingles.count)
        guard shorter >= least else { return false }
        let contained = Double(common(a.shingles, b.shingles)) / Double(shorter)
        if contained >= 0.7 { return true }
        guard contained >= 0.3 else { return false }
        let shared = common(a.words, b.words)
        return Double(shared) >= 0.7 * Double(a.words.count + b.words.count - shared)
    }

    private static func common(_ a: [UInt32], _ b: [UInt32]) -> Int {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                var (i, j, count) = (0, 0, 0)
                while i < a.count, j < b.count {
                    let (x, y) = (a[i], b[j])
                    count &+= x == y ? 1 : 0
                    i &+= x <= y ? 1 : 0
                    j &+= y <= x ? 1 : 0
                }
                return count
            }
        }
    }

    private static func sortDistinct(_ hashes: inout [UInt32]) {
        hashes.sort()
        var written = 0
        for read in hashes.indices where read == 0 || hashes[read] != hashes[read - 1] {
            hashes[written] = hashes[read]
            written += 1
        }
        hashes.removeLast(hashes.count - written)
    }

    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    /// Whether a character of CJK, kana or hangul begins here, or one of the full-width forms and ideographic marks among them.
    @inline(__always)
    private static func isIdeograph(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        let lead = text[at]
        guard lead < 0xF8, lead & 0xC0 == 0xC0 else { return false }
        if lead == 0xE2 { return at + 1 < text.count && text[at + 1] >= 0xBA }
        return (0xE3...0xED).contains(lead) || lead == 0xEF || lead == 0xF0
    }
}
