import Statistics

/// How much of the test corpus lies where train has next to nothing: there no weighting can help.
package struct Overlap: Sendable, Equatable {
    /// The score beyond which train has almost nothing: the given quantile of train's scores.
    package let threshold: Double
    /// Test rows with a score strictly above ``threshold``.
    package let unsupportedRows: Int
    /// Test rows in all.
    package let testRows: Int

    /// The share of test rows without support, 0...1. With no shift it is near 1 - quantile, which is 0.001.
    package var noSupportShare: Double { Double(unsupportedRows) / Double(testRows) }

    /// - Parameters:
    ///   - scores: Uncalibrated out-of-fold logits. (A calibrated score has plateaus at its ends, and nothing beyond them.)
    ///   - isTest: The side of each row.
    ///   - quantile: Which quantile of train's scores is the threshold, above 0 and at most 1.
    /// - Throws: ``StatisticsError/lengthMismatch(expected:found:)``, ``StatisticsError/notANumber(row:)``,
    ///   ``StatisticsError/emptySide(trainRows:testRows:)``, ``StatisticsError/shareOutOfRange(found:)``.
    package init(scores: [Double], isTest: [Bool], quantile: Double = 0.999) throws(StatisticsError) {
        try Checks.length(isTest.count, equals: scores.count)
        try Checks.scores(scores)
        try Checks.share(quantile)
        let sides = try Checks.sides(isTest)
        var train: [Double] = []
        train.reserveCapacity(sides.train)
        for (row, score) in scores.enumerated() where !isTest[row] { train.append(score) }
        train = RadixOrder.sortedValues(train)
        let threshold = Quantile.value(ofSorted: train, at: quantile)
        var unsupported = 0
        for (row, score) in scores.enumerated() where isTest[row] && score > threshold { unsupported += 1 }
        self.threshold = threshold
        unsupportedRows = unsupported
        testRows = sides.test
    }
}

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
