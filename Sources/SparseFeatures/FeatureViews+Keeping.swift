import ParallelWork

/// Which features of some views a discriminator may use.
package struct KeptFeatures: Sendable, Equatable {
    /// By feature of ``FeatureViews/words``.
    package var words: [Bool]
    /// By feature of ``FeatureViews/grams``.
    package var grams: [Bool]
    /// For each field, whether its length and scripts are used.
    package var surface: [Bool]

    /// All of them.
    package init(_ views: FeatureViews, fields: Int) {
        words = [Bool](repeating: true, count: views.words.featureCount)
        grams = [Bool](repeating: true, count: views.grams.featureCount)
        surface = [Bool](repeating: true, count: fields)
    }

    /// Those of `views` that are among known features.
    ///
    /// - Parameters:
    ///   - wordHashes: As ``TermTable/hashes``, in the order of the views; likewise `gramBuckets`.
    ///   - surface: By field.
    /// - Returns: nil if one of them is not in the views, or the order differs.
    package init?(_ views: FeatureViews, wordHashes: [UInt64], gramBuckets: [Int32], surface: [Bool]) {
        guard let words = Self.places(of: wordHashes, in: views.terms.hashes),
            let grams = Self.places(of: gramBuckets, in: views.gramBuckets)
        else { return nil }
        (self.words, self.grams, self.surface) = (words, grams, surface)
    }

    private static func places<Key: Equatable>(of some: [Key], in all: [Key]) -> [Bool]? {
        var next = 0
        let kept = all.map { key in
            guard next < some.count, some[next] == key else { return false }
            next += 1
            return true
        }
        return next == some.count ? kept : nil
    }
}

extension FeatureViews {
    /// The views over some of their features: as if the others were unknown.
    ///
    /// Features keep their weights, which are of all segments, and their order; each row is rescaled to unit length, as by a
    /// ``TextProjector`` that knows only these features. The length and scripts of a field that are not used are 0.
    ///
    /// - Parameter fieldStarts: As ``SegmentSource/fieldStarts``.
    package func keeping(_ kept: KeptFeatures, fieldStarts: [Int], workers: WorkerPool) -> FeatureViews {
        let wordNumbers = Self.numbers(kept.words)
        var surface = surface
        for (field, isKept) in kept.surface.enumerated() where !isKept {
            for place in fieldStarts[field] * SurfaceFeatures.count..<fieldStarts[field + 1] * SurfaceFeatures.count {
                surface[place] = 0
            }
        }
        let gramNumbers = Self.numbers(kept.grams)
        let matrices = workers.map(2) { $0 == 0 ? words.keeping(wordNumbers) : grams.keeping(gramNumbers) }
        return FeatureViews(
            words: matrices[0], terms: terms.keeping(kept.words), grams: matrices[1],
            gramBuckets: gramBuckets.indices.filter { kept.grams[$0] }.map { gramBuckets[$0] },
            order: order.renumbered(wordNumbers), signatures: signatures, surface: surface)
    }

    /// The new number of each feature; -1 for dropped ones.
    private static func numbers(_ kept: [Bool]) -> [Int32] {
        var next: Int32 = 0
        return kept.map { isKept in
            defer { if isKept { next += 1 } }
            return isKept ? next : -1
        }
    }
}

extension SparseMatrix {
    /// - Parameter numbers: New number of each feature, ascending; -1 for dropped ones.
    fileprivate func keeping(_ numbers: [Int32]) -> SparseMatrix {
        var kept: [UInt32] = []
        kept.reserveCapacity(entries.count)
        var ends = [0]
        ends.reserveCapacity(offsets.count)
        for segment in 0..<segmentCount {
            for entry in entries[offsets[segment]..<offsets[segment + 1]] where numbers[Int(entry >> 8)] >= 0 {
                kept.append(UInt32(numbers[Int(entry >> 8)]) << 8 | entry & 0xFF)
            }
            ends.append(kept.count)
        }
        return SparseMatrix(
            offsets: ends, entries: kept, featureWeights: numbers.indices.filter { numbers[$0] >= 0 }.map { featureWeights[$0] }
        )
    }
}

extension WordOrder {
    /// Dropped words keep their places, as unknown words.
    fileprivate func renumbered(_ numbers: [Int32]) -> WordOrder {
        WordOrder(offsets: offsets, words: words.map { $0 < 0 ? $0 : numbers[Int($0)] })
    }
}
