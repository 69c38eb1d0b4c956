import TestSupport
import Testing

@testable import TextTokens

@Suite("Tokens are those of ICU")
struct WordTokenizerICUTests {
    let icu: ReferenceICU
    let tokenizer: WordTokenizer
    let normalizer: TextNormalizer

    init() throws {
        icu = try ReferenceICU()
        tokenizer = try WordTokenizer()
        normalizer = try TextNormalizer()
    }

    /// Compares without an expectation for each text, which would take most of the time.
    private func expectSame(_ texts: some Sequence<String>) {
        for text in texts where tokenizer.tokens(text) != icu.tokens(text) {
            Issue.record("\(text.debugDescription): \(tokenizer.tokens(text)) instead of \(icu.tokens(text))")
            return
        }
    }

    @Test("The rules of ICU 72 are read, so that the fast path is in use", .enabled(if: ICUVersion.major == 72))
    func fastPath() {
        #expect(RuleTable.linked != nil)
    }

    @Test("ICU 72's dictionary is read, so that ideographs take the fast path", .enabled(if: ICUVersion.major == 72))
    func ideographPath() {
        #expect(RuleTrial.trustsIdeographs)
    }

    @Test("Random runs of ideographs, frequent and rare, long and short")
    func ideographs() {
        var generator = SplitMix(seed: 4_096)
        // Drawn from real words, so that many ways through a run are nearly as cheap.
        let frequent = RuleTrial.ideographs.flatMap(\.unicodeScalars)
        expectSame(
            (0..<20_000).lazy.map { number in
                var run = ""
                for _ in 0..<Int.random(in: 2...(number % 100 == 0 ? 3_000 : 24), using: &generator) {
                    let rare = Int.random(in: 0..<8, using: &generator) == 0
                    let edge = Int.random(in: 0..<200, using: &generator) == 0
                    let point = UInt32.random(in: edge ? 0x4DF0...0x4E10 : 0x4E00...0x9FFF, using: &generator)
                    run.unicodeScalars.append(
                        rare ? Unicode.Scalar(point) ?? "中" : frequent[Int.random(in: 0..<frequent.count, using: &generator)])
                }
                return run
            })
    }

    @Test("Random texts of difficult characters")
    func random() {
        var generator = SplitMix(seed: 72)
        expectSame((0..<100_000).lazy.map { _ in RandomText.make(&generator) })
    }

    @Test("All texts of three characters, one of each category of the rules")
    func triples() throws {
        let alphabet = try representatives()
        #expect(alphabet.count > 20)
        expectSame(alphabet.lazy.flatMap { a in alphabet.lazy.flatMap { b in alphabet.lazy.map { c in a + b + c } } })
    }

    @Test("Random texts of one character of each category")
    func categories() throws {
        let alphabet = try representatives()
        var generator = SplitMix(seed: 29)
        expectSame(
            (0..<20_000).lazy.map { _ in
                (0..<12).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }.joined()
            })
    }

    /// One character for each category of the rules (or of ICU's properties, where its rules cannot be read).
    private func representatives() throws -> [String] {
        guard let table = RuleTable.linked else { return RandomText.alphabet.filter { $0.unicodeScalars.count == 1 } }
        var seen = Set<UInt8>()
        return (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
            .filter { seen.insert(table.categories.value($0.value)).inserted }.map { String($0) }
    }

    @Test("Every code point between letters, digits and by itself")
    func everyCodePoint() {
        var text = ""
        let texts = (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap { point -> String? in
            guard let scalar = Unicode.Scalar(point) else { return nil }
            text += "a\(scalar)b 1\(scalar)2 "
            guard point % 64 == 63 else { return nil }
            defer { text = "" }
            return text
        }
        expectSame(texts)
    }

    @Test("Without the rules, every token comes from ICU, and is the same")
    func withoutRules() throws {
        let plain = try WordTokenizer(rules: nil)
        var generator = SplitMix(seed: 7)
        for _ in 0..<5_000 {
            let text = RandomText.make(&generator)
            try #require(plain.tokens(text) == icu.tokens(text))
        }
    }

    @Test("The demonstration corpus, as it is and folded")
    func demonstration() throws {
        let lines = try RealText.demonstration()
        #expect(lines.count > 1_000)
        expectSame(lines)
        expectSame(lines.lazy.map { normalizer.normalize($0) })
    }

    @Test(
        "Every line of TEXTSHIFT_DATA/lines_*.txt.gz",
        .enabled(if: RealText.has("zh") && RealText.has("en"), "set TEXTSHIFT_DATA to the folder of the lines"),
        arguments: ["zh", "en"])
    func lines(_ language: String) throws {
        let lines = try RealText.lines(language: language)
        #expect(lines.count > 1_000)
        expectSame(lines)
        expectSame(lines.lazy.map { normalizer.normalize($0) })
    }

    @Test("A malformed byte counts as U+FFFD, and tokens still cover the text")
    func malformed() throws {
        var generator = SplitMix(seed: 8)
        for _ in 0..<20_000 {
            let bytes = RandomText.malformed(&generator)
            let (text, offsets) = repaired(bytes)
            let expected = icu.tokens(text).map {
                WordToken(start: offsets[Int($0.start)], end: offsets[Int($0.end)], isWord: $0.isWord)
            }
            try #require(tokenizer.tokens(utf8: bytes) == expected, "\(bytes)")
        }
    }

    /// The text with U+FFFD for each malformed byte, and by byte of it (and at its end) the offset in `bytes`.
    private func repaired(_ bytes: [UInt8]) -> (String, [Int32]) {
        var text = ""
        var offsets: [Int32] = []
        var position = 0
        while position < bytes.count {
            // A sequence is well-formed if the standard library takes it as one scalar without repair.
            let length = (1...4).first { length in
                position + length <= bytes.count
                    && String(validating: bytes[position..<position + length], as: UTF8.self)?.unicodeScalars.count == 1
            }
            let scalar = length.map { String(decoding: bytes[position..<position + $0], as: UTF8.self) } ?? "\u{FFFD}"
            text += scalar
            offsets += repeatElement(Int32(position), count: scalar.utf8.count)
            position += length ?? 1
        }
        return (text, offsets + [Int32(bytes.count)])
    }
}
