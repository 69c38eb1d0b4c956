import TestSupport
import Testing
import TextTokens

@testable import SparseFeatures

/// Where features stand in their texts.
@Suite struct OccurrenceTests {
    @Test(arguments: [8, 22])
    func nGramsAreMetAsOftenAsTheyCount(bits: Int) {
        var draws = SplitMix(seed: 51)
        var grams = NGrams()
        var buffer = EntryBuffer()
        for number in 0..<200 {
            let text = Array(draws.text(most: 25).utf8)
            text.withUnsafeBufferPointer { text in
                grams.count(text, base: 3 << UInt32(bits), bits: bits, into: &buffer)
                var counts: [UInt32: UInt32] = [:]
                NGrams.forEach(in: text, base: 3 << UInt32(bits), bits: bits) { gram in
                    counts[gram.bucket, default: 0] += 1
                    // Offsets of code points, the last first.
                    for point in 0..<gram.order {
                        #expect(text[gram.offsets[point]] & 0xC0 != 0x80)
                        if point > 0 { #expect(gram.offsets[point] < gram.offsets[point - 1]) }
                    }
                }
                let entries = buffer.drain()
                #expect(counts.count == entries.count, "text \(number)")
                for entry in entries { #expect(min(counts[entry >> 8] ?? 0, 255) == entry & 0xFF) }
            }
        }
    }

    /// Texts that folding makes longer, shorter, or puts in another order.
    private static let folded = [
        "㎏ⅷ½ ﬁne", "e\u{301}te\u{301} E\u{308}\u{301}", "ａｂｃ　ＤＥＦ", "soft\u{AD}hy\u{200B}phen", "\u{FEFF}start", "ß\u{345}İ",
        "\u{AD}",
        "㍿の①②③", "中\u{200D}国", "\u{FDFA}", "x\u{1F468}\u{200D}\u{1F469}y", "", " ", "。。。a。。",
    ]

    @Test func piecesAreTheTextAndSharesAreWhole() throws {
        var draws = SplitMix(seed: 52)
        let alphabet = Self.folded + ["the", "模型", " ", "，", "数据", "don't", "3.14"]
        let texts =
            Self.folded
            + (0..<150).map { _ in
                (0..<draws.below(12)).map { _ in alphabet[draws.below(alphabet.count)] }.joined()
            }
        let fields = [["only"], texts]
        let views = try featurize(fields)
        let bits = Featurizer.bucketBits(fields: 2, total: 22)
        let finder = try OccurrenceFinder()
        for (number, text) in texts.enumerated() {
            let bytes = Array(text.utf8)
            let segment = 1 + number
            let found = bytes.withUnsafeBufferPointer {
                finder.find($0, segment: segment, field: 1, bits: bits, in: views)
            }
            #expect(found.pieces.allSatisfy { !$0.isEmpty })
            #expect(found.pieces.flatMap { Array(bytes[$0]) } == bytes, "\(text.debugDescription)")
            // No piece begins within a code point.
            #expect(found.pieces.allSatisfy { bytes[$0.lowerBound] & 0xC0 != 0x80 })
            for (shares, matrix) in [(found.words, views.words), (found.grams, views.grams)] {
                var sums = [Double](repeating: 0, count: matrix.packed(segment).count)
                for share in shares {
                    sums[share.entry] += share.share
                    #expect(found.pieces.indices.contains(share.piece))
                }
                #expect(sums.allSatisfy { abs($0 - 1) < 1e-9 }, "\(text.debugDescription)")
            }
        }
    }

    @Test func aWordIsInItsPieceAndAGramInThoseItOverlaps() throws {
        let views = try featurize([["北京 Tea"]])
        let text = Array("北京 Tea".utf8)
        let found = try text.withUnsafeBufferPointer {
            try OccurrenceFinder().find($0, segment: 0, field: 0, bits: 22, in: views)
        }
        #expect(found.pieces.map { String(decoding: text[$0], as: UTF8.self) } == ["北京", " ", "Tea"])
        #expect(Set(found.words.map(\.piece)) == [0, 2] && found.words.allSatisfy { $0.share == 1 })
        // "京 te": a quarter for each code point.
        let split = Dictionary(grouping: found.grams, by: \.entry).values.filter {
            Set($0.map(\.piece)).count == 3 && $0.count == 4
        }
        #expect(split.contains { $0.filter { $0.piece == 0 }.reduce(0) { $0 + $1.share } == 0.25 })
    }
}
