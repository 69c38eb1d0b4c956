import Mustache

/// Makes any text safe in HTML, as content or as a quoted attribute: the only escaper of the page and its drawings.
///
/// The result shows the text and can do nothing else. HTML's five special characters become references; control characters,
/// which HTML does not allow or which reorder or hide their surroundings, become visible symbols: NUL is ␀, a right-to-left
/// override ⟨U+202E⟩. Line feeds and tabs stay. Works by code point: a combining mark after a "<" would hide it from a
/// comparison of characters.
package enum HTMLEscaping {
    /// The text, escaped.
    package static func escape(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        append(text, to: &result)
        return result
    }

    /// Whether ``escape(_:)`` replaces a code point with a symbol, so that what is shown is not the text itself.
    package static func replacesCharacters(in text: String) -> Bool {
        var marks = 0
        return text.unicodeScalars.contains { scalar in
            if scalar.isASCII {
                marks = 0
                return scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0x7F
            }
            marks = isMark(scalar) ? marks + 1 : 0
            return marks > mostMarks || isUnfit(scalar)
        }
    }

    /// Most combining marks on one letter.
    private static let mostMarks = 8

    static func append(_ text: String, to result: inout String) {
        var marks = 0
        for scalar in text.unicodeScalars {
            // Nearly all text needs no lookup in the character database.
            if scalar.isASCII {
                marks = 0
                switch scalar {
                case "<": result += "&lt;"
                case ">": result += "&gt;"
                case "&": result += "&amp;"
                case "\"": result += "&quot;"
                case "'": result += "&#39;"
                case "\n", "\t": result.unicodeScalars.append(scalar)
                case "\u{7F}": result += "\u{2421}"
                case _ where scalar.value < 0x20:
                    result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
                default: result.unicodeScalars.append(scalar)
                }
                continue
            }
            marks = isMark(scalar) ? marks + 1 : 0
            if marks > mostMarks { continue }
            if isUnfit(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x300 && scalar.value < 0x1_0000 && (scalar.value < 0x3000 || scalar.value > 0xD7FF)
            && scalar.properties.canonicalCombiningClass != .notReordered
    }

    /// Whether a code point reorders or hides text, or is unassigned. Joiners, which scripts and emoji need, are allowed.
    private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200C, 0x200D: return false
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}

/// The escaper for the templates: each says `{{% CONTENT_TYPE: PAGE}}` in its first line, because the library's own escaper
/// compares characters, and a combining mark after a quote gets past it.
struct PageContentType: MustacheContentType {
    static let name = "PAGE"

    func escapeText(_ text: String) -> String { HTMLEscaping.escape(text) }

    /// Registered once, before the first template is read.
    static let registered: Void = MustacheContentTypes.register(PageContentType(), named: name)
}
