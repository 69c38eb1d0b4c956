/// The starts and ends that many texts of a field have: a title in front of each, a signature behind it.
///
/// A start is measured in half words: a word between blanks counts two, an ideograph one. Of each text the starts of ``lengths`` half words
/// are looked at that are less than half of it: a form letter is no boilerplate but what the text says.
package struct Boilerplate: Sendable, Equatable {
    /// Half words of the starts and ends that are looked at.
    static let lengths = [2, 8, 16, 32, 64]
    /// The share of the texts of a side that have to have one, by length: many texts begin with one frequent word.
    static let leastShares = [0.8, 0.05, 0.05, 0.05, 0.05]
    /// The fewest of them.
    static let leastTexts = 10

    /// Hashes of the starts and of the ends, ascending.
    package let starts: [UInt64]
    package let ends: [UInt64]

    /// Those found before.
    package init(starts: [UInt64], ends: [UInt64]) {
        self.starts = starts
        self.ends = ends
    }

    /// Whether there are none.
    package var isEmpty: Bool { starts.isEmpty && ends.isEmpty }

    /// Counts starts and ends of one side's texts.
    package struct Counter {
        private var texts = 0
        private var counts: [[UInt64: Int]] = [[:], [:]]
        private var lengths: [UInt64: Int] = [:]

        package init() {}

        /// Counts those of a text.
        package mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
            texts += 1
            for isEnd in [false, true] {
                for (number, part) in Boilerplate.parts(of: text, atEnd: isEnd) {
                    let hash = Boilerplate.hash(UnsafeBufferPointer(rebasing: text[part]))
                    counts[isEnd ? 1 : 0][hash, default: 0] += 1
                    lengths[hash] = number
                }
            }
        }

        /// Those that are frequent enough.
        fileprivate func frequent(atEnd isEnd: Bool) -> [UInt64] {
            counts[isEnd ? 1 : 0].filter { hash, count in
                count >= Boilerplate.leastTexts
                    && Double(count) >= Boilerplate.leastShares[lengths[hash] ?? 0] * Double(texts)
            }.map(\.key)
        }
    }

    /// What is frequent on either side.
    package init(_ sides: [Counter]) {
        self.init(
            starts: Set(sides.flatMap { $0.frequent(atEnd: false) }).sorted(),
            ends: Set(sides.flatMap { $0.frequent(atEnd: true) }).sorted())
    }

    /// The longest start and end of a text that are boilerplate: their hashes, and what is between them.
    package func find(_ text: UnsafeBufferPointer<UInt8>) -> (start: UInt64?, end: UInt64?, rest: Range<Int>) {
        var (start, end): (UInt64?, UInt64?) = (nil, nil)
        var rest = 0..<text.count
        guard !isEmpty else { return (nil, nil, rest) }
        for (_, part) in Self.parts(of: text, atEnd: false) {
            let hash = Self.hash(UnsafeBufferPointer(rebasing: text[part]))
            if Self.contains(starts, hash) { (start, rest) = (hash, part.upperBound..<rest.upperBound) }
        }
        for (_, part) in Self.parts(of: text, atEnd: true) {
            let hash = Self.hash(UnsafeBufferPointer(rebasing: text[part]))
            if Self.contains(ends, hash), part.lowerBound >= rest.lowerBound {
                (end, rest) = (hash, rest.lowerBound..<part.lowerBound)
            }
        }
        return (start, end, rest)
    }

    /// What is left of a text without its boilerplate.
    func rest(of text: UnsafeBufferPointer<UInt8>) -> Range<Int> { find(text).rest }

    private static func contains(_ hashes: [UInt64], _ hash: UInt64) -> Bool {
        var (low, high) = (0, hashes.count)
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < hashes.count && hashes[low] == hash
    }

    /// FNV-1a, mixed.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash ^= hash >> 32
        return hash &* 0x9E37_79B9_7F4A_7C15
    }

    /// The starts or ends of a text by the numbers of their lengths, the shortest first; each less than half of it.
    private static func parts(of text: UnsafeBufferPointer<UInt8>, atEnd isEnd: Bool) -> [(Int, Range<Int>)] {
        var parts: [(Int, Range<Int>)] = []
        guard let base = text.baseAddress else { return parts }
        let most = text.count / 2
        var (weight, next, at) = (0, 0, 0)
        var isInWord = false
        // The bytes that a code point takes, read from either end.
        func length(_ done: Int) -> Int {
            guard isEnd else { return max(UTF8Sequence.length(base + done, available: text.count - done), 1) }
            var length = 1
            while done + length < text.count, length < 4, base[text.count - done - length] & 0xC0 == 0x80 { length += 1 }
            return length
        }
        func close() {
            while next < lengths.count, weight >= lengths[next] {
                parts.append((next, isEnd ? text.count - at..<text.count : 0..<at))
                next += 1
            }
        }
        while at <= most, next < lengths.count {
            let taken = length(at)
            let lead = base[isEnd ? text.count - at - taken : at]
            let isBlank = lead == 0x20
            // Ideographs, kana and full-width forms are words of their own.
            let isWide = taken >= 3 && lead >= 0xE3
            if isBlank || isWide {
                if isInWord { weight += 2 }
                isInWord = false
                close()
            }
            if isWide { weight += 1 } else if !isBlank { isInWord = true }
            at += taken
            if isWide { close() }
        }
        return parts.filter { $0.1.count <= most }
    }
}
