import TestSupport
import Testing

@Suite("Corpora made from seeds")
struct SeededCorporaTests {
    @Test("Equal seeds give equal sentences, other seeds others", arguments: [1, 23, 41])
    func repeated(seed: UInt64) {
        func sentences(_ seed: UInt64) -> [String] {
            var corpora = SeededCorpora(seed: seed)
            return (0..<20).map { corpora.sentence(topic: $0 % 6) }
        }
        #expect(sentences(seed) == sentences(seed))
        #expect(sentences(seed) != sentences(seed + 1))
    }

    @Test("A sentence has the words asked for: half of its topic, none of another", arguments: 0..<6)
    func sentence(topic: Int) {
        var corpora = SeededCorpora(seed: 9)
        let words = (0..<300).flatMap { _ in corpora.sentence(topic: topic, words: 10).split(separator: " ") }
        #expect(words.count == 3000)
        let own = words.count { $0.hasPrefix("t\(topic)w") }
        // Five standard errors of a share of a half.
        #expect(abs(Double(own) / 3000 - 0.5) < 5 * 0.5 / 3000.0.squareRoot())
        #expect(words.allSatisfy { $0.hasPrefix("t\(topic)w") || $0.hasPrefix("common") })
    }

    @Test("Topics come in proportion to their shares", arguments: [[3.0, 1, 2, 2, 2, 2], [1, 0, 9], [5]])
    func topics(shares: [Double]) {
        var corpora = SeededCorpora(seed: 4)
        let drawn = (0..<4000).map { _ in corpora.topic(shares) }
        for (topic, share) in shares.enumerated() {
            let expected = share / shares.reduce(0, +)
            let found = Double(drawn.count { $0 == topic }) / 4000
            #expect(abs(found - expected) <= 5 * (expected * (1 - expected) / 4000).squareRoot(), "\(topic)")
        }
    }

    @Test("Words of leaning corpora are of the rare kind as often as asked for", arguments: [0.0, 0.3, 0.7, 1])
    func leaning(share: Double) throws {
        let rows = LeaningCorpora.rows("test", 300, share: share)
        #expect(rows == LeaningCorpora.rows("test", 300, share: share))
        let words = try rows.flatMap { row in
            try #require(JSONText.object(row)["text"] as? String).split(separator: " ").prefix(7).map(String.init)
        }
        #expect(words.count == 2100 && Set(words).isSubset(of: LeaningCorpora.common + LeaningCorpora.rare))
        let found = Double(words.count { LeaningCorpora.rare.contains($0) }) / 2100
        #expect(abs(found - share) <= 5 * (share * (1 - share) / 2100).squareRoot())
    }

    @Test("A line is put in after the third, and the others stay")
    func inserting() {
        let lines = LeaningCorpora.inserting("x", into: ["a", "b", "c", "d"])
        #expect(lines == ["a", "b", "c", "x", "d"])
    }

    @Test("Opinions are positive as often as asked for, and their words tell the label mostly", arguments: [0.1, 0.5, 0.9])
    func opinions(share: Double) throws {
        let rows = try OpinionCorpora.rows("train", 600, positive: share).map { try JSONText.object($0) }
        let isPositive = rows.map { $0["label"] as? Int == 1 }
        #expect(abs(Double(isPositive.count { $0 }) / 600 - share) <= 5 * (share * (1 - share) / 600).squareRoot())
        var (telling, right) = (0, 0)
        for (row, isPositive) in zip(rows, isPositive) {
            for word in try #require(row["text"] as? String).split(separator: " ").map(String.init) {
                guard OpinionCorpora.good.contains(word) || OpinionCorpora.bad.contains(word) else { continue }
                telling += 1
                if OpinionCorpora.good.contains(word) == isPositive { right += 1 }
            }
        }
        #expect(abs(Double(telling) / 5400 - 0.35) < 0.04)
        #expect(abs(Double(right) / Double(telling) - 0.9) < 0.05)
    }
}
