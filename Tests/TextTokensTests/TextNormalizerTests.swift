import TestSupport
import Testing

@testable import TextTokens

@Suite("Case folding")
struct TextNormalizerTests {
    let icu: ReferenceICU
    let normalizer: TextNormalizer

    init() throws {
        icu = try ReferenceICU()
        normalizer = try TextNormalizer()
    }

    @Test(
        "Folded by hand",
        arguments: [
            ("", ""), ("Hello, World! [@`{Z", "hello, world! [@`{z"), ("Straße", "strasse"), ("ＡＢＣ１２３", "abc123"),
            ("，：；！？（）", ",:;!?()"), ("。、", "。、"), ("　x", " x"), ("E\u{301}", "\u{E9}"), ("\u{1100}\u{1161}\u{11A8}", "각"),
            ("ﬁnal", "final"), ("①½", "11⁄2"), ("㍿", "株式会社"), ("co\u{AD}op\u{200D}\u{FEFF}", "coop"), ("ΣΑΣ", "σασ"),
            ("ｶﾞ", "ガ"), ("A\u{327}\u{301}", "\u{E1}\u{327}"), ("\u{301}", "\u{301}"), ("İ", "i\u{307}"), ("中文Ａ", "中文a"),
        ])
    func byHand(_ text: String, _ expected: String) {
        // By scalars: strings compare by canonical equivalence.
        #expect(Array(normalizer.normalize(text).utf8) == Array(expected.utf8))
    }

    /// Compares bytes, without an expectation for each text, which would take most of the time.
    private func expectSame(_ texts: some Sequence<String>) {
        for text in texts {
            let own = normalizer.normalize(text)
            let expected = icu.folded(text)
            if !own.utf8.elementsEqual(expected.utf8) {
                Issue.record("\(text.debugDescription): \(own.debugDescription) instead of \(expected.debugDescription)")
                return
            }
        }
    }

    @Test("More marks on one letter than anyone writes are folded in parts, each as ICU folds it, in linear time")
    func longRuns() {
        for marks in [1_023, 1_024, 1_025, 5_000, 200_000] {
            // In the order that costs ICU most: each second mark goes before all others.
            let run = (0..<marks).map { $0 % 2 == 0 ? "\u{301}" : "\u{323}" }
            var expected = ""
            for start in stride(from: 0, to: marks, by: TextNormalizer.longestRun) {
                let part = run[start..<min(start + TextNormalizer.longestRun, marks)].joined()
                expected += icu.folded(start == 0 ? "a" + part : part)
            }
            let text = "a" + run.joined()
            #expect(normalizer.normalize(text + "b").utf8.elementsEqual((expected + "b").utf8), "\(marks) marks")
            if marks <= 5_000 {
                let placed = normalizer.normalizeWithOffsets(text + "b")
                #expect(placed.utf8 == Array((expected + "b").utf8))
                #expect(placed.offsets.last == text.utf8.count)
            }
        }
    }

    @Test("Every code point, between letters and accents")
    func everyCodePoint() {
        expectSame(
            (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init).map { "A\($0)\u{301}\($0)" })
    }

    @Test("Random texts of difficult characters fold as by ICU, once and for all")
    func random() {
        var generator = SplitMix(seed: 51)
        for _ in 0..<50_000 {
            let text = RandomText.make(&generator)
            expectSame([text])
            let folded = normalizer.normalize(text)
            let again = normalizer.normalize(folded)
            if !folded.utf8.elementsEqual(again.utf8) { Issue.record("\(text.debugDescription) folds twice") }
        }
    }

    @Test("Random ASCII of all lengths")
    func ascii() {
        var generator = SplitMix(seed: 3)
        expectSame(
            (0..<5_000).lazy.map { number in
                String(decoding: (0..<number % 50).map { _ in UInt8.random(in: 0...127, using: &generator) }, as: UTF8.self)
            })
    }

    @Test("The demonstration corpus")
    func demonstration() throws {
        expectSame(try RealText.demonstration())
    }

    @Test(
        "Every line of TEXTSHIFT_DATA/lines_*.txt.gz",
        .enabled(if: RealText.has("zh") && RealText.has("en"), "set TEXTSHIFT_DATA to the folder of the lines"),
        arguments: ["zh", "en"])
    func lines(_ language: String) throws {
        expectSame(try RealText.lines(language: language))
    }

    @Test("Results may be longer than the text: buffers grow")
    func expansion() {
        expectSame([String(repeating: "\u{FDFA}", count: 5_000), String(repeating: "ΐ\u{1D15E}", count: 5_000)])
        expectSame([String(repeating: "A\u{301}", count: 5_000), "a" + String(repeating: "\u{316}\u{301}", count: 500)])
    }

    @Test("A malformed byte becomes U+FFFD, and the result is well-formed")
    func malformed() throws {
        var generator = SplitMix(seed: 9)
        for _ in 0..<20_000 {
            let bytes = RandomText.malformed(&generator)
            let folded = normalizer.folded(utf8: bytes)
            try #require(String(validating: folded, as: UTF8.self) != nil, "\(bytes)")
        }
        #expect(normalizer.folded(utf8: [0x41, 0xE4, 0xB8, 0x42]) == Array("a\u{FFFD}\u{FFFD}b".utf8))
        #expect(normalizer.folded(utf8: [0xED, 0xA0, 0x80]) == Array("\u{FFFD}\u{FFFD}\u{FFFD}".utf8))
        #expect(normalizer.folded(utf8: [0xF4, 0x90, 0x80, 0x80]).count == 12)
        #expect(normalizer.folded(utf8: [0xC0, 0x80, 0xCC, 0x81]) == Array("\u{FFFD}\u{FFFD}\u{301}".utf8))
        #expect(normalizer.folded(utf8: Array(repeating: 0xFF, count: 10_000)).count == 30_000)
    }
}
