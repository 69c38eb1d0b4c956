/// A model's class probabilities on labelled rows and on other rows: macro F1 and AUC on the others by weighted expected counts.
///
/// The probability p_k of each class is calibrated to e_k = P(y = k | p_k) by the monotone map that ``ConfidenceRows`` fits under the
/// weights of the labelled rows (PAPE, Białek et al. 2024, arXiv 2401.08348), and a row's e are scaled to sum to 1. Every row then counts
/// as e_k rows of class k: Σ e_k over the rows predicted as k stands for its hits, Σ e_k for its rows. It assumes that a class depends on
/// the side through its probability and the weights alone.
package struct ExpectedCounts: Sendable {
    /// Rows with a model's probabilities.
    package struct Rows: Sendable {
        /// Row-major, one column per class; each 0...1.
        package let chances: [Double]
        /// The class that is predicted for each row.
        package let predicted: [Int]

        package init(chances: [Double], predicted: [Int]) {
            self.chances = chances
            self.predicted = predicted
        }

        /// Number of rows.
        package var count: Int { predicted.count }
    }

    private let classCount: Int
    private let labels: [Int]
    private let labelled: Rows
    private let others: Rows
    /// For each class that has a map of its own: of two classes the second alone.
    private let maps: [ConfidenceRows]
    private let isClass: [[Double]]
    /// The classes that labels or predictions of the labelled rows have: those that a macro mean is over.
    private let counted: [Int]

    /// More cells than this, of all rows and classes together, are not put in order: they would take more than a few hundred megabytes.
    package static let mostCells = 12_000_000

    /// - Parameters:
    ///   - labels: The class of each labelled row, from 0 to below `classCount`.
    ///   - labelled: At least one row.
    ///   - others: The rows to give a figure for.
    /// - Returns: nil for more than ``mostCells``.
    package init?(classCount: Int, labels: [Int], labelled: Rows, others: Rows) {
        guard classCount > 1, (labelled.count + others.count) * classCount <= Self.mostCells else { return nil }
        (self.classCount, self.labels, self.labelled, self.others) = (classCount, labels, labelled, others)
        let mapped = classCount == 2 ? [1] : Array(0..<classCount)
        maps = mapped.map { number in
            ConfidenceRows(
                confidences: Self.column(number, labelled, classCount), test: Self.column(number, others, classCount))
        }
        isClass = mapped.map { number in labels.map { $0 == number ? 1 : 0 } }
        counted = Set(labels).union(labelled.predicted).sorted()
    }

    private static func column(_ number: Int, _ rows: Rows, _ classCount: Int) -> [Double] {
        (0..<rows.count).map { rows.chances[$0 * classCount + number] }
    }

    /// e of each other row, row-major.
    ///
    /// - Parameter weights: Of the labelled rows, not negative, not all 0.
    private func expected(_ weights: [Double]) -> [Double] {
        scaled(zip(maps, isClass).map { $0.mapped(values: $1, weights: weights, rises: true) }, rows: others.count)
    }

    /// The same of the labelled rows.
    private func fitted(_ weights: [Double]) -> [Double] {
        scaled(zip(maps, isClass).map { $0.fitted(values: $1, weights: weights, rises: true) }, rows: labelled.count)
    }

    private func scaled(_ columns: [[Double]], rows: Int) -> [Double] {
        if classCount == 2 { return columns[0].flatMap { [1 - $0, $0] } }
        var result = [Double](repeating: 0, count: rows * classCount)
        for row in 0..<rows {
            let total = columns.reduce(0) { $0 + $1[row] }
            for number in 0..<classCount {
                result[row * classCount + number] = total > 0 ? columns[number][row] / total : 1 / Double(classCount)
            }
        }
        return result
    }

    /// Macro F1 of the other rows.
    ///
    /// - Parameters:
    ///   - weights: Of the labelled rows, not negative, not all 0.
    ///   - counts: How often each other row counts.
    package func macroF1(weights: [Double], counts: [Double]) -> Double {
        Self.macroF1(sums(expected(weights), others.predicted, counts), counted)
    }

    /// AUC of the probability of a class on the other rows: the mean over pairs of rows of a higher one being more of that class, where a row
    /// is of the class as far as e says. NaN where no pair can be made.
    package func area(of positive: Int, weights: [Double], counts: [Double]) -> Double {
        let chances = expected(weights)
        let share = (0..<others.count).map { chances[$0 * classCount + positive] }
        return Self.area(Self.column(positive, others, classCount), share, counts).area
    }

    private typealias Sums = (hits: [Double], predicted: [Double], actual: [Double])

    private func sums(_ chances: [Double], _ predicted: [Int], _ counts: [Double]) -> Sums {
        let nothing = [Double](repeating: 0, count: classCount)
        var sums: Sums = (nothing, nothing, nothing)
        for (row, own) in predicted.enumerated() {
            let start = row * classCount
            sums.hits[own] += counts[row] * chances[start + own]
            sums.predicted[own] += counts[row]
            for number in 0..<classCount { sums.actual[number] += counts[row] * chances[start + number] }
        }
        return sums
    }

    private static func macroF1(_ sums: Sums, _ counted: [Int]) -> Double {
        let scores = counted.map { number in
            let total = sums.predicted[number] + sums.actual[number]
            return total > 0 ? 2 * sums.hits[number] / total : 0
        }
        return scores.reduce(0, +) / Double(max(scores.count, 1))
    }

    /// - Returns: The area, and for each row the share of what is not of the class that lies below it, and of what is above it; half of what is
    ///   beside it.
    private static func area(
        _ scores: [Double], _ share: [Double], _ counts: [Double]
    ) -> (area: Double, below: [Double], above: [Double]) {
        let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
        let positives = zip(share, counts).reduce(0) { $0 + $1.0 * $1.1 }
        let negatives = counts.reduce(0, +) - positives
        var (below, above) = ([Double](repeating: 0, count: scores.count), [Double](repeating: 0, count: scores.count))
        guard positives > 0, negatives > 0 else { return (.nan, below, above) }
        var (lower, higher, pairs, start) = (0.0, positives, 0.0, 0)
        while start < order.count {
            var (end, own, other) = (start, 0.0, 0.0)
            while end < order.count, scores[order[end]] == scores[order[start]] {
                let row = order[end]
                own += counts[row] * share[row]
                other += counts[row] * (1 - share[row])
                end += 1
            }
            for place in start..<end {
                below[order[place]] = (lower + 0.5 * other) / negatives
                above[order[place]] = (higher - 0.5 * own) / positives
            }
            pairs += own * (lower + 0.5 * other)
            lower += other
            higher -= own
            start = end
        }
        return (pairs / (positives * negatives), below, above)
    }

    /// How far each labelled row's own class moves macro F1 from what is expected of it, to first order, as a term of a mean over rows.
    package func deviationsOfMacroF1(weights: [Double]) -> [Double] {
        let chances = fitted(weights)
        let total = weights.reduce(0, +)
        let sums = sums(chances, labelled.predicted, weights)
        return labels.indices.map { row in
            counted.reduce(0) { moved, number in
                let mass = (sums.predicted[number] + sums.actual[number]) / total
                guard mass > 0 else { return moved }
                let surprise = (labels[row] == number ? 1 : 0) - chances[row * classCount + number]
                let isHit = labelled.predicted[row] == number ? 1.0 : 0
                return moved + 2 * surprise * (isHit / mass - sums.hits[number] / total / (mass * mass)) / Double(counted.count)
            }
        }
    }

    /// The same of the AUC of a class: ∂A/∂e of a row is (below - A)/π - (above - A)/(1 - π) in the mean, with π the share of the class.
    package func deviationsOfArea(of positive: Int, weights: [Double]) -> [Double] {
        let chances = fitted(weights)
        let share = labels.indices.map { chances[$0 * classCount + positive] }
        let found = Self.area(Self.column(positive, labelled, classCount), share, weights)
        let prior = zip(share, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
        guard found.area.isFinite else { return labels.map { _ in 0 } }
        return labels.indices.map { row in
            let surprise = (labels[row] == positive ? 1 : 0) - share[row]
            return surprise * ((found.below[row] - found.area) / prior - (found.above[row] - found.area) / (1 - prior))
        }
    }
}

private func < (a: (Double, Int), b: (Double, Int)) -> Bool { a.0 != b.0 ? a.0 < b.0 : a.1 < b.1 }
