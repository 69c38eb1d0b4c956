import TextTokens

/// A text in pieces, and which of its features occur in which piece: the basis of an explanation.
package struct TextOccurrences: Sendable {
    /// One feature's share in one piece.
    package struct Share: Sendable, Equatable {
        /// Place of the feature in its matrix row of the text.
        package var entry: Int
        /// Number of the piece, from 0 in the order of the text.
        package var piece: Int
        /// Part of the feature's value; those of one entry add up to 1.
        package var share: Double
    }

    /// Bytes of the text, as it was written: the pieces follow one another from its first byte to its last. A word, or
    /// everything between two words.
    package let pieces: [Range<Int>]
    /// A word belongs to the pieces that it is in.
    package let words: [Share]
    /// An n-gram's value is divided equally over its occurrences, and an occurrence's over its code points.
    package let grams: [Share]
}

/// Finds where the features of known texts occur. One per worker: it owns an ICU iterator and buffers.
package final class OccurrenceFinder {
    private let normalizer: TextNormalizer
    private let tokenizer: WordTokenizer

    /// - Throws: `TokenError` where ICU cannot be opened.
    package init() throws {
        normalizer = try TextNormalizer()
        tokenizer = try WordTokenizer()
    }

    /// - Parameters:
    ///   - text: The text of `segment`, as in the record.
    ///   - segment: Its row in the matrices of `views`.
    ///   - field: The segment's field.
    ///   - bits: Bits of n-gram buckets a field, as ``Featurizer/bucketBits(fields:total:)`` gives them.
    package func find(
        _ text: UnsafeBufferPointer<UInt8>, segment: Int, field: Int, bits: Int, in views: FeatureViews
    ) -> TextOccurrences {
        find(
            text, segment: segment, field: field, bits: bits, in: TextProjector.Views(views), wordHashes: views.terms.hashes,
            gramBuckets: views.gramBuckets)
    }

    /// The same for views of features that were numbered before.
    ///
    /// - Parameters:
    ///   - wordHashes: The hash of each word of `views`, by feature.
    ///   - gramBuckets: The bucket of each n-gram.
    package func find(
        _ text: UnsafeBufferPointer<UInt8>, segment: Int, field: Int, bits: Int, in views: TextProjector.Views,
        wordHashes: [UInt64], gramBuckets: [Int32]
    ) -> TextOccurrences {
        let normalized = normalizer.normalizeWithOffsets(text)
        var tokens: [WordToken] = []
        return normalized.utf8.withUnsafeBufferPointer { utf8 in
            tokenizer.tokenize(utf8, into: &tokens)
            let (pieces, pieceOfByte) = Self.pieces(normalized, tokens)
            let wordEntries = Self.entries(views.words, segment) { wordHashes[$0] }
            var words: [Placed] = []
            for token in tokens where token.isWord {
                let range = Int(token.start)..<Int(token.end)
                let hash = FeatureHasher.hash(UnsafeBufferPointer(rebasing: utf8[range]), seed: FieldSeed.of(field))
                if let entry = wordEntries[hash] {
                    words.append(Placed(entry: entry, count: 1, pieces: SIMD4(repeating: pieceOfByte[range.lowerBound])))
                }
            }
            let gramEntries = Self.entries(views.grams, segment) { UInt64(gramBuckets[$0]) }
            var grams: [Placed] = []
            NGrams.forEach(in: utf8, base: UInt32(field) << UInt32(bits), bits: bits) { gram in
                guard let entry = gramEntries[UInt64(gram.bucket)] else { return }
                var pieces = SIMD4<Int32>.zero
                for point in 0..<gram.order { pieces[point] = pieceOfByte[gram.offsets[point]] }
                grams.append(Placed(entry: entry, count: gram.order, pieces: pieces))
            }
            return TextOccurrences(
                pieces: pieces, words: Self.shares(words, entries: wordEntries.count),
                grams: Self.shares(grams, entries: gramEntries.count))
        }
    }

    /// The place in its row of each entry of a segment, by its feature's hash or bucket.
    private static func entries(_ matrix: SparseMatrix, _ segment: Int, _ key: (Int) -> UInt64) -> [UInt64: Int] {
        var places: [UInt64: Int] = [:]
        places.reserveCapacity(matrix.offsets[segment + 1] - matrix.offsets[segment])
        for (place, entry) in matrix.entries[matrix.offsets[segment]..<matrix.offsets[segment + 1]].enumerated() {
            places[key(Int(entry >> 8))] = place
        }
        return places
    }

    /// An occurrence of an entry, with the pieces that its first `count` code points are in.
    private struct Placed {
        var entry: Int
        var count: Int
        var pieces: SIMD4<Int32>
    }

    private static func shares(_ occurrences: [Placed], entries: Int) -> [TextOccurrences.Share] {
        var counts = [Int](repeating: 0, count: entries)
        for occurrence in occurrences { counts[occurrence.entry] += 1 }
        var shares: [TextOccurrences.Share] = []
        shares.reserveCapacity(occurrences.count * 3)
        for occurrence in occurrences {
            let share = 1 / Double(counts[occurrence.entry] * occurrence.count)
            for point in 0..<occurrence.count {
                shares.append(.init(entry: occurrence.entry, piece: Int(occurrence.pieces[point]), share: share))
            }
        }
        return shares
    }

    /// Words, and what is between them, in bytes of the original; and the piece of each normalised byte. Tokens that came
    /// from one character ("㎏ⅷ") are one piece.
    private static func pieces(
        _ text: NormalizedText, _ tokens: [WordToken]
    ) -> (pieces: [Range<Int>], ofByte: [Int32]) {
        var starts: [Int] = []
        var ofByte = [Int32](repeating: 0, count: text.utf8.count)
        var lastIsWord = true
        for token in tokens {
            let first = Int(token.start)
            let isInsideCharacter = first > 0 && text.offsets[first] == text.offsets[first - 1]
            if starts.isEmpty || (!isInsideCharacter && (token.isWord || lastIsWord)) {
                // Whatever the folding removed before the first token belongs to it.
                starts.append(starts.isEmpty ? 0 : text.offsets[first])
                lastIsWord = token.isWord
            }
            for byte in first..<Int(token.end) { ofByte[byte] = Int32(starts.count - 1) }
        }
        if starts.isEmpty, text.originalCount > 0 { starts = [0] }
        let ends = starts.dropFirst() + [text.originalCount]
        return (zip(starts, ends).map { $0..<$1 }, ofByte)
    }
}
