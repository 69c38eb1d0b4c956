import TextTokens

/// The texts of hashed n-grams, in readable form.
package enum GramTexts {
    /// The first n-gram, in the order of the segments, that fell into each of some buckets.
    ///
    /// - Parameters:
    ///   - features: Features of `grams`.
    ///   - grams: Over the segments of `source`.
    ///   - buckets: The bucket of each feature.
    ///   - bits: Bits of n-gram buckets per field.
    /// - Returns: Normalised text by feature, in which a run of white space is one blank.
    /// - Throws: `TokenError` where ICU cannot be opened.
    package static func find(
        _ features: [Int], in grams: SparseMatrix, buckets: [Int32], bits: Int, source: some SegmentSource
    ) throws -> [Int: String] {
        let normalizer = try TextNormalizer()
        var wanted = Set(features)
        var found: [Int: String] = [:]
        for field in 0..<source.fieldCount {
            for segment in source.fieldStarts[field]..<source.fieldStarts[field + 1] where !wanted.isEmpty {
                var featureOf: [UInt32: Int] = [:]
                for entry in grams.entries[grams.offsets[segment]..<grams.offsets[segment + 1]] {
                    let feature = Int(entry >> 8)
                    if wanted.contains(feature) { featureOf[UInt32(buckets[feature])] = feature }
                }
                if featureOf.isEmpty { continue }
                let text = source.withUTF8(segment) { normalizer.normalizeWithOffsets($0).utf8 }
                text.withUnsafeBufferPointer { utf8 in
                    NGrams.forEach(in: utf8, base: UInt32(field << bits), bits: bits) { occurrence in
                        guard let feature = featureOf[occurrence.bucket], wanted.remove(feature) != nil else { return }
                        let first = occurrence.offsets[occurrence.order - 1]
                        var end = occurrence.offsets[0] + 1
                        while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
                        let words = String(decoding: utf8[first..<end], as: UTF8.self).split(
                            omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
                        found[feature] = words.joined(separator: " ")
                    }
                }
            }
        }
        return found
    }
}
