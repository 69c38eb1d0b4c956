/// Columns that text takes in a terminal.
enum ColumnWidth {
    /// The most columns that a character takes in a terminal: terminals without support for joined emoji show the parts.
    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        let sum = scalars.reduce(0) { $0 + of($1) }
        return scalars.contains("\u{FE0F}") ? max(sum, 2) : sum
    }

    /// 2 for East Asian wide forms and emoji, 0 for combining marks and for U+200D, the only control character that is allowed.
    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1160...0x11FF: return 0  // Hangul vowels and finals, which join the initial before them.
        case 0x1F1E6...0x1F1FF: return 1  // Half a flag.
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
            0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }

    static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }
}
