import Testing
import TextTokens

/// Records are validated before they get here; bytes that are not UTF-8 must still do no harm.
@Suite struct MalformedTextTests {
    @Test func randomBytes() throws {
        let (tokenizer, normalizer) = (try WordTokenizer(), try TextNormalizer())
        let seed: UInt64 = 31
        var draws = Draws(seed: seed)
        for number in 0..<5000 {
            let bytes = (0..<draws.below(24)).map { _ in
                UInt8(truncatingIfNeeded: draws.below(4) == 0 ? 0x20 + draws.below(0x60) : draws.below(256))
            }
            #expect(tokensCover(bytes, tokenizer), "seed \(seed), text \(number): \(bytes)")
            #expect(normalFormIsTokenized(bytes, normalizer, tokenizer), "seed \(seed), text \(number): \(bytes)")
        }
    }

    /// Each lead byte with none to all of its continuation bytes, at the end and before a letter.
    @Test func sequencesCutShort() throws {
        let (tokenizer, normalizer) = (try WordTokenizer(), try TextNormalizer())
        for lead in UInt8(0x80)...0xFF {
            for continuation in [0x80, 0xBF] as [UInt8] {
                for count in 0..<5 {
                    let cut = [lead] + [UInt8](repeating: continuation, count: count)
                    for bytes in [cut, cut + Array(" a".utf8), Array("a ".utf8) + cut] {
                        #expect(tokensCover(bytes, tokenizer), "\(bytes)")
                        #expect(normalFormIsTokenized(bytes, normalizer, tokenizer), "\(bytes)")
                    }
                }
            }
        }
    }

    @Test func aStrayByteIsAReplacementCharacter() throws {
        let (tokenizer, normalizer) = (try WordTokenizer(), try TextNormalizer())
        var tokens: [WordToken] = []
        ([0x61, 0xFF, 0x62] as [UInt8]).withUnsafeBufferPointer { tokenizer.tokenize($0, into: &tokens) }
        #expect(tokens == (0..<3).map { WordToken(start: $0, end: $0 + 1, isWord: $0 != 1) })
        let normal = ([0x41, 0xFF] as [UInt8]).withUnsafeBufferPointer { Array(normalizer.normalize($0)) }
        #expect(normal == Array("a\u{FFFD}".utf8))
    }

    private func tokensCover(_ bytes: [UInt8], _ tokenizer: WordTokenizer) -> Bool {
        var tokens: [WordToken] = []
        bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &tokens) }
        return covers(tokens, bytes.count)
    }

    private func normalFormIsTokenized(
        _ bytes: [UInt8], _ normalizer: TextNormalizer, _ tokenizer: WordTokenizer
    ) -> Bool {
        tokensCover(bytes.withUnsafeBufferPointer { Array(normalizer.normalize($0)) }, tokenizer)
    }
}
