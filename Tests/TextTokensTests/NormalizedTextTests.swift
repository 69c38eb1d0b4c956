import TestSupport
import Testing

@testable import TextTokens

@Suite("Where folded text came from")
struct NormalizedTextTests {
    let normalizer: TextNormalizer

    init() throws { normalizer = try TextNormalizer() }

    /// What of the original a part of the folded text came from.
    private func original(_ text: String, of part: String) -> String? {
        let folded = normalizer.normalizeWithOffsets(text)
        let needle = Array(part.utf8)
        guard
            let place = (0...folded.utf8.count - needle.count).first(where: { start in
                folded.utf8[start..<start + needle.count].elementsEqual(needle)
            })
        else { return nil }
        let range = folded.originalRange(of: place..<place + needle.count)
        return String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }

    @Test("By hand")
    func byHand() {
        #expect(original("say ＨＥＬＬＯ，world", of: "hello") == "ＨＥＬＬＯ")
        #expect(original("say ＨＥＬＬＯ，world", of: "world") == "world")
        #expect(original("a㍿b", of: "会社") == "㍿")
        #expect(original("a㍿b", of: "株式") == "㍿")
        #expect(original("Cafe\u{301} au lait", of: "café") == "Cafe\u{301}")
        #expect(original("Straße!", of: "strasse") == "Straße")
        #expect(original("中文", of: "文") == "文")
        let empty = normalizer.normalizeWithOffsets("")
        #expect(empty.originalRange(of: 0..<0) == 0..<0)
        let plain = normalizer.normalizeWithOffsets("AbC")
        #expect(plain.offsets == [0, 1, 2])
        #expect(plain.originalRange(of: 1..<1) == 1..<1)
        #expect(plain.originalRange(of: 2..<99) == 2..<3)
    }

    @Test("On any text: the same bytes, rising offsets at whole characters, and ranges that fold to what they stand for")
    func properties() throws {
        var generator = SplitMix(seed: 11)
        for _ in 0..<20_000 {
            let text = RandomText.make(&generator)
            let source = Array(text.utf8)
            let folded = normalizer.normalizeWithOffsets(text)
            try #require(folded.utf8 == normalizer.folded(utf8: source), "\(text.debugDescription)")
            try #require(folded.offsets.count == folded.utf8.count && folded.originalCount == source.count)
            try #require(zip(folded.offsets, folded.offsets.dropFirst()).allSatisfy { $0 <= $1 })
            try #require(folded.offsets.allSatisfy { $0 < source.count && source[$0] & 0xC0 != 0x80 })
            let a = Int.random(in: 0...folded.utf8.count, using: &generator)
            let b = Int.random(in: 0...folded.utf8.count, using: &generator)
            let range = min(a, b)..<max(a, b)
            let original = folded.originalRange(of: range)
            try #require(original.lowerBound >= 0 && original.upperBound <= source.count)
            if range.isEmpty { continue }
            // The original part, folded by itself, holds the range.
            let part = normalizer.folded(utf8: Array(source[original]))
            let lead = range.lowerBound - (folded.offsets.firstIndex(of: folded.offsets[range.lowerBound]) ?? 0)
            try #require(part.dropFirst(lead).starts(with: folded.utf8[range]), "\(text.debugDescription) \(range)")
        }
    }
}
