import ParallelWork

/// The feature of each kept n-gram bucket, and its weight.
struct GramNumbers: Sendable {
    /// w_j by feature.
    let weights: [Float]
    /// By bucket: its feature, or -1 if it is dropped.
    private let features: [Int32]

    /// - Parameters:
    ///   - buckets: The bucket of each feature; those out of range are skipped.
    ///   - bucketCount: Number of buckets, at most 2²⁴.
    ///   - weights: One for each feature.
    init(buckets: [Int32], bucketCount: Int, weights: [Float]) {
        var features = [Int32](hugeRepeating: -1, count: bucketCount)
        for (feature, bucket) in buckets.enumerated() where features.indices.contains(Int(bucket)) {
            features[Int(bucket)] = Int32(truncatingIfNeeded: feature)
        }
        self.features = features
        self.weights = weights
    }

    /// Writes the kept entries, under their new numbers, to `output`.
    ///
    /// - Parameters:
    ///   - run: Entries by bucket, which is less than `bucketCount`.
    ///   - counts: How many of them belong to each segment.
    ///   - output: Room for all and one more.
    ///   - norms: Receives the inverse norm of each segment, as ``SparseMatrix/inverseNorms``.
    ///   - offsets: Receives where each segment starts in `output`.
    /// - Returns: How many entries are kept.
    func renumber(
        _ run: EntryRun, _ counts: [Int32], to output: UnsafeMutableBufferPointer<UInt32>,
        _ norms: UnsafeMutableBufferPointer<Float>, _ offsets: UnsafeMutableBufferPointer<Int>
    ) -> Int {
        precondition(norms.count == counts.count && offsets.count == counts.count && output.count > run.count)
        var read = 0
        var written = 0
        run.withEntries { entries in
            for (segment, count) in counts.enumerated() {
                offsets.initializeElement(at: segment, to: written)
                let row = UnsafeBufferPointer(rebasing: entries[read..<read + Int(count)])
                let rest = UnsafeMutableBufferPointer(rebasing: output[written...])
                let kept = keep(row, rest)
                // In a loop of its own, so that more steps fit into the processor's out-of-order window.
                norms.initializeElement(at: segment, to: inverseNorm(UnsafeBufferPointer(rebasing: rest[..<kept])))
                read += Int(count)
                written += kept
            }
        }
        return written
    }

    @inline(__always)
    private func keep(_ row: UnsafeBufferPointer<UInt32>, _ output: UnsafeMutableBufferPointer<UInt32>) -> Int {
        features.withUnsafeBufferPointer { features in
            var kept = 0
            for entry in row {
                let feature = features[Int(entry &>> 8)]
                // Always written, and kept by advancing: whether a feature stays is unpredictable to a branch. Uses the sign,
                // since the compiler turns a comparison into a branch.
                output[kept] = UInt32(truncatingIfNeeded: feature) &<< 8 | entry & 0xFF
                kept &+= 1 &+ Int(feature &>> 31)
            }
            return kept
        }
    }

    @inline(__always)
    private func inverseNorm(_ row: UnsafeBufferPointer<UInt32>) -> Float {
        weights.withUnsafeBufferPointer { weights in
            SparseMatrix.countWeights.withUnsafeBufferPointer { countWeights in
                var squares: Float = 0
                for entry in row {
                    let value = countWeights[Int(entry & 0xFF)] * weights[Int(entry &>> 8)]
                    squares += value * value
                }
                return squares > 0 ? 1 / squares.squareRoot() : 0
            }
        }
    }
}
