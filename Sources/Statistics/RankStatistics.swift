/// Scores of rows of two sides, ranked within folds: the basis of the area under the ROC curve (AUC) and its uncertainty.
///
/// Rows are compared only with rows of their own fold. Out-of-fold scores come from another model in each fold; comparing
/// them across folds biases the AUC, downwards if nothing shifted, because a fold with more than its share of one side leaves
/// less of that side to its model (Parker, Günter and Bedo 2007; Airola et al. 2011).
///
/// Building sorts once, O(n log n); all statistics are then linear in the rows. Nothing depends on the order of the rows.
package struct RankStatistics: Sendable {
    /// Side of each row, in the order in which rows were given: true for test.
    let isTest: [Bool]
    /// The rows, ordered by fold, then score.
    let order: [Int]
    /// For each element of ``order``, whether it is the last of its fold with its score.
    let endsTie: [Bool]
    /// The elements of ``order`` that belong to each fold.
    let foldRanges: [Range<Int>]

    /// The most rows that can be ranked: groups and flags are packed into 32 bits.
    static let mostRows = 1 << 30

    /// Ranks rows.
    /// - Parameters:
    ///   - scores: Higher means more like test; infinite scores are allowed, NaN is not.
    ///   - isTest: The side of each row.
    ///   - folds: The fold of each row, any numbers; nil puts all rows into one.
    /// - Throws: ``StatisticsError/lengthMismatch(expected:found:)``, ``StatisticsError/notANumber(row:)``,
    ///   ``StatisticsError/emptySide(trainRows:testRows:)``, ``StatisticsError/noComparablePairs`` if no fold has rows of both
    ///   sides, ``StatisticsError/tooManyRows(found:maximum:)``.
    package init(scores: [Double], isTest: [Bool], folds: [Int]? = nil) throws(StatisticsError) {
        try Checks.length(isTest.count, equals: scores.count)
        if let folds { try Checks.length(folds.count, equals: scores.count) }
        guard scores.count <= Self.mostRows else { throw .tooManyRows(found: scores.count, maximum: Self.mostRows) }
        try Checks.scores(scores)
        _ = try Checks.sides(isTest)

        order = Self.order(scores, folds: folds)
        self.isTest = isTest
        var endsTie = [Bool](repeating: true, count: order.count)
        var ranges: [Range<Int>] = []
        var start = 0
        for index in order.indices {
            let row = order[index]
            let next = index + 1 < order.count ? order[index + 1] : nil
            guard let next, folds.map({ $0[next] == $0[row] }) ?? true else {
                ranges.append(start..<index + 1)
                start = index + 1
                continue
            }
            endsTie[index] = scores[next] != scores[row]
        }
        self.endsTie = endsTie
        foldRanges = ranges
        guard comparablePairs > 0 else { throw .noComparablePairs }
    }

    /// Number of (test row, train row) pairs within folds.
    package var comparablePairs: Int {
        foldRanges.reduce(0) { total, range in
            let test = order[range].reduce(0) { $0 + (isTest[$1] ? 1 : 0) }
            return total + test * (range.count - test)
        }
    }

    /// The rows by fold, then score, then row, so that ties have a fixed order too.
    private static func order(_ scores: [Double], folds: [Int]?) -> [Int] {
        let byScore = RadixOrder.rising(scores)
        guard let folds else { return byScore }
        // A stable sort by fold leaves the order of the scores as it is.
        let numbering = GroupNumbering(folds)
        var next = [Int](repeating: 0, count: numbering.count + 1)
        for fold in numbering.ofRow { next[fold + 1] += 1 }
        for fold in 0..<numbering.count { next[fold + 1] += next[fold] }
        var order = byScore
        for row in byScore {
            let fold = numbering.ofRow[row]
            order[next[fold]] = row
            next[fold] += 1
        }
        return order
    }
}

extension RankStatistics {
    /// The AUC: the probability that a test row scores above a train row of its fold, ties counting half
    /// (Mann and Whitney 1947; Hanley and McNeil 1982). 0...1; ½ if scores tell nothing.
    ///
    /// Folds are averaged with their numbers of pairs as weights: Σ_f U_f / Σ_f n1_f·n0_f.
    package var area: Double {
        // Twice the count of pairs is an integer: exact, whatever the order of the sum.
        var twiceOrdered = 0
        for range in foldRanges {
            var (trainBelow, trainTied, testTied) = (0, 0, 0)
            for index in range {
                if isTest[order[index]] { testTied += 1 } else { trainTied += 1 }
                guard endsTie[index] else { continue }
                twiceOrdered += testTied * (2 * trainBelow + trainTied)
                trainBelow += trainTied
                (trainTied, testTied) = (0, 0)
            }
        }
        return Double(twiceOrdered) / Double(2 * comparablePairs)
    }

    /// The AUC with weighted rows: each pair counts with the product of its weights, in the average over folds too.
    /// - Parameter weights: One a row, in the order in which rows were given.
    /// - Throws: ``StatisticsError/lengthMismatch(expected:found:)``, ``StatisticsError/badWeight(row:found:)``,
    ///   ``StatisticsError/zeroTotalWeight`` if no pair has weight.
    package func area(weights: [Double]) throws(StatisticsError) -> Double {
        try Checks.length(weights.count, equals: isTest.count)
        let greatest = try Checks.weights(weights)
        var (ordered, pairs) = (0.0, 0.0)
        for range in foldRanges {
            var (trainBelow, test, trainTied, testTied) = (0.0, 0.0, 0.0, 0.0)
            for index in range {
                let row = order[index]
                let weight = weights[row] / greatest
                if isTest[row] { testTied += weight } else { trainTied += weight }
                guard endsTie[index] else { continue }
                ordered += testTied * (trainBelow + 0.5 * trainTied)
                trainBelow += trainTied
                test += testTied
                (trainTied, testTied) = (0, 0)
            }
            pairs += trainBelow * test
        }
        guard pairs > 0 else { throw .zeroTotalWeight }
        return ordered / pairs
    }
}
