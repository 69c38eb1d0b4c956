/// A way in which a text can be written or exported differently without saying anything else.
public enum FormKind: String, Codable, Sendable, CaseIterable {
    /// Length, shares of scripts, digits and blanks, punctuation.
    case surface
    /// Blanks and line ends around a text, line ends and runs of blanks inside it. Texts are always compared without.
    case trimming
    /// HTML entities and tags, `\n` as two characters.
    case escapes
    /// Capital letters.
    case letterCase = "case"
    /// Full-width letters, digits and punctuation for half-width ones, and half-width punctuation after ideographs.
    case width
    /// Traditional Chinese characters for simplified ones.
    case script
    /// The same words at the start or the end of many texts.
    case boilerplate
    /// Emoji and emoticons.
    case emoji
    /// Text that was decoded in another encoding than it was written in.
    case mojibake

    /// Whether the words of a text change where it is taken out; otherwise only surface features see it, or nothing does.
    package var changesWords: Bool {
        switch self {
        case .surface, .trimming, .letterCase, .width: false
        case .escapes, .script, .boilerplate, .emoji, .mojibake: true
        }
    }
}
