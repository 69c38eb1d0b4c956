import CICU
import Testing
import TextTokens

@Suite struct ScriptClassTests {
    @Test func eachCodePointHasTheClassOfItsPropertiesInICU() {
        var different: [UInt32] = []
        for point in UInt32(0)...0x10FFFF where ScriptClass.of(point) != expected(point) { different.append(point) }
        #expect(different.isEmpty, "\(different.prefix(10).map { String($0, radix: 16) })")
    }

    @Test func beyondTheLastCodePoint() {
        for point in [0x11_0000, 0x13_FFFF, UInt32.max] { #expect(ScriptClass.of(point) == .other) }
    }

    @Test(arguments: [
        ("a", .latin), ("é", .latin), ("Ａ", .latin), ("中", .han), ("㐀", .han), ("𠀀", .han), ("か", .kana), ("ｶ", .kana),
        ("한", .hangul), ("д", .cyrillic), ("ع", .arabic), ("α", .otherLetter), ("ไ", .otherLetter), ("7", .digit),
        ("１", .digit), ("Ⅳ", .digit), ("_", .punctuation), ("。", .punctuation), ("“", .punctuation), ("$", .symbol),
        ("👍", .symbol), ("^", .symbol), (" ", .space), ("\n", .space), ("\u{3000}", .space), ("\u{301}", .other),
        ("\0", .other), ("\u{200D}", .other),
    ] as [(Unicode.Scalar, ScriptClass)])
    func knownCharacters(scalar: Unicode.Scalar, kind: ScriptClass) {
        #expect(ScriptClass.of(scalar.value) == kind)
    }

    /// White space first, then the general category, and the script for letters only.
    private func expected(_ point: UInt32) -> ScriptClass {
        let code = Int32(point)
        if cicu_isWhiteSpace(code) { return .space }
        let category = UInt32(1) << UInt32(cicu_charType(code))
        func isOne(of categories: UCharCategory...) -> Bool { categories.contains { category == 1 << $0.rawValue } }
        if isOne(of: U_DECIMAL_DIGIT_NUMBER, U_LETTER_NUMBER, U_OTHER_NUMBER) { return .digit }
        if isOne(of: U_MATH_SYMBOL, U_CURRENCY_SYMBOL, U_MODIFIER_SYMBOL, U_OTHER_SYMBOL) { return .symbol }
        if isOne(of: U_DASH_PUNCTUATION, U_START_PUNCTUATION, U_END_PUNCTUATION, U_CONNECTOR_PUNCTUATION)
            || isOne(of: U_OTHER_PUNCTUATION, U_INITIAL_PUNCTUATION, U_FINAL_PUNCTUATION)
        {
            return .punctuation
        }
        guard isOne(of: U_UPPERCASE_LETTER, U_LOWERCASE_LETTER, U_TITLECASE_LETTER, U_MODIFIER_LETTER, U_OTHER_LETTER)
        else { return .other }
        var status = U_ZERO_ERROR
        let scripts: [Int32: ScriptClass] = [
            Int32(USCRIPT_LATIN.rawValue): .latin, Int32(USCRIPT_HAN.rawValue): .han,
            Int32(USCRIPT_HIRAGANA.rawValue): .kana, Int32(USCRIPT_KATAKANA.rawValue): .kana,
            Int32(USCRIPT_KATAKANA_OR_HIRAGANA.rawValue): .kana, Int32(USCRIPT_HANGUL.rawValue): .hangul,
            Int32(USCRIPT_CYRILLIC.rawValue): .cyrillic, Int32(USCRIPT_ARABIC.rawValue): .arabic,
        ]
        return scripts[cicu_script(code, &status)] ?? .otherLetter
    }
}
