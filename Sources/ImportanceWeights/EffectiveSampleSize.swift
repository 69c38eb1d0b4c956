import Statistics

/// How many equally weighted rows would give a mean as little variance as the weighted ones do.
package enum EffectiveSampleSize {
    /// (Σw)²/Σw² over rows (Kish 1965, "Survey Sampling"); 1 ... number of rows, and independent of the scale of the
    /// weights. The same as n/(1 + CV²), CV their coefficient of variation.
    /// - Throws: ``StatisticsError/noRows``, ``StatisticsError/badWeight(row:found:)``, ``StatisticsError/zeroTotalWeight``.
    package static func ofRows(_ weights: [Double]) throws(StatisticsError) -> Double {
        let greatest = try Checks.weights(weights)
        var sum = 0.0
        var squares = 0.0
        for weight in weights {
            // Relative to the greatest, so that no square overflows and not all of them vanish.
            let scaled = weight / greatest
            sum += scaled
            squares += scaled * scaled
        }
        return sum * sum / squares
    }

    /// The same over groups, a group's weight being the sum of its rows': what counts if rows of a group are alike.
    /// 1 ... number of groups; does not depend on the order of the rows except for rounding.
    /// - Parameter groups: The group of each row; any numbers.
    /// - Throws: as ``ofRows(_:)``, and ``StatisticsError/lengthMismatch(expected:found:)``.
    package static func ofGroups(_ weights: [Double], groups: [Int]) throws(StatisticsError) -> Double {
        try Checks.length(groups.count, equals: weights.count)
        let greatest = try Checks.weights(weights)
        let numbering = GroupNumbering(groups)
        var sums = [Double](repeating: 0, count: numbering.count)
        for (row, group) in numbering.ofRow.enumerated() { sums[group] += weights[row] / greatest }
        return try ofRows(sums)
    }
}
