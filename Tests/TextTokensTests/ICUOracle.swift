import CICU
import TextTokens

/// ICU asked about a whole text at once, without any of the shortcuts of the module under test.
final class ICUOracle {
    private let words: OpaquePointer
    private let form: OpaquePointer

    init?() {
        var status = U_ZERO_ERROR
        guard let words = cicu_openWords(&status), let form = cicu_nfkcCasefold(&status) else { return nil }
        self.words = words
        self.form = form
    }

    deinit { cicu_closeBreaks(words) }

    /// The segments of ICU's word break iterator, in offsets of the text's UTF-8.
    func tokens(of text: String) -> [WordToken] {
        let units = Array(text.utf16)
        var byteOffset: [Int32] = []
        var bytes: Int32 = 0
        for scalar in text.unicodeScalars {
            for _ in 0..<UTF16.width(scalar) { byteOffset.append(bytes) }
            bytes += Int32(UTF8.width(scalar))
        }
        byteOffset.append(bytes)
        return units.withUnsafeBufferPointer { units in
            var status = U_ZERO_ERROR
            cicu_setText(words, units.baseAddress, Int32(units.count), &status)
            var tokens: [WordToken] = []
            var start = cicu_first(words)
            while true {
                let end = cicu_next(words)
                if end < 0 { return tokens }
                let isWord = cicu_isWord(words)
                tokens.append(WordToken(start: byteOffset[Int(start)], end: byteOffset[Int(end)], isWord: isWord))
                start = end
            }
        }
    }

    /// ICU's NFKC_Casefold of the text.
    func casefolded(_ text: String) -> String {
        let units = Array(text.utf16)
        var output = [UInt16](repeating: 0, count: units.count * 18 + 1)
        var status = U_ZERO_ERROR
        let length = cicu_normalize(form, units, Int32(units.count), &output, Int32(output.count), &status)
        return String(decoding: output[..<Int(length)], as: UTF16.self)
    }
}

extension WordTokenizer {
    func tokens(of text: String) -> [WordToken] {
        var text = text
        var tokens: [WordToken] = []
        text.withUTF8 { tokenize($0, into: &tokens) }
        return tokens
    }
}

/// Both modules' routines beside the oracle: what differs on a text, or nil.
struct Differential {
    let tokenizer: WordTokenizer
    let normalizer: TextNormalizer
    let oracle: ICUOracle

    init() throws {
        tokenizer = try WordTokenizer()
        normalizer = try TextNormalizer()
        guard let oracle = ICUOracle() else { throw TokenError.unavailable(service: "oracle", status: "") }
        self.oracle = oracle
    }

    /// Compares the tokens of the text, its normal form, and the tokens of that form.
    func difference(on text: String) -> String? {
        if let found = tokenDifference(on: text) { return found }
        let (normal, expected) = (normalizer.normalize(text), oracle.casefolded(text))
        guard Array(normal.utf8) == Array(expected.utf8) else {
            return "\(spelled(text)) became \(spelled(normal)), expected \(spelled(expected))"
        }
        return tokenDifference(on: normal)
    }

    private func tokenDifference(on text: String) -> String? {
        let (tokens, expected) = (tokenizer.tokens(of: text), oracle.tokens(of: text))
        guard tokens != expected else { return nil }
        func show(_ tokens: [WordToken]) -> String {
            tokens.map { "\($0.start)..<\($0.end)\($0.isWord ? "w" : "")" }.joined(separator: " ")
        }
        return "\(spelled(text)) cut at \(show(tokens)), expected \(show(expected))"
    }
}
