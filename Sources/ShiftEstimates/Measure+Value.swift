import Statistics

extension Measure {
    /// The figure under weights; NaN where it has none, as without weight, or an AUC with one kind of label.
    ///
    /// - Parameter weights: One per row, not negative.
    package func value(weights: [Double]) -> Double {
        switch form {
        case .means(let columns, let combine):
            let total = weights.reduce(0, +)
            return combine(columns.map { column in zip(column, weights).reduce(0) { $0 + $1.0 * $1.1 } / total })
        case .area(let scores, let isPositive):
            return (try? RankStatistics(scores: scores, isTest: isPositive).area(weights: weights)) ?? .nan
        }
    }

    /// The values where the figure is the mean of one value per row; nil for any other.
    package var rowValues: [Double]? {
        guard case .means(let columns, _) = form, columns.count == 1 else { return nil }
        return columns.first
    }
}
