import Foundation
import TestSupport

@testable import Statistics

/// Routines that are too slow or too simple to be wrong.
enum Oracle {
    /// The within-fold AUC over all pairs of rows, weighted.
    static func area(
        scores: [Double], isTest: [Bool], folds: [Int]? = nil, weights: [Double]? = nil
    ) -> Double {
        var (ordered, pairs) = (0.0, 0.0)
        for test in scores.indices where isTest[test] {
            for train in scores.indices where !isTest[train] && folds?[test] == folds?[train] {
                let weight = (weights?[test] ?? 1) * (weights?[train] ?? 1)
                pairs += weight
                if scores[test] > scores[train] { ordered += weight }
                if scores[test] == scores[train] { ordered += weight / 2 }
            }
        }
        return ordered / pairs
    }

    /// The standard error of the AUC of one fold of independent rows (DeLong, DeLong and Clarke-Pearson 1988).
    static func deLongStandardError(scores: [Double], isTest: [Bool]) -> Double {
        func placement(_ row: Int) -> Double {
            let others = scores.indices.filter { isTest[$0] != isTest[row] }
            let below = others.reduce(0.0) {
                $0 + (scores[$1] < scores[row] ? 1 : scores[$1] == scores[row] ? 0.5 : 0)
            }
            return below / Double(others.count)
        }
        func variance(_ values: [Double]) -> Double {
            let mean = values.reduce(0, +) / Double(values.count)
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
        }
        let test = scores.indices.filter { isTest[$0] }.map(placement)
        let train = scores.indices.filter { !isTest[$0] }.map(placement)
        return (variance(test) / Double(test.count) + variance(train) / Double(train.count)).squareRoot()
    }

    /// The distribution function of the standard normal.
    static func normalDistribution(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }
}

/// Rows for the rank statistics: some ties, some folds, groups that may be on both sides.
struct RankedRows {
    var scores: [Double] = []
    var isTest: [Bool] = []
    var folds: [Int] = []
    var groups: [Int] = []

    init(seed: UInt64, rows: Int, folds foldCount: Int, groups groupCount: Int, levels: Int, shift: Double = 0.4) {
        var draws = Draws(seed)
        for row in 0..<rows {
            // The first rows put both sides into the first fold.
            let group = row < 2 ? row * foldCount : draws.index(below: groupCount)
            let test = row < 2 ? row == 0 : draws.uniform() < 0.4
            isTest.append(test)
            groups.append(group * 7 - 3)
            folds.append(group % foldCount + 10)
            scores.append(((draws.normal() + (test ? shift : 0)) * Double(levels)).rounded() / Double(levels))
        }
    }

    func permuted(seed: UInt64) -> (rows: RankedRows, order: [Int]) {
        var draws = Draws(seed)
        let order = draws.shuffled(Array(scores.indices))
        var copy = self
        copy.scores = order.map { scores[$0] }
        copy.isTest = order.map { isTest[$0] }
        copy.folds = order.map { folds[$0] }
        copy.groups = order.map { groups[$0] }
        return (copy, order)
    }

    func ranks() throws -> RankStatistics { try RankStatistics(scores: scores, isTest: isTest, folds: folds) }
}
