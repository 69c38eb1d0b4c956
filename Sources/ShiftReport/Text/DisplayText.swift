/// Makes corpus text safe for a terminal: one line, no control characters, cut to a width.
package enum DisplayText {
    /// Columns of a terminal.
    package static func width(_ text: String) -> Int { ColumnWidth.of(text) }

    private static func width(_ character: Character) -> Int { ColumnWidth.of(character) }

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
