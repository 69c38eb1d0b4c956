/// Something that can be seen of the form of a text.
public enum FormMark: String, Codable, Sendable, CaseIterable {
    /// Blanks before the text.
    case leadingBlanks
    /// Blanks after it.
    case trailingBlanks
    /// A line's end after it.
    case trailingLineEnd
    /// Line ends inside it.
    case lineEnds
    /// Several blanks on end, or a tab.
    case runsOfBlanks
    /// A blank that does not break, or an ideographic one.
    case wideBlanks
    /// An HTML or XML character reference: `&#39;`, `&amp;`.
    case entities
    /// An HTML tag: `<br />`.
    case tags
    /// A backslash and a letter for a control character, or for any code point: `\n`, `\u4e2d`.
    case backslashes
    /// Ten letters of ASCII or more, and none of them a capital.
    case noCapitals
    /// Ten letters of ASCII or more, at least half of them capitals.
    case mostlyCapitals
    /// A small letter of ASCII in the first place.
    case smallStart
    /// Five words or more that begin with a letter of ASCII, at least four of five with a capital.
    case capitalWords
    /// A full-width letter or digit.
    case fullWidthLetters
    /// Full-width punctuation.
    case fullWidthPunctuation
    /// Half-width punctuation right after an ideograph.
    case halfWidthPunctuation
    /// Half-width katakana.
    case halfWidthKana
    /// A traditional character that has a simplified form.
    case traditional
    /// Traditional characters, one of ten ideographs or more.
    case mostlyTraditional
    /// A start that many texts have.
    case commonStart
    /// An end that many texts have.
    case commonEnd
    /// An emoji.
    case emoji
    /// Three emoji or more.
    case manyEmoji
    /// An emoticon of ASCII: `:-)`.
    case emoticons
    /// U+FFFD, which stands for what could not be decoded, or 锟斤拷, which that becomes in GBK.
    case replacements
    /// UTF-8 that was read as windows-1252: `â€™`.
    case misread
    /// A control character of the block from U+0080.
    case controls

    /// The kind of form that it is a mark of.
    public var kind: FormKind {
        switch self {
        case .leadingBlanks, .trailingBlanks, .trailingLineEnd, .lineEnds, .runsOfBlanks, .wideBlanks: .trimming
        case .entities, .tags, .backslashes: .escapes
        case .noCapitals, .mostlyCapitals, .smallStart, .capitalWords: .letterCase
        case .fullWidthLetters, .fullWidthPunctuation, .halfWidthPunctuation, .halfWidthKana: .width
        case .traditional, .mostlyTraditional: .script
        case .commonStart, .commonEnd: .boilerplate
        case .emoji, .manyEmoji, .emoticons: .emoji
        case .replacements, .misread, .controls: .mojibake
        }
    }
}

/// The marks of a text, one bit each.
package struct FormMarks: OptionSet, Sendable, Hashable {
    package var rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// One mark.
    package init(_ mark: FormMark) { rawValue = 1 << Self.number(mark) }

    /// All marks of a kind.
    package init(of kind: FormKind) {
        self = FormMark.allCases.filter { $0.kind == kind }.reduce(into: []) { $0.insert(FormMarks($1)) }
    }

    /// The bit of a mark.
    @inline(__always)
    private static func number(_ mark: FormMark) -> UInt32 { numbers[mark] ?? 0 }

    private static let numbers = Dictionary(
        uniqueKeysWithValues: FormMark.allCases.enumerated().map { ($1, UInt32($0)) })
}
