import TestSupport
import Testing

@testable import ShiftReport

@Suite("No line is wider than the terminal", .enabled(if: Columns.canMeasure, "no UTF-8 locale to measure with"))
struct LineWidthTests {
    /// Words of wide, narrow and combining characters, alone and without a space to break at.
    private static let words = [
        "a", "word", "数据集", "한국어", "ＡＢＣ", "かな", "e\u{301}\u{302}", "ก็", "😀", "⚽", "❤\u{FE0F}", "👩‍🔬", "🇨🇳", "ﬁ",
        "𠀀", "ไทย", "हिन्दी", String(repeating: "长", count: 70), String(repeating: "x", count: 130),
    ]

    @Test(arguments: [40, 41, 60, 61, 79, 100, 120])
    func recorded(width: Int) {
        for (name, summary) in Summaries.all {
            for line in TerminalSummary(summary, width: width).text.split(separator: "\n") {
                #expect(Columns.of(line) <= width, "\(name): \(line)")
            }
        }
    }

    @Test(arguments: words, [40, 60, 100])
    func anyText(word: String, width: Int) {
        for text in [word, word + " " + word, String(repeating: word, count: 30), "a" + String(repeating: word, count: 30)] {
            for line in TerminalSummary(Summaries.saying(text), width: width).text.split(separator: "\n") {
                #expect(Columns.of(line) <= width, "\(line)")
            }
        }
    }

    @Test("Mixtures", arguments: 0..<40)
    func mixtures(seed: Int) {
        var draws = SplitMix(seed: UInt64(seed))
        let text = (0..<draws.below(40) + 1).map { _ in
            Self.words[draws.below(Self.words.count - 2)] + (draws.below(3) == 0 ? " " : "")
        }.joined()
        let width = 40 + draws.below(80)
        for line in TerminalSummary(Summaries.saying(text), width: width).text.split(separator: "\n") {
            #expect(Columns.of(line) <= width, "seed \(seed), width \(width): \(line)")
        }
    }

    @Test("The narrowest terminal that is served has 40 columns")
    func narrowest() {
        #expect(TerminalSummary(Summaries.shift, width: 1).text == TerminalSummary(Summaries.shift, width: 40).text)
    }

    @Test("The module's width of a code point is never below the C library's")
    func everyCodePoint() {
        var tooNarrow: [String] = []
        for value in UInt32(0x20)...0x3_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            switch scalar.properties.generalCategory {
            case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: continue
            default: break
            }
            let text = String(Character(scalar))
            if DisplayText.width(text) < Columns.of(text) { tooNarrow.append("U+\(String(value, radix: 16))") }
        }
        #expect(tooNarrow.isEmpty, "\(tooNarrow.count): \(tooNarrow.prefix(40))")
    }
}
