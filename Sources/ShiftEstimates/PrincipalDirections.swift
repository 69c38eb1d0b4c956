import SparseFeatures

/// Where rows lie along the directions in which a corpus varies most: the leading principal components of its rows.
///
/// The first right singular vectors of the centred rows, by subspace iteration (Halko, Martinsson & Tropp 2011, algorithm 4.4)
/// from a start that depends on the features. Found without labels; mostly they are a topic, a source or a language.
package struct PrincipalDirections: Sendable {
    /// The maximum number of directions.
    package static let maximum = 4
    private static let iterations = 20

    /// One per direction, by decreasing variance: the rows' scores, centred. The sign is such that the long tail is positive.
    package let scores: [[Double]]

    /// - Parameters:
    ///   - matrix: The segments' features.
    ///   - rows: Rows over them; their order determines that of sums.
    ///   - count: How many directions, at most ``maximum``.
    package init(_ matrix: SparseMatrix, rows: SegmentRows, count: Int) {
        var basis = Self.start(matrix.featureCount)
        var scores: [SIMD4<Double>] = []
        for iteration in 0...Self.iterations {
            Self.orthonormalize(&basis)
            scores = Self.scores(matrix, rows, basis)
            if iteration < Self.iterations { basis = Self.pull(matrix, rows, scores) }
        }
        let all = (0..<Self.maximum).map { lane in scores.map { $0[lane] } }
        let order = all.indices.sorted { (Self.variance(all[$0]), $1) > (Self.variance(all[$1]), $0) }
        self.scores = order.prefix(max(count, 0)).map { direction in
            let values = all[direction]
            let skewness = values.reduce(0) { $0 + $1 * $1 * $1 }
            return skewness < 0 ? values.map { -$0 } : values
        }
    }

    private static func variance(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } }

    /// Fixed pseudo-random numbers from a mixed counter.
    private static func start(_ features: Int) -> [SIMD4<Double>] {
        (0..<features).map { feature in
            var value = SIMD4<Double>.zero
            for lane in 0..<maximum {
                value[lane] = Double(FeatureHasher.mix(UInt64(feature), UInt64(lane)) >> 11) * 0x1p-52 - 1
            }
            return value
        }
    }

    /// Gram–Schmidt, lane by lane.
    private static func orthonormalize(_ basis: inout [SIMD4<Double>]) {
        for lane in 0..<maximum {
            for before in 0..<lane {
                let dot = basis.reduce(0) { $0 + $1[lane] * $1[before] }
                for feature in basis.indices { basis[feature][lane] -= dot * basis[feature][before] }
            }
            let norm = basis.reduce(0) { $0 + $1[lane] * $1[lane] }.squareRoot()
            let scale = norm > 1e-12 ? 1 / norm : 0
            for feature in basis.indices { basis[feature][lane] *= scale }
        }
    }

    /// (X - x̄)V, row by row.
    private static func scores(
        _ matrix: SparseMatrix, _ rows: SegmentRows, _ basis: [SIMD4<Double>]
    ) -> [SIMD4<Double>] {
        var dots = [SIMD4<Double>](repeating: .zero, count: matrix.segmentCount)
        eachEntry(matrix) { segment, feature, value in dots[segment] += basis[feature] * value }
        var result = (0..<rows.count).map { row in
            (0..<rows.slots).reduce(SIMD4<Double>.zero) { $0 + dots[rows[row, $1]] }
        }
        let mean = result.reduce(.zero, +) / Double(max(result.count, 1))
        for row in result.indices { result[row] -= mean }
        return result
    }

    /// Xᵀ times centred scores, which equals (X - x̄)ᵀ times them.
    private static func pull(
        _ matrix: SparseMatrix, _ rows: SegmentRows, _ scores: [SIMD4<Double>]
    ) -> [SIMD4<Double>] {
        var pulls = [SIMD4<Double>](repeating: .zero, count: matrix.segmentCount)
        for row in scores.indices {
            for slot in 0..<rows.slots { pulls[rows[row, slot]] += scores[row] }
        }
        var result = [SIMD4<Double>](repeating: .zero, count: matrix.featureCount)
        eachEntry(matrix) { segment, feature, value in result[feature] += pulls[segment] * value }
        return result
    }

    @inline(__always)
    private static func eachEntry(_ matrix: SparseMatrix, _ body: (Int, Int, Double) -> Void) {
        for segment in 0..<matrix.segmentCount {
            let norm = matrix.inverseNorms[segment]
            for position in matrix.offsets[segment]..<matrix.offsets[segment + 1] {
                let entry = matrix.entries[position]
                let feature = Int(entry >> 8)
                let value = SparseMatrix.countWeights[Int(entry & 0xFF)] * matrix.featureWeights[feature] * norm
                body(segment, feature, Double(value))
            }
        }
    }
}
