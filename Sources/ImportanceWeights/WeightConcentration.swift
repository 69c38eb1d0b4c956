import Statistics

/// How the total weight is distributed over the rows.
package struct WeightConcentration: Sendable, Equatable {
    /// Sum of the weights; the number of rows if their mean is 1.
    package let totalMass: Double
    /// Rows that count as the top: a hundredth of all, rounded up.
    package let topRows: Int
    /// Share of ``totalMass`` that the ``topRows`` heaviest rows carry, 0 < share <= 1; about 0.01 for equal weights.
    package let topShare: Double

    /// - Parameters:
    ///   - weights: Not negative, not all zero, on any scale.
    ///   - top: Which share of the rows counts as the top, above 0 and at most 1.
    /// - Throws: ``StatisticsError/noRows``, ``StatisticsError/badWeight(row:found:)``, ``StatisticsError/zeroTotalWeight``,
    ///   ``StatisticsError/shareOutOfRange(found:)``.
    package init(weights: [Double], top: Double = 0.01) throws(StatisticsError) {
        _ = try Checks.weights(weights)
        try Checks.share(top)
        // Both sums over the sorted weights: the same order, so that the share of all rows is exactly 1.
        let sorted = Array(RadixOrder.sortedValues(weights).reversed())
        topRows = RowShare.rows(top, of: sorted.count)
        let topMass = sorted[..<topRows].reduce(0, +)
        totalMass = sorted[topRows...].reduce(topMass, +)
        topShare = topMass / totalMass
    }
}

/// A share of rows as a number of rows.
enum RowShare {
    /// `share` (above 0, at most 1) of `rows`, rounded up; a product that is a whole number except for rounding stays that
    /// number.
    static func rows(_ share: Double, of rows: Int) -> Int {
        let exact = share * Double(rows)
        let nearest = exact.rounded()
        let count = abs(exact - nearest) <= 1e-9 * exact ? nearest : exact.rounded(.up)
        return min(max(Int(count), min(1, rows)), rows)
    }
}
