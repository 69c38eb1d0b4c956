/// A piece of a text between two neighbouring word boundaries.
///
/// The tokens of a text follow one another without gaps or overlaps, from its first byte to its last.
package struct WordToken: Equatable, Sendable {
    /// Offset of the first byte, in UTF-8 bytes from the start of the text.
    package var start: Int32
    /// Offset past the last byte; greater than ``start``.
    package var end: Int32
    /// Whether this is a word (letters, a number, kana, an ideograph) rather than a space or punctuation between words:
    /// ICU's rule status is `UBRK_WORD_NONE_LIMIT` (100) or more.
    package var isWord: Bool

    /// - Parameters:
    ///   - start: Offset of the first byte.
    ///   - end: Offset past the last byte.
    ///   - isWord: Whether it is a word.
    package init(start: Int32, end: Int32, isWord: Bool) {
        self.start = start
        self.end = end
        self.isWord = isWord
    }
}
