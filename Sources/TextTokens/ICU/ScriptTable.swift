import CICU

/// ``ScriptClass`` of every code point, read from ICU once for the process (some milliseconds).
enum ScriptTable {
    static let shared = BlockTable(classes())

    private static func classes() -> [UInt8] {
        var classes = [UInt8](repeating: 0, count: BlockTable.pointCount)
        cicu_readCategories(&classes)
        for point in classes.indices {
            let category = cicu_Category(rawValue: classes[point])
            classes[point] = kind(Int32(truncatingIfNeeded: point), category).rawValue
        }
        return classes
    }

    /// The class of a code point of a known general category.
    private static func kind(_ point: Int32, _ category: cicu_Category) -> ScriptClass {
        switch category {
        case CICU_LU, CICU_LL, CICU_LT, CICU_LM, CICU_LO, CICU_NL: script(point) ?? .otherLetter
        case CICU_MN, CICU_ME, CICU_MC: script(point) ?? (isShared(point) ? .other : .otherLetter)
        case CICU_ND, CICU_NO: .digit
        case CICU_PD, CICU_PS, CICU_PE, CICU_PC, CICU_PO, CICU_PI, CICU_PF: .punctuation
        case CICU_SM, CICU_SC, CICU_SK, CICU_SO: .symbol
        case CICU_ZS, CICU_ZL, CICU_ZP, CICU_CC: cicu_isWhiteSpace(point) ? .space : .other
        default: .other
        }
    }

    /// The class named by a letter's script or, for a shared letter, by its script extensions.
    private static func script(_ point: Int32) -> ScriptClass? {
        switch cicu_Script(rawValue: cicu_getScript(point)) {
        case CICU_LATIN: .latin
        case CICU_HAN: .han
        case CICU_HIRAGANA, CICU_KATAKANA: .kana
        case CICU_HANGUL: .hangul
        case CICU_CYRILLIC: .cyrillic
        case CICU_ARABIC: .arabic
        case CICU_COMMON, CICU_INHERITED: sharers.first { cicu_hasScript(point, $0.script.rawValue) }?.kind
        default: nil
        }
    }

    /// Classes that are scripts, in the order in which a shared letter is checked for them.
    private static let sharers: [(script: cicu_Script, kind: ScriptClass)] = [
        (CICU_LATIN, .latin), (CICU_HAN, .han), (CICU_HIRAGANA, .kana), (CICU_KATAKANA, .kana), (CICU_HANGUL, .hangul),
        (CICU_CYRILLIC, .cyrillic), (CICU_ARABIC, .arabic),
    ]

    private static func isShared(_ point: Int32) -> Bool {
        let script = cicu_Script(rawValue: cicu_getScript(point))
        return script == CICU_COMMON || script == CICU_INHERITED
    }
}

extension ScriptClass {
    /// The class of a code point; that of U+FFFD (symbol) for a value above 10FFFF.
    @inlinable
    package static func of(_ point: UInt32) -> ScriptClass {
        // Nearly all text is one of these; a test holds them to ICU.
        if point &- 0x61 < 26 { return .latin }
        if point &- 0x4E00 < 0x51F0 { return .han }
        if point == 0x20 { return .space }
        return looked(up: point)
    }

    /// The class of a scalar value.
    @inlinable
    package static func of(_ scalar: Unicode.Scalar) -> ScriptClass { of(scalar.value) }

    @usableFromInline
    static func looked(up point: UInt32) -> ScriptClass {
        ScriptClass(rawValue: ScriptTable.shared.value(point)) ?? .other
    }
}
