import CICU
import Testing

@testable import TextTokens

@Suite("Script classes")
struct ScriptClassTests {
    @Test(
        "By hand",
        arguments: [
            ("aZéßǅªⅧ", ScriptClass.latin), ("中々〇\u{20000}\u{F900}〆", .han), ("あカーｶㇰ", .kana), ("한ㄱ\u{1100}", .hangul),
            ("аЖ", .cyrillic), ("عش", .arabic), ("αאกक\u{E31}\u{93E}", .otherLetter), ("09٣１①½²", .digit),
            (".,'\"@_-。，、「’—", .punctuation), ("$+<=>^`|~€©\u{1F600}❤\u{FFFD}", .symbol),
            (" \t\n\r\u{B}\u{85}\u{A0}\u{2028}　", .space),
            ("\u{0}\u{7F}\u{200B}\u{200D}\u{301}\u{FE0F}\u{E000}\u{10FFFF}", .other),
        ])
    func byHand(_ text: String, _ expected: ScriptClass) {
        for scalar in text.unicodeScalars {
            #expect(ScriptClass.of(scalar) == expected, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test("Every code point, against ICU's properties")
    func everyCodePoint() {
        var categories = [UInt8](repeating: 0, count: 0x110000)
        cicu_readCategories(&categories)
        for point in (0...0x10FFFF as ClosedRange<UInt32>) where Unicode.Scalar(point) != nil {
            let expected = reference(Int32(point), categories[Int(point)])
            if ScriptClass.of(point) != expected {
                Issue.record("U+\(String(point, radix: 16)): \(ScriptClass.of(point)) instead of \(expected)")
                return
            }
        }
    }

    @Test("What is no code point counts as U+FFFD")
    func outside() {
        #expect(ScriptClass.of(0x110000 as UInt32) == .symbol)
        #expect(ScriptClass.of(UInt32.max) == .symbol)
        #expect(ScriptClass.allCases.count <= 16)
    }

    /// The definition, said with names of categories, and with one call for each property.
    private func reference(_ point: Int32, _ category: UInt8) -> ScriptClass {
        if cicu_isWhiteSpace(point) { return .space }
        let name = Self.names[Int(category)]
        if name == "Nd" || name == "No" { return .digit }
        if name.hasPrefix("P") { return .punctuation }
        if name.hasPrefix("S") { return .symbol }
        let isMark = name.hasPrefix("M")
        guard name.hasPrefix("L") || isMark || name == "Nl" else { return .other }
        let script = cicu_getScript(point)
        let shared = script == 0 || script == 1
        let named: [(ScriptClass, [cicu_Script])] = [
            (.latin, [CICU_LATIN]), (.han, [CICU_HAN]), (.kana, [CICU_HIRAGANA, CICU_KATAKANA]),
            (.hangul, [CICU_HANGUL]), (.cyrillic, [CICU_CYRILLIC]), (.arabic, [CICU_ARABIC]),
        ]
        for (kind, scripts) in named
        where scripts.contains(where: { shared ? cicu_hasScript(point, $0.rawValue) : $0.rawValue == script }) {
            return kind
        }
        return isMark && shared ? .other : .otherLetter
    }

    /// ICU's general categories by number.
    private static let names = [
        "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cs",
        "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf",
    ]
}
