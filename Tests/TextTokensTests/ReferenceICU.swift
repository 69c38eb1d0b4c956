import CICU
import Testing

@testable import TextTokens

/// What ICU itself answers, called as plainly as can be: the oracle that the fast routines are held to.
final class ReferenceICU {
    private let breaker: OpaquePointer
    private let folding: OpaquePointer

    init() throws {
        var status: Int32 = 0
        breaker = try #require(cicu_openBreaker(&status))
        folding = try #require(cicu_getFolding(&status))
    }

    deinit { cicu_closeBreaker(breaker) }

    /// The tokens of a text, from one pass of the word break iterator over all of it.
    func tokens(_ text: String) -> [WordToken] {
        let units = Array(text.utf16)
        var byteOffsets: [Int32] = []
        byteOffsets.reserveCapacity(units.count + 1)
        var offset: Int32 = 0
        for scalar in text.unicodeScalars {
            for _ in 0..<UTF16.width(scalar) { byteOffsets.append(offset) }
            offset += Int32(UTF8.width(scalar))
        }
        byteOffsets.append(offset)
        var ends = [Int32](repeating: 0, count: units.count)
        var statuses = ends
        var status: Int32 = 0
        let found = cicu_findBoundaries(breaker, units, Int32(units.count), &ends, &statuses, &status)
        var tokens: [WordToken] = []
        var start: Int32 = 0
        for index in 0..<Int(found) {
            let end = byteOffsets[Int(ends[index])]
            tokens.append(WordToken(start: start, end: end, isWord: statuses[index] >= 100))
            start = end
        }
        return tokens
    }

    /// NFKC_Casefold of a text.
    func folded(_ text: String) -> String {
        let units = Array(text.utf16)
        var result = [UInt16](repeating: 0, count: units.count * 18 + 1)
        var status: Int32 = 0
        let count = cicu_fold(folding, units, Int32(units.count), &result, Int32(result.count), &status)
        return String(decoding: result[0..<Int(count)], as: UTF16.self)
    }
}

extension WordTokenizer {
    /// The tokens of a text.
    func tokens(_ text: String) -> [WordToken] { tokens(utf8: Array(text.utf8)) }

    /// The tokens of bytes that may be malformed.
    func tokens(utf8: [UInt8]) -> [WordToken] {
        var tokens: [WordToken] = []
        utf8.withUnsafeBufferPointer { tokenize($0, into: &tokens) }
        return tokens
    }
}

extension TextNormalizer {
    /// The folded form of bytes that may be malformed.
    func folded(utf8: [UInt8]) -> [UInt8] { utf8.withUnsafeBufferPointer { Array(normalize($0)) } }
}
