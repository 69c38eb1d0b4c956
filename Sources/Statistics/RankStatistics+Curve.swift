/// A point of an ROC curve.
package struct CurvePoint: Sendable, Equatable {
    /// Share of train rows above the threshold, 0...1.
    package let falsePositiveRate: Double
    /// Share of test rows above the threshold, 0...1.
    package let truePositiveRate: Double
}

extension RankStatistics {
    /// The ROC curve from (0, 0) to (1, 1), at most `limit` points, neither coordinate ever falling.
    ///
    /// Folds are averaged vertically (at equal false positive rates) with their numbers of pairs as weights, so the area
    /// below the curve is ``area``, but for the thinning: false positive rates are equally spaced. Tied scores give a
    /// straight segment.
    /// - Throws: ``StatisticsError/countTooSmall(found:minimum:)`` for fewer than 3 points.
    package func curve(limit: Int) throws(StatisticsError) -> [CurvePoint] {
        try Checks.count(limit, atLeast: 3)
        let steps = limit - 2
        var rates = [Double](repeating: 0, count: steps + 1)
        let pairs = Double(comparablePairs)
        for range in foldRanges {
            let test = order[range].reduce(0) { $0 + (isTest[$1] ? 1 : 0) }
            let train = range.count - test
            guard test > 0, train > 0 else { continue }
            let share = Double(test) * Double(train) / pairs
            addFold(range, train: train, test: test, share: share, to: &rates)
        }
        var points = [CurvePoint(falsePositiveRate: 0, truePositiveRate: 0)]
        var highest = 0.0
        for step in 0..<steps {
            // The folds' shares sum to 1 only up to rounding.
            highest = min(1, max(highest, rates[step]))
            points.append(CurvePoint(falsePositiveRate: Double(step) / Double(steps), truePositiveRate: highest))
        }
        points.append(CurvePoint(falsePositiveRate: 1, truePositiveRate: 1))
        return points
    }

    /// Adds `share` times the fold's true positive rate at the false positive rates 0, 1/steps, 2/steps, ...; the upper end if
    /// the curve rises vertically.
    private func addFold(_ range: Range<Int>, train: Int, test: Int, share: Double, to rates: inout [Double]) {
        let steps = rates.count - 1
        var step = 0
        var (falseAbove, trueAbove, trainTied, testTied) = (0, 0, 0, 0)
        // From the highest score down; a block of ties ends where the next lower one begins, or at the end.
        for index in range.reversed() {
            if isTest[order[index]] { testTied += 1 } else { trainTied += 1 }
            let endsBlock = index == range.lowerBound || endsTie[index - 1]
            guard endsBlock else { continue }
            while trainTied > 0, step < steps {
                // In units of 1/steps of a train row: exact, so that no point is put on the wrong side of a rise.
                let reached = step * train - falseAbove * steps
                // At the block's end a vertical rise may follow, so that end belongs to the next block.
                guard reached < trainTied * steps else { break }
                let along = Double(reached) / Double(trainTied * steps)
                rates[step] += share * (Double(trueAbove) + along * Double(testTied)) / Double(test)
                step += 1
            }
            falseAbove += trainTied
            trueAbove += testTied
            (trainTied, testTied) = (0, 0)
        }
        while step <= steps {
            rates[step] += share
            step += 1
        }
    }
}
