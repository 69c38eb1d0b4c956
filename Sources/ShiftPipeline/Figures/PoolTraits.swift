import ImportanceWeights
import ShiftModel
import SparseFeatures

/// What the pool has in common with all training rows besides the logit: the total weight, and under the weights the labels or sources of
/// `--stratify`, the logit, the lengths of the fields and the form of the longest. A score hangs on most of these to some extent.
enum PoolTraits {
    /// Traits at most: a step of the sample takes their cube of operations.
    private static let most = 11
    /// Classes of ``Stratification`` that are kept in balance; the others are kept by the order alone.
    private static let mostStrata = 6
    /// Of the longest field, in the order of their use: Latin, digits, punctuation, capitals, blanks.
    private static let formColumns = [5, 4, 8, 1, 7]

    /// Those of the training rows in canonical order.
    /// - Parameter surface: Of the segments; nil where nothing was featurised.
    static func of(
        _ pair: ComparedPair, weights: [Double], logits: [Double], surface: [Float]?, strata: Stratification?
    ) -> RowTraits {
        var columns: [[Double]] = [weights]
        if let strata {
            for number in 0..<min(strata.names.count - 1, mostStrata) {
                columns.append(weights.indices.map { strata.ofRow[$0] == number ? weights[$0] : 0 })
            }
        }
        func add(_ value: (Int) -> Double) {
            guard columns.count < most else { return }
            let values = weights.indices.map(value)
            // About the mean, or a column would say what the weights say already.
            let mean = values.reduce(0, +) / Double(max(values.count, 1))
            columns.append(zip(values, weights).map { ($0 - mean) * $1 })
        }
        add { logits[$0] }
        if let surface {
            func number(_ row: Int, _ slot: Int, _ column: Int) -> Double {
                Double(surface[pair.rows[pair.trainRows[row], slot] * SurfaceFeatures.count + column])
            }
            for slot in 0..<pair.rows.slots { add { number($0, slot, 0) } }
            for column in formColumns { add { number($0, pair.longest, column) } }
        }
        let width = columns.count
        return RowTraits(
            values: weights.indices.flatMap { row in columns.map { $0[row] } }, width: width, strata: strata?.ofRow ?? [])
    }
}
