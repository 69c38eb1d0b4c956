/// Divides text into words as ICU's word break iterator of the root locale does (Unicode Standard Annex 29, with
/// dictionaries for Chinese, Japanese, Thai and others).
///
/// Guarantee: the tokens are exactly those of `ubrk_open(UBRK_WORD, "")` of the linked ICU on the same text. ICU's own
/// compiled rules run over the UTF-8 in place, and runs of ideographs take the shortest path through ICU's own dictionary;
/// only other text that needs a dictionary goes through ICU itself.
///
/// One per worker: it holds an iterator and buffers, so it is not `Sendable`.
package final class WordTokenizer {
    private let breaker: WordBreaker
    private let rules: RuleTable?
    private let ideographs: HanDictionary?
    private var buffer = TokenBuffer()

    /// - Throws: ``TokenError/unavailable(service:status:)`` if ICU has no word boundaries, for example without its data.
    package convenience init() throws(TokenError) {
        try self.init(rules: LinkedRules.table)
    }

    /// - Parameter rules: Nil to take every token from ICU.
    init(rules: RuleTable?) throws(TokenError) {
        breaker = try WordBreaker()
        self.rules = rules
        ideographs = rules != nil && LinkedRules.trustsIdeographs ? HanDictionary() : nil
    }

    deinit { buffer.deallocate() }

    /// Replaces `tokens` with those of `normalized`, in order and covering all of it.
    ///
    /// Each byte that is not part of well-formed UTF-8 counts as U+FFFD. Only the first 2 GiB - 1 bytes of a text are read.
    /// Takes time linear in the text's length.
    ///
    /// - Parameters:
    ///   - normalized: UTF-8, usually from ``TextNormalizer``; any text will do.
    ///   - tokens: Receives the tokens; its memory is reused.
    package func tokenize(_ normalized: UnsafeBufferPointer<UInt8>, into tokens: inout [WordToken]) {
        tokens.removeAll(keepingCapacity: true)
        guard let base = normalized.baseAddress, !normalized.isEmpty else { return }
        let count = min(normalized.count, Int(Int32.max))
        buffer.removeAll()
        if let rules {
            RuleScanner.appendTokens(
                of: base, count: count, table: rules, ideographs: ideographs, breaker: breaker, to: &buffer)
        } else {
            breaker.appendTokens(of: base, 0, count, isWord: nil, to: &buffer)
        }
        tokens.append(contentsOf: buffer.tokens)
    }

    /// The words of a text, without what is between them.
    ///
    /// ```swift
    /// try WordTokenizer().words(in: "It's 3.14, e.g.")  // ["It's", "3.14", "e.g"]
    /// ```
    package func words(in text: String) -> [String] {
        var text = text
        var tokens: [WordToken] = []
        return text.withUTF8 { bytes in
            tokenize(bytes, into: &tokens)
            return tokens.lazy.filter(\.isWord).map { token in
                String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
            }
        }
    }
}
