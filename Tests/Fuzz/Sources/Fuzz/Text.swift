@testable import TextRecords
@testable import TextTokens

/// What well-formed UTF-8 is, the standard library says too; strings come back from JSON; code points are counted alike.
func fuzzUTF8(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
        let text = String(validating: bytes, as: UTF8.self)
        require(UTF8Check.isValid(buffer) == (text != nil), "the parser differs on \(bytes)")
        let fault = UTF8Check.firstFault(in: buffer)
        require((fault == nil) == (text != nil), "the check finds \(String(describing: fault)) in \(bytes)")
        if let fault { require(String(validating: bytes[..<fault], as: UTF8.self) != nil, "an earlier fault in \(bytes)") }

        // One U+FFFD for each byte that belongs to no sequence.
        var position = 0
        while let base = buffer.baseAddress, position < bytes.count {
            let length = UTF8Sequence.length(base + position, available: bytes.count - position)
            if length > 0 {
                let scalar = String(validating: bytes[position..<position + length], as: UTF8.self)?.unicodeScalars
                require(
                    scalar?.count == 1 && scalar?.first?.value == UTF8Sequence.codePoint(base + position, length: length),
                    "the sequence at \(position) of \(bytes)")
            } else {
                require(text == nil, "no sequence at \(position) of \(bytes)")
            }
            position += max(length, 1)
        }

        guard let text else { return }
        var json = Array("{\"a\": ".utf8)
        JSONString.append(buffer, to: &json)
        json.append(UInt8(ascii: "}"))
        let table = try? RecordTable.read(bytes: json, path: "f", format: .jsonLines)
        let column = table?.column(named: "a")
        require(column.map { $0.string(at: 0).utf8.elementsEqual(bytes) } ?? false, "\(shown(bytes)) does not come back")
        require(column?.meanCodePoints == Double(text.unicodeScalars.count), "\(shown(bytes)) has other code points")
    }
}

/// One set of tokenizers: libFuzzer calls from one thread.
private struct Tokenizers {
    let fast: WordTokenizer
    let icu: WordTokenizer
    let normalizer: TextNormalizer
    let folding: CaseFolding
}
nonisolated(unsafe) private let tokenizers: Tokenizers = {
    do {
        return try Tokenizers(
            fast: WordTokenizer(), icu: WordTokenizer(rules: nil), normalizer: TextNormalizer(), folding: CaseFolding())
    } catch {
        fatalError("ICU: \(error)")
    }
}()

/// The tokens are those of ICU, and cover the text.
func fuzzWords(_ bytes: [UInt8]) {
    var fast: [WordToken] = []
    var slow: [WordToken] = []
    bytes.withUnsafeBufferPointer {
        tokenizers.fast.tokenize($0, into: &fast)
        tokenizers.icu.tokenize($0, into: &slow)
    }
    require(fast == slow, "\(shown(bytes)): \(fast), not \(slow)")
    require(fast.first?.start ?? 0 == 0 && Int(fast.last?.end ?? 0) == bytes.count, "\(shown(bytes)) is not covered")
    require(zip(fast, fast.dropFirst()).allSatisfy { $0.end == $1.start }, "\(shown(bytes)) has gaps")
}

/// The folded text is that of ICU, well-formed, and stays as it is when it is folded again; its offsets lie in order.
func fuzzFolding(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
        let folded = Array(tokenizers.normalizer.normalize(buffer))
        var expected: [UInt8] = []
        if let base = buffer.baseAddress, let units = tokenizers.folding.fold(base, 0, bytes.count) {
            expected = Array(String(decoding: units, as: UTF16.self).utf8)
        }
        require(folded == expected, "\(shown(bytes)): \(shown(folded)), not \(shown(expected))")
        let again = folded.withUnsafeBufferPointer { Array(tokenizers.normalizer.normalize($0)) }
        require(again == folded, "\(shown(folded)) becomes \(shown(again))")
        let placed = tokenizers.normalizer.normalizeWithOffsets(buffer)
        require(placed.utf8 == folded, "with offsets: \(shown(placed.utf8)), not \(shown(folded))")
        require(placed.offsets.count == folded.count, "\(placed.offsets.count) offsets")
        require(zip(placed.offsets, placed.offsets.dropFirst()).allSatisfy { $0 <= $1 }, "offsets fall")
        require(placed.offsets.allSatisfy { $0 < bytes.count }, "offsets past the end")
    }
}
