import CPrefetch
import SparseFeatures

/// The two hot kernels over a sparse matrix and a lane table: eight dot products, and eight scaled additions, at once.
///
/// Invariant (see `SparseMatrix+Invariants`): every entry's feature is below the table's count, every segment's offsets are
/// within the entries. Lanes never mix and entries are added in stored order, so the result is the same whatever the width of
/// the machine's vectors.
struct SparseLanes {
    let offsets: UnsafePointer<Int>
    let entries: UnsafePointer<UInt32>
    let inverseNorms: UnsafePointer<Float>
    let featureWeights: UnsafePointer<Float>
    let countWeights: UnsafePointer<Float>

    /// Calls `body` with kernels over `matrix`, valid inside it only.
    static func over<Result>(_ matrix: SparseMatrix, _ body: (SparseLanes) throws -> Result) rethrows -> Result {
        try matrix.offsets.withUnsafeBufferPointer { offsets in
            try matrix.entries.withUnsafeBufferPointer { entries in
                try matrix.inverseNorms.withUnsafeBufferPointer { norms in
                    try matrix.featureWeights.withUnsafeBufferPointer { weights in
                        try SparseMatrix.countWeights.withUnsafeBufferPointer { counts in
                            try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1) { none in
                                try body(
                                    SparseLanes(
                                        offsets: offsets.baseAddress!,  // segments + 1 values, never empty
                                        entries: entries.baseAddress ?? UnsafePointer(none.baseAddress!),
                                        inverseNorms: norms.baseAddress ?? UnsafePointer(counts.baseAddress!),
                                        featureWeights: weights.baseAddress ?? UnsafePointer(counts.baseAddress!),
                                        countWeights: counts.baseAddress!))  // 256 values
                            }
                        }
                    }
                }
            }
        }
    }

    /// x_segment · table, for each lane.
    @inline(__always)
    func dot<Scalar: LaneScalar>(
        _ segment: Int, _ table: UnsafeMutablePointer<SIMD8<Scalar>>
    ) -> SIMD8<Scalar> {
        var even = SIMD8<Scalar>.zero
        var odd = SIMD8<Scalar>.zero
        var position = offsets[segment]
        let end = offsets[segment &+ 1]
        while position &+ 1 < end {
            let first = entries[position]
            let second = entries[position &+ 1]
            let j = Int(first &>> 8)
            let k = Int(second &>> 8)
            even += table[j] * Scalar(countWeights[Int(first & 0xFF)] * featureWeights[j])
            odd += table[k] * Scalar(countWeights[Int(second & 0xFF)] * featureWeights[k])
            position &+= 2
        }
        if position < end {
            let last = entries[position]
            let j = Int(last &>> 8)
            even += table[j] * Scalar(countWeights[Int(last & 0xFF)] * featureWeights[j])
        }
        return (even + odd) * Scalar(inverseNorms[segment])
    }

    /// Prefetches the cache lines of a segment's features; only the first ones of a long segment, since more would evict each
    /// other.
    @inline(__always)
    func prefetch<Scalar: LaneScalar>(_ segment: Int, of table: UnsafeMutablePointer<SIMD8<Scalar>>) {
        let start = offsets[segment]
        for position in start..<min(offsets[segment &+ 1], start &+ 256) {
            let j = Int(entries[position] &>> 8)
            cprefetch_line(featureWeights + j)
            cprefetch_line(table + j)
        }
    }

    /// table += step · x_segment, for each lane.
    @inline(__always)
    func add<Scalar: LaneScalar>(
        _ segment: Int, times step: SIMD8<Scalar>, to table: UnsafeMutablePointer<SIMD8<Scalar>>
    ) {
        let scaled = step * Scalar(inverseNorms[segment])
        for position in offsets[segment]..<offsets[segment &+ 1] {
            let entry = entries[position]
            let j = Int(entry &>> 8)
            table[j] += scaled * Scalar(countWeights[Int(entry & 0xFF)] * featureWeights[j])
        }
    }

    /// x_segment · one column of a row-major table of `width` columns, one row per feature. Products in single, the sum in
    /// double precision, in stored order.
    @inline(__always)
    func dot(_ segment: Int, column: Int, of width: Int, in table: UnsafeBufferPointer<Float>) -> Double {
        var sum = 0.0
        for position in offsets[segment]..<offsets[segment &+ 1] {
            let entry = entries[position]
            let j = Int(entry &>> 8)
            let value = countWeights[Int(entry & 0xFF)] * featureWeights[j]
            sum += Double(value * table[j &* width &+ column])
        }
        return sum * Double(inverseNorms[segment])
    }
}
