/// Makes corpus text safe for a terminal: one line, no control characters, cut to a width.
package enum DisplayText {
    /// The most columns that a character takes in a terminal: terminals without support for joined emoji show the parts.
    static func width(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        let sum = scalars.reduce(0) { $0 + width($1) }
        return scalars.contains("\u{FE0F}") ? max(sum, 2) : sum
    }

    /// 2 for East Asian wide forms and emoji, 0 for combining marks and for U+200D, the only control character that is allowed.
    private static func width(_ scalar: Unicode.Scalar) -> Int {
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

    /// Columns of a terminal.
    package static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

    /// White space is collapsed; control characters, bidirectional overrides and unassigned code points are shown as U+FFFD.
    static func neutral(_ text: String) -> String {
        var result = ""
        var pendingSpace = false
        var marks = 0
        for scalar in text.unicodeScalars {
            // Combining marks on one letter take no column, so cutting to a width would not limit them.
            marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
            if marks > 8 { continue }
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
    package static func cut(_ text: String, to columns: Int) -> String {
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

    /// Text padded with spaces to a number of columns.
    package static func pad(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - width(text)))
    }

    /// Text after as many spaces as fill a number of columns.
    package static func pad(left text: String, to columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - width(text))) + text
    }

    /// Neutral text in lines of at most `width` columns, each after `indent` spaces; a longer word is cut.
    package static func wrapped(_ text: String, to width: Int, indent: Int = 0) -> [String] {
        let start = String(repeating: " ", count: indent)
        var lines = [start]
        var used = indent
        func breakLine() {
            lines.append(start)
            used = indent
        }
        for piece in UnbrokenPieces(neutral(text)).pieces {
            let columns = Self.width(piece.text)
            let gap = piece.isSpaced && used > indent ? 1 : 0
            if used + gap + columns > width, used > indent, columns <= width - indent || gap == 1 {
                breakLine()
            } else if gap == 1 {
                lines[lines.count - 1] += " "
                used += 1
            }
            for character in piece.text {
                let next = Self.width(character)
                if used + next > width, used > indent { breakLine() }
                lines[lines.count - 1].append(character)
                used += next
            }
        }
        return lines
    }
}
