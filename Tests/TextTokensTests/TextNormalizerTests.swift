import Testing
import TextTokens

@Suite struct TextNormalizerTests {
    @Test(arguments: [
        ("", ""), ("Can't STOP", "can't stop"), ("ＡＢＣ１２３", "abc123"), ("ﬁne", "fine"), ("Straße", "strasse"),
        ("soft\u{AD}hyphen\u{200B}", "softhyphen"), ("a\u{3000}b\u{A0}c", "a b c"), ("e\u{301}", "é"), ("①㈱", "1(株)"),
        ("你好，世界。", "你好,世界。"), ("\u{FEFF}x", "x"), ("\u{200D}", ""), ("ΣΑΣ", "σασ"), ("한", "한"),
    ])
    func knownTexts(text: String, normal: String) throws {
        #expect(try Array(TextNormalizer().normalize(text).utf8) == Array(normal.utf8))
    }

    /// What the path for ASCII does is what ICU does: capital letters become small, all else stays.
    @Test func eachASCIICharacterAlone() throws {
        let normalizer = try TextNormalizer()
        for byte in UInt8(0)..<128 {
            let capital = (0x41...0x5A).contains(byte)
            let normal = normalizer.normalize(String(decoding: [byte], as: UTF8.self))
            #expect(Array(normal.utf8) == [capital ? byte + 0x20 : byte])
        }
    }

    @Test func normalisingAgainChangesNothing() throws {
        let normalizer = try TextNormalizer()
        let seed: UInt64 = 21
        var draws = Draws(seed: seed)
        for _ in 0..<3000 {
            let once = normalizer.normalize(NastyText.draw(&draws))
            #expect(Array(normalizer.normalize(once).utf8) == Array(once.utf8), "seed \(seed): \(spelled(once))")
        }
    }

    /// One code point becomes eighteen, or one of three bytes four of three: the output outgrows the room for the source.
    @Test(arguments: [("\u{FDFA}", 3000, "صلى الله عليه وسلم"), ("㌀", 450, "アパート"), ("㌀", 20_000, "アパート")])
    func theLongestExpansionsFit(text: String, times: Int, normal: String) throws {
        let result = try TextNormalizer().normalize(String(repeating: text, count: times))
        #expect(result == String(repeating: normal, count: times))
    }
}
