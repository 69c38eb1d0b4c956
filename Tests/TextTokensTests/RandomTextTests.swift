import Testing
import TextTokens

/// Tokens and normal forms against ICU on drawn texts.
@Suite struct RandomTextTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func tokensAndNormalFormsAreThoseOfICU(seed: UInt64) throws {
        let both = try Differential()
        var draws = Draws(seed: seed)
        for number in 0..<15_000 {
            let text = NastyText.draw(&draws)
            if let difference = both.difference(on: text) {
                Issue.record("seed \(seed), text \(number): \(difference)")
                return
            }
        }
    }

    /// Long texts: many pieces, and buffers that grow.
    @Test func longTextsToo() throws {
        let both = try Differential()
        let seed: UInt64 = 5
        var draws = Draws(seed: seed)
        for length in [10, 100, 1000, 3000, 20] {
            let text = (0..<length).map { _ in NastyText.draw(&draws) }.joined(separator: " ")
            #expect(both.difference(on: text) == nil, "seed \(seed), \(length) draws")
        }
    }

    @Test func everyCodePointNormalisesAsInICU() throws {
        let both = try Differential()
        for page in NastyText.allScalars {
            let (normal, expected) = (both.normalizer.normalize(page), both.oracle.casefolded(page))
            #expect(Array(normal.utf8) == Array(expected.utf8), "from \(page.unicodeScalars.first?.value ?? 0)")
            #expect(both.normalizer.normalize(normal) == normal)
        }
    }
}
