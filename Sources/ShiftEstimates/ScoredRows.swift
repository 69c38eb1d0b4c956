import ImportanceWeights

/// The training rows that have scores, as the estimates see them.
package struct ScoredRows: Sendable {
    /// Weight of each row, not negative, not all 0; the scale does not matter.
    package let weights: [Double]
    /// Group of each row, numbered from 0; rows of a group are not independent, but groups are.
    package let groups: [Int]
    /// How many groups there are in all; some may have no scored row.
    package let groupCount: Int
    /// Number of rows in each group of the test set; they determine how uncertain its labels are.
    package let testGroupSizes: [Int]

    /// Rows with scores; `weights` and `groups` have one element per row.
    package init(weights: [Double], groups: [Int], groupCount: Int, testGroupSizes: [Int]) {
        self.weights = weights
        self.groups = groups
        self.groupCount = groupCount
        self.testGroupSizes = testGroupSizes
    }

    /// Number of rows.
    package var count: Int { weights.count }

    /// The weights cut off at √n times their mean (truncated importance sampling, Ionides 2008, section 2): bias for variance.
    package var clippedWeights: [Double] {
        let mean = weights.reduce(0, +) / Double(max(count, 1))
        let cap = mean * Double(count).squareRoot()
        return weights.map { min($0, cap) }
    }

    /// The share of the mass that ``clippedWeights`` cuts off, and of the rows.
    package var clipped: (mass: Double, rows: Int) {
        let cut = clippedWeights
        let total = weights.reduce(0, +)
        return (total > 0 ? 1 - cut.reduce(0, +) / total : 0, zip(cut, weights).count { $0 < $1 })
    }

    /// Variance of the mean over the test rows due to the noise of their own labels, if the rows' values deviate by
    /// `deviations` from what is predicted for them.
    ///
    /// With σ² = Σ w e²/Σ w and c the weighted mean product of two rows of a group, (n σ² + c Σ m(m-1))/n² over test groups
    /// of m rows, n in all.
    package func testVariance(_ deviations: [Double], weights: [Double]) -> Double {
        var mass = [Double](repeating: 0, count: groupCount)
        var sizes = mass
        var sums = mass
        var weighted = mass
        var (total, squares, ownSquares, ownMass) = (0.0, 0.0, 0.0, 0.0)
        for row in 0..<count {
            let (weight, value, group) = (weights[row], deviations[row], groups[row])
            mass[group] += weight
            sizes[group] += 1
            sums[group] += value
            weighted[group] += weight * value
            total += weight
            squares += weight * value * value
            ownSquares += weight * value * value
            ownMass += weight
        }
        guard total > 0 else { return 0 }
        var (products, pairs) = (0.0, 0.0)
        for group in 0..<groupCount {
            products += weighted[group] * sums[group]
            pairs += mass[group] * sizes[group]
        }
        products -= ownSquares
        pairs -= ownMass
        let covariance = pairs > 0 ? products / pairs : 0
        let rows = Double(testGroupSizes.reduce(0, +))
        guard rows > 0 else { return 0 }
        let neighbours = testGroupSizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
        return max(0, squares / total * rows + max(covariance, 0) * neighbours) / (rows * rows)
    }
}
