import SparseFeatures

/// The mean of a view's rows and each segment's product with it.
///
/// All rows weigh the same, held out or not, whatever their side: a mean that knew the sides would tell an unfinished fit
/// about the rows that it must not see.
struct MeanRow: Sendable {
    /// x̄, one a feature.
    let values: [Float]
    /// x_segment · x̄, one a segment.
    let dots: [Float]
    /// ‖x̄‖².
    let square: Float

    init(_ matrix: SparseMatrix, _ data: LabelledRows) {
        let share = 1 / Float(max(data.count, 1))
        var shares = [Float](repeating: 0, count: matrix.segmentCount)
        for segment in data.rows.segments { shares[Int(segment)] += share }
        var values = [Float](repeating: 0, count: matrix.featureCount)
        Self.eachEntry(matrix) { segment, feature, value in values[feature] += shares[segment] * value }
        var dots = [Float](repeating: 0, count: matrix.segmentCount)
        Self.eachEntry(matrix) { segment, feature, value in dots[segment] += values[feature] * value }
        self.values = values
        self.dots = dots
        square = values.reduce(0) { $0 + $1 * $1 }
    }

    @inline(__always)
    private static func eachEntry(_ matrix: SparseMatrix, _ body: (Int, Int, Float) -> Void) {
        let counts = SparseMatrix.countWeights
        for segment in 0..<matrix.segmentCount {
            let norm = matrix.inverseNorms[segment]
            for position in matrix.offsets[segment]..<matrix.offsets[segment + 1] {
                let entry = matrix.entries[position]
                let feature = Int(entry >> 8)
                body(segment, feature, counts[Int(entry & 0xFF)] * matrix.featureWeights[feature] * norm)
            }
        }
    }
}
