import TestSupport
import Testing

@testable import SparseFeatures

/// N-gram counts against a count that forms every n-gram.
@Suite struct NGramsTests {
    @Test(arguments: [5, 12, 24])
    func countsAreThoseOfTheOracle(bits: Int) {
        let seed: UInt64 = 41
        var draws = SplitMix(seed: seed)
        var grams = NGrams()
        for number in 0..<400 {
            let text = number == 399 ? draws.text(most: 4000) : draws.text(most: 20)
            #expect(
                count(text, &grams, bits: bits) == GramOracle.entries(text, base: 0, bits: bits),
                "seed \(seed), text \(number)")
        }
    }

    @Test(arguments: ["", "a", " ", "ab", "中国", "a\n\r\t b", "  a  ", "👍👍👍", "a\u{10FFFF}b\0c"])
    func shortTexts(text: String) {
        var grams = NGrams()
        #expect(count(text, &grams, bits: 20) == GramOracle.entries(text, base: 0, bits: 20))
    }

    @Test func whiteSpaceRunsTogether() {
        var grams = NGrams()
        #expect(count("a \t\r\n\u{0B}\u{0C} b", &grams, bits: 24) == count("a b", &grams, bits: 24))
        #expect(count("a b", &grams, bits: 24).count == 3)
        #expect(count("ab", &grams, bits: 24) != count("ba", &grams, bits: 24))
    }

    @Test(arguments: [(254, 253), (256, 255), (257, 255), (1000, 255)])
    func countsSaturate(length: Int, expected: UInt32) {
        var grams = NGrams()
        let entries = count(String(repeating: "a", count: length), &grams, bits: 24)
        #expect(entries.count == 3 && entries.first.map { $0 & 0xFF } == expected)
    }

    /// A field's buckets start at its base, and a text's entries follow those of the text before.
    @Test func entriesAreAppendedFromTheBase() {
        var grams = NGrams()
        var buffer = EntryBuffer(capacity: 1)
        for (number, text) in ["abcabc", "", "abc"].enumerated() {
            Array(text.utf8).withUnsafeBufferPointer {
                grams.count($0, base: UInt32(number) << 10, bits: 10, into: &buffer)
            }
        }
        let expected = GramOracle.entries("abcabc", base: 0, bits: 10) + GramOracle.entries("abc", base: 2 << 10, bits: 10)
        #expect(buffer.drain() == expected)
        #expect(buffer.count == 0)
    }

    private func count(_ text: String, _ grams: inout NGrams, bits: Int) -> [UInt32] {
        var buffer = EntryBuffer()
        Array(text.utf8).withUnsafeBufferPointer { grams.count($0, base: 0, bits: bits, into: &buffer) }
        return buffer.drain()
    }
}

enum GramOracle {
    /// The n-grams of 2 to 4 code points, white space run together, in the order in which they end.
    static func grams(_ text: String) -> [[UInt32]] {
        var points: [UInt32] = []
        for scalar in text.unicodeScalars {
            let isSpace = " \t\n\u{0B}\u{0C}\r".unicodeScalars.contains(scalar)
            if isSpace && points.last == 0x20 { continue }
            points.append(isSpace ? 0x20 : scalar.value)
        }
        return points.indices.flatMap { last in
            (2...4).filter { last + 1 >= $0 }.map { Array(points[last + 1 - $0...last]) }
        }
    }

    /// The nine odd multipliers: two for bigrams, three for trigrams, four for 4-grams; the last code point's first.
    static let multipliers: [UInt64] = {
        var draws = SplitMix(seed: 0)
        return (0..<9).map { _ in draws.next() | 1 }
    }()

    /// ⌊(Σ aᵢ·cᵢ mod 2⁶⁴) / 2^(64-bits)⌋.
    static func bucket(_ gram: [UInt32], bits: Int) -> UInt32 {
        let first = [2: 0, 3: 2, 4: 5][gram.count] ?? 0
        let sum = zip(gram.reversed(), multipliers[first...]).reduce(UInt64(0)) { $0 &+ UInt64($1.0) &* $1.1 }
        return UInt32(sum >> UInt64(64 - bits))
    }

    /// Buckets and saturated counts, packed, in order of first occurrence.
    static func entries(_ text: String, base: UInt32, bits: Int) -> [UInt32] {
        var counts: [UInt32: UInt32] = [:]
        var order: [UInt32] = []
        for gram in grams(text) {
            let bucket = base + bucket(gram, bits: bits)
            if counts[bucket] == nil { order.append(bucket) }
            counts[bucket, default: 0] += 1
        }
        return order.map { $0 << 8 | min(counts[$0] ?? 0, 255) }
    }
}
