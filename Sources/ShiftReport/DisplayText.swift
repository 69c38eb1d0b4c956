/// Corpus text made fit for a terminal: one line, no control characters, cut to a width.
enum DisplayText {
    /// Columns that a character takes in a terminal: 2 for East Asian wide forms and emoji, 0 for marks that combine.
    static func width(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default:
            return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
        }
    }

    static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

    /// White space run together; controls, bidirectional overrides and unassigned code points shown as U+FFFD.
    static func neutral(_ text: String) -> String {
        var result = ""
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                pendingSpace = !result.isEmpty
                continue
            }
            if pendingSpace { result += " " }
            pendingSpace = false
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                result += scalar.value == 0x200D ? "\u{200D}" : "\u{FFFD}"
            default:
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Neutral text of at most `columns` columns, with "…" where it was cut.
    static func cut(_ text: String, to columns: Int) -> String {
        let clean = neutral(text)
        if width(clean) <= columns { return clean }
        var result = ""
        var used = 0
        for character in clean {
            let next = width(character)
            if used + next > columns - 1 { break }
            result.append(character)
            used += next
        }
        return result + "…"
    }

    /// Text filled up with spaces to a number of columns.
    static func pad(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - width(text)))
    }
}
