/// Folded text with the original position of each of its bytes, for marking words in the text as written.
package struct NormalizedText: Equatable, Sendable {
    /// The folded text as UTF-8: the result of ``TextNormalizer/normalize(_:)-(UnsafeBufferPointer<UInt8>)``.
    package let utf8: [UInt8]
    /// By byte of ``utf8``: the byte offset in the original of the text that it came from. Never decreases.
    ///
    /// Characters that were folded together (a letter and its accents) share the first one's offset.
    package let offsets: [Int]
    /// Length of the original in bytes.
    package let originalCount: Int

    /// The bytes of the original that a range of the folded text came from; empty for an empty range.
    ///
    /// It never cuts a character in two: for a range with part of what one character became, it has the whole character,
    /// together with whatever the folding removed after it.
    ///
    /// - Parameter range: Byte offsets within ``utf8``; anything outside is ignored.
    package func originalRange(of range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: 0..<utf8.count)
        guard !range.isEmpty else {
            let place = range.lowerBound < offsets.count ? offsets[range.lowerBound] : originalCount
            return place..<place
        }
        let last = offsets[range.upperBound - 1]
        var next = range.upperBound
        while next < offsets.count, offsets[next] == last { next += 1 }
        return offsets[range.lowerBound]..<(next < offsets.count ? offsets[next] : originalCount)
    }
}

extension TextNormalizer {
    /// The folded form of a text, with the place in the original of each byte. For showing results: it gives
    /// the bytes of ``normalize(_:)-(UnsafeBufferPointer<UInt8>)``, but goes character by character and is far slower.
    package func normalizeWithOffsets(_ utf8: UnsafeBufferPointer<UInt8>) -> NormalizedText {
        var folded: [UInt8] = []
        var offsets: [Int] = []
        if let base = utf8.baseAddress {
            folded.reserveCapacity(utf8.count)
            offsets.reserveCapacity(utf8.count)
            var position = 0
            while position < utf8.count {
                let length = UTF8Sequence.length(base + position, available: utf8.count - position)
                // The continuation of an overlong run starts with a mark, which counts.
                let isMark = table.entry(UTF8Sequence.codePoint(base + position, length: length)) == FoldTable.Entry.joins
                let end = segmentEnd(base, isMark ? position : position + max(length, 1), utf8.count)
                let piece = normalize(UnsafeBufferPointer(start: base + position, count: end - position))
                folded.append(contentsOf: piece)
                offsets.append(contentsOf: repeatElement(position, count: piece.count))
                position = end
            }
        }
        return NormalizedText(utf8: folded, offsets: offsets, originalCount: utf8.count)
    }

    /// The folded form of a text, with the place in the original's UTF-8 of each byte.
    package func normalizeWithOffsets(_ text: String) -> NormalizedText {
        var text = text
        return text.withUTF8 { normalizeWithOffsets($0) }
    }
}
