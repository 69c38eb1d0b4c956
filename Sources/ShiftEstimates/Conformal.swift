/// Weighted split conformal prediction (Tibshirani, Foygel Barber, Candès & Ramdas 2019, theorem 2 and corollary 1).
///
/// From scores V_i of calibration rows (high: the prediction fits badly) with weights w_i ∝ q/p, the threshold of a test row
/// of weight w is the 1 - α quantile of
///
///     Σ_i p_i δ_{V_i} + p_{n+1} δ_∞,   p_i = w_i / (Σ w + w),   p_{n+1} = w / (Σ w + w).
///
/// The set of all answers whose score is at or below it holds the true one with probability 1 - α or more over draws of
/// calibration and test rows, if the weights are the ratio of the densities, up to a factor, and p(y | x) is the same.
package struct WeightedConformal: Sendable {
    /// Calibration scores, ascending, and the running sums of their weights.
    private let scores: [Double]
    private let mass: [Double]

    /// - Parameters:
    ///   - scores: One per calibration row; not NaN.
    ///   - weights: One per calibration row, not negative, on the scale of those of the test rows.
    package init(scores: [Double], weights: [Double]) {
        let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
        self.scores = order.map { scores[$0] }
        var sum = 0.0
        mass = order.map {
            sum += weights[$0]
            return sum
        }
    }

    /// Sum of the calibration weights.
    package var totalWeight: Double { mass.last ?? 0 }

    /// The threshold for a test row of weight `weight`; infinite if calibration has too little weight in comparison, so that
    /// nothing can be ruled out.
    ///
    /// - Parameter alpha: Miscoverage, above 0 and below 1.
    package func threshold(weight: Double, alpha: Double) -> Double {
        let total = totalWeight + weight
        guard total > 0 else { return .infinity }
        let wanted = (1 - alpha) * total
        // A mass equal to the wanted one except for rounding counts as equal.
        let slack = 1e-12 * total
        var (low, high) = (0, mass.count)
        while low < high {
            let middle = (low + high) / 2
            if mass[middle] >= wanted - slack { high = middle } else { low = middle + 1 }
        }
        return low < scores.count ? scores[low] : .infinity
    }
}
