import ElementaryFunctions

/// The test of "nothing shifted" by a cross-fitted AUC: p = 1 - Φ((AUC - ½) / SE).
///
/// The SE is that of the group bootstrap with the scores fixed, times a factor for the training of the fold models: each pair of groups
/// counts twice in a cross-fitted AUC, once with each as training data. (Permuting the sides of held-out groups with the scores fixed, fold
/// by fold, needs no such factor, but a fold knows little: with a Bayes AUC of 0.71 the mean of its p-values finds 1% and 10% of the shifts
/// between 100 and 200 rows a side, this test 44% and 75%.)
package enum AreaTest {
    /// The bootstrap holds the scores fixed, but each pair of groups counts twice in a cross-fitted AUC, once with each as
    /// training data. Where the sides do not differ the AUC is a degenerate U-statistic, and that doubles its variance (200
    /// simulated nulls: 1.5 times the fixed-score error); elsewhere the wider interval is cautious.
    package static let trainingFactor = 2.0.squareRoot()

    /// With fewer groups a side than this the bootstrap is no judge of its own error: where the sides are separated it is 0.
    static let fewGroups = 20

    /// The standard error of the AUC where nothing shifted.
    /// - Parameters:
    ///   - bootstrap: The standard error with the scores fixed.
    ///   - groups: Groups of each side.
    ///   - factor: Of the training.
    package static func error(
        of ranks: RankStatistics, bootstrap: Double, groups: (train: Int, test: Int), factor: Double
    ) -> Double {
        let isFew = min(groups.train, groups.test) < fewGroups
        return factor * (isFew || bootstrap <= 0 ? max(bootstrap, ranks.nullError(groups: groups)) : bootstrap)
    }

    /// 1 - Φ((area - ½) / error), within 0...1; 1 where the error is 0 or not a number.
    package static func pValue(area: Double, error: Double) -> Double {
        error > 0 ? 0.5 * Double.erfc((area - 0.5) / error / 2.0.squareRoot()) : 1
    }
}

extension RankStatistics {
    /// The standard deviation of the AUC within folds if every order of the groups is equally likely (Mann and Whitney 1947), as if rows
    /// of a group had one score: with n and m rows of a fold,
    ///
    ///     √(Σ n m (n + m + 1) / 12) / Σ n m, times √(rows / groups) of the side that has fewer groups.
    package func nullError(groups: (train: Int, test: Int)) -> Double {
        var (variance, pairs, sides) = (0.0, 0.0, (train: 0.0, test: 0.0))
        for range in foldRanges {
            let test = Double(order[range].reduce(0) { $0 + (isTest[$1] ? 1 : 0) })
            let train = Double(range.count) - test
            variance += train * test * (train + test + 1) / 12
            pairs += train * test
            sides = (sides.train + train, sides.test + test)
        }
        let rowsPerGroup = max(sides.train / Double(max(groups.train, 1)), sides.test / Double(max(groups.test, 1)), 1)
        return pairs > 0 ? (variance * rowsPerGroup).squareRoot() / pairs : 0
    }
}
