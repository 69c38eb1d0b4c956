import TextTokens

/// Features that were numbered and weighted before, for describing later texts.
package struct KnownFeatures: Sendable {
    let words: HashIndex
    let wordWeights: [Float]
    let grams: GramNumbers
    /// Bits of n-gram buckets a field.
    let bits: Int

    /// - Parameters:
    ///   - wordHashes: Hash of each word under its field's seed, by feature, as ``TermTable/hashes``.
    ///   - wordWeights: Inverse document frequency by feature.
    ///   - gramBuckets: Bucket of each n-gram feature, as ``FeatureViews/gramBuckets``; those out of range are skipped.
    ///   - gramWeights: Inverse document frequency by feature.
    ///   - fields: Number of fields.
    ///   - bits: Bits of n-gram buckets a field, at most 24.
    package init(
        wordHashes: [UInt64], wordWeights: [Float], gramBuckets: [Int32], gramWeights: [Float], fields: Int, bits: Int
    ) {
        var words = HashIndex(capacity: wordHashes.count)
        for hash in wordHashes { _ = words.insert(hash) }
        self.words = words
        self.wordWeights = wordWeights
        grams = GramNumbers(buckets: gramBuckets, bucketCount: fields << bits, weights: gramWeights)
        self.bits = bits
    }
}

/// Describes texts by ``KnownFeatures``. One per worker: it owns an ICU iterator and buffers.
///
/// Guarantee: a text that was present when the features were numbered gets the same entries in the same order as then.
package final class TextProjector {
    private let known: KnownFeatures
    private let featurizer: ChunkFeaturizer

    /// The features of some texts, by segment.
    package struct Views: Sendable {
        /// Known words.
        package let words: SparseMatrix
        /// Known n-grams.
        package let grams: SparseMatrix
        /// Surface features: row-major, segments × ``SurfaceFeatures/count``.
        package let surface: [Float]

        /// The views of the texts in which the features were numbered.
        package init(_ views: FeatureViews) {
            self.init(words: views.words, grams: views.grams, surface: views.surface)
        }

        init(words: SparseMatrix, grams: SparseMatrix, surface: [Float]) {
            self.words = words
            self.grams = grams
            self.surface = surface
        }
    }

    /// - Throws: ``TokenError`` where ICU cannot be opened.
    package init(_ known: KnownFeatures) throws {
        self.known = known
        featurizer = try ChunkFeaturizer()
    }

    /// The entries of all segments of `source`.
    package func project(_ source: some SegmentSource) -> Views {
        var words = Rows()
        var grams = GramRows()
        var surface: [Float] = []
        for field in 0..<source.fieldCount {
            var chunk = featurizer.featurize(
                source, source.fieldStarts[field]..<source.fieldStarts[field + 1], field: field, bits: known.bits,
                sketched: false, ordered: false)
            let numbers = chunk.wordHashes.map { known.words.number(of: $0).map { Int32($0) } ?? -1 }
            FeatureChunk.renumber(&chunk.wordEntries, &chunk.wordCounts) { numbers[Int($0)] }
            words.append(chunk.wordEntries, chunk.wordCounts)
            grams.append(chunk.grams, chunk.gramCounts, known.grams)
            surface += chunk.surface
        }
        return Views(
            words: SparseMatrix(offsets: words.offsets, entries: words.entries, featureWeights: known.wordWeights),
            grams: SparseMatrix(
                offsets: grams.offsets, entries: grams.entries, inverseNorms: grams.norms, featureWeights: known.grams.weights),
            surface: surface)
    }

    /// Rows of a matrix, as they are produced.
    private struct Rows {
        var offsets = [0]
        var entries: [UInt32] = []

        mutating func append(_ more: [UInt32], _ counts: [Int32]) {
            for count in counts { offsets.append(offsets[offsets.count - 1] + Int(count)) }
            entries += more
        }
    }

    /// Rows of n-grams, numbered as they are produced.
    private struct GramRows {
        var offsets = [0]
        var entries: [UInt32] = []
        var norms: [Float] = []

        mutating func append(_ run: EntryRun, _ counts: [Int32], _ numbers: GramNumbers) {
            let before = entries.count
            var starts: [Int] = []
            let more = [UInt32](unsafeUninitializedCapacity: run.count + 1) { output, written in
                norms += [Float](unsafeUninitializedCapacity: counts.count) { norms, normCount in
                    starts = [Int](unsafeUninitializedCapacity: counts.count) { starts, startCount in
                        written = numbers.renumber(run, counts, to: output, norms, starts)
                        startCount = counts.count
                    }
                    normCount = counts.count
                }
            }
            for start in starts.dropFirst() { offsets.append(before + start) }
            if !counts.isEmpty { offsets.append(before + more.count) }
            entries += more
        }
    }
}
