import BareICU
import TextTokens

/// Segmentation of generated text, beside ICU's own iterator over the same normalised text.
func tokenBenchmarks() {
    for (language, pieces) in [(GeneratedText.Language.english, 319_136), (.chinese, nil as Int?)] {
        define(
            "segmentation, \(language.rawValue)", bytes: \.byteCount, input: { try normalized(language) },
            work: { try countTokens($0) },
            check: { text, found in
                try expect("tokens", found, countPieces(text))
                // ICU's dictionary of Chinese changes with its version; its rules for English do not.
                if let pieces { try expect("tokens", found, pieces) }
            })
        define(
            "segmentation by ICU alone, \(language.rawValue)", bytes: \.byteCount, input: { try normalized(language) },
            work: { try countPieces($0) }, check: { text, found in try expect("tokens", found, countTokens(text)) })
    }
}

private func normalized(_ language: GeneratedText.Language) throws -> GeneratedText {
    let normalizer = try TextNormalizer()
    return GeneratedText(
        documents: GeneratedText(language).documents.map { document in
            document.withUnsafeBufferPointer { Array(normalizer.normalize($0)) }
        })
}

private func countTokens(_ text: GeneratedText) throws -> Int {
    let tokenizer = try WordTokenizer()
    var tokens: [WordToken] = []
    var count = 0
    for document in text.documents {
        document.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &tokens) }
        count += tokens.count
    }
    return count
}

private func countPieces(_ text: GeneratedText) throws -> Int {
    let loop = WordLoop()
    return try text.documents.reduce(0) { sum, document in
        guard let count = document.withUnsafeBufferPointer({ loop?.count($0) }) else {
            throw Mismatch(description: "ICU does not take the text")
        }
        return sum + count
    }
}
