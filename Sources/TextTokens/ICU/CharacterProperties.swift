import CICU

/// General category, script and white space of code points, asked of ICU.
enum CharacterProperties {
    /// The class of one code point by ICU's properties.
    static func scriptClass(of point: UInt32) -> ScriptClass {
        let code = Int32(bitPattern: point)
        if cicu_isWhiteSpace(code) { return .space }
        switch UInt32(cicu_charType(code)) {
        case U_DECIMAL_DIGIT_NUMBER.rawValue, U_LETTER_NUMBER.rawValue, U_OTHER_NUMBER.rawValue:
            return .digit
        case U_DASH_PUNCTUATION.rawValue, U_START_PUNCTUATION.rawValue, U_END_PUNCTUATION.rawValue,
            U_CONNECTOR_PUNCTUATION.rawValue, U_OTHER_PUNCTUATION.rawValue, U_INITIAL_PUNCTUATION.rawValue,
            U_FINAL_PUNCTUATION.rawValue:
            return .punctuation
        case U_MATH_SYMBOL.rawValue, U_CURRENCY_SYMBOL.rawValue, U_MODIFIER_SYMBOL.rawValue, U_OTHER_SYMBOL.rawValue:
            return .symbol
        case U_UPPERCASE_LETTER.rawValue, U_LOWERCASE_LETTER.rawValue, U_TITLECASE_LETTER.rawValue,
            U_MODIFIER_LETTER.rawValue, U_OTHER_LETTER.rawValue:
            var status = U_ZERO_ERROR
            switch UScriptCode(rawValue: cicu_script(code, &status)) {
            case USCRIPT_LATIN: return .latin
            case USCRIPT_HAN: return .han
            case USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_KATAKANA_OR_HIRAGANA: return .kana
            case USCRIPT_HANGUL: return .hangul
            case USCRIPT_CYRILLIC: return .cyrillic
            case USCRIPT_ARABIC: return .arabic
            default: return .otherLetter
            }
        default:
            return .other
        }
    }
}
