extension SparseMatrix {
    /// The rows of some segments, in the order given, over the features that at least `minimum` of them have.
    ///
    /// Features keep their weights, which are of all segments, and their order; each row is rescaled to unit length.
    package func selecting(_ segments: [Int], minimum: Int) -> SparseMatrix {
        var frequencies = [Int32](repeating: 0, count: featureCount)
        for segment in segments {
            for entry in entries[offsets[segment]..<offsets[segment + 1]] { frequencies[Int(entry >> 8)] += 1 }
        }
        var numbers = [UInt32](repeating: 0, count: featureCount)
        var weights: [Float] = []
        for feature in frequencies.indices where Int(frequencies[feature]) >= max(minimum, 1) {
            numbers[feature] = UInt32(weights.count)
            weights.append(featureWeights[feature])
        }
        var kept: [UInt32] = []
        var ends = [0]
        for segment in segments {
            for entry in entries[offsets[segment]..<offsets[segment + 1]]
            where Int(frequencies[Int(entry >> 8)]) >= max(minimum, 1) {
                kept.append(numbers[Int(entry >> 8)] << 8 | entry & 0xFF)
            }
            ends.append(kept.count)
        }
        return SparseMatrix(offsets: ends, entries: kept, featureWeights: weights)
    }
}
