import Foundation
import ImportanceWeights
import ParallelWork
import Statistics

/// A figure for the test rows, with its interval.
package struct Estimate: Sendable, Equatable {
    /// The figure, in the metric's own unit.
    package let value: Double
    /// The 95% confidence interval for the figure of *these* test rows; nil if the rows are worth too few (see
    /// ``TrustLimits/leastEffectiveRows``), or if the bootstrap failed.
    package let interval: ClosedRange<Double>?
    /// Standard error of the difference between the value and the figure of the test rows.
    package let standardError: Double?
}

/// How a training row counts towards an estimate for the test set.
package enum Estimator: String, Sendable, CaseIterable {
    /// All rows count equally: the metric on train.
    case unweighted
    /// Σ w y / Σ w (Hájek's).
    case selfNormalised
    /// The same with weights cut off at √n times their mean.
    case clipped
    /// Regression and weighted residual; ``OutcomeRegression``.
    case doublyRobust
}

/// The estimates of one measure, with the bootstrap of each.
package struct Estimates: Sendable {
    /// nil if there is none: a doubly robust estimate needs a regression.
    package let values: [Estimator: Estimate]
    /// The estimate of each replicate, stretched like the interval, in the order of the replicates.
    package let replicates: [Estimator: [Double]]
    /// The estimate of each replicate as it was drawn.
    package let drawn: [Estimator: [Double]]
    /// Variance of the test rows' own labels, as part of that of each estimate.
    package let testVariances: [Estimator: Double]
    /// (Σw)²/Σw² of the rows.
    package let effectiveRows: Double
    /// (Σw)²/Σw² of the sums of the weights by group.
    package let effectiveGroups: Double

    /// - Parameters:
    ///   - measure: Of the rows.
    ///   - predictions: Of each of the means that `measure` is made of; nil for no regression.
    ///   - bootstrap: Over the groups of `rows`; give all measures of a file the same one.
    /// - Throws: `StatisticsError` for weights that are none.
    package init(
        of measure: Measure, rows: ScoredRows, predictions: [OutcomeRegression.Prediction]? = nil, bootstrap: GroupBootstrap,
        workers: WorkerPool
    ) throws(StatisticsError) {
        effectiveRows = try EffectiveSampleSize.ofRows(rows.weights)
        effectiveGroups = try EffectiveSampleSize.ofGroups(rows.weights, groups: rows.groups)
        let schemes: [(Estimator, [Double])] = [
            (.unweighted, [Double](repeating: 1, count: rows.count)), (.selfNormalised, rows.weights),
            (.clipped, rows.clippedWeights),
        ]
        let groupsOfTest = Double(max(rows.testGroupSizes.count, 1))
        var found: [(Estimator, Double, [Double], testVariance: (Double) -> Double, groups: Double)] = []
        switch measure.form {
        case .area(let scores, let isPositive):
            for (estimator, weights) in schemes {
                let statistics = try RankStatistics(scores: scores, isTest: isPositive)
                let value = try statistics.area(weights: weights)
                let replicates = workers.map(bootstrap.replicates) { number in
                    let counts = bootstrap.counts(number)
                    let drawn = rows.groups.indices.map { Double(counts[rows.groups[$0]]) * weights[$0] }
                    return (try? statistics.area(weights: drawn)) ?? .nan
                }
                let groups = try EffectiveSampleSize.ofGroups(weights, groups: rows.groups)
                // A rank statistic has no variance per row: its variance decreases with the number of groups.
                found.append((estimator, value, replicates, { $0 * groups / groupsOfTest }, groups))
            }
        case .means(let columns, let combine):
            var sums: [GroupSums] = schemes.map { estimator, weights in
                GroupSums(estimator, columns, weights, offsets: columns.map { _ in 0 }, rows)
            }
            if let predictions {
                let residuals = zip(columns, predictions).map { column, prediction in
                    zip(column, prediction.ofRows).map { $0 - $1 }
                }
                sums.append(
                    GroupSums(.doublyRobust, residuals, rows.weights, offsets: predictions.map(\.testMean), rows))
            }
            let read = sums
            let replicates = workers.map(bootstrap.replicates) { number in
                let counts = bootstrap.counts(number)
                return read.map { combine($0.means(counts)) }
            }
            for (place, part) in sums.enumerated() {
                let means = part.means(nil)
                let variance = rows.testVariance(part.deviations(from: means, combine), weights: part.weights)
                found.append(
                    (
                        part.estimator, combine(means), replicates.map { $0[place] }, { _ in variance },
                        try EffectiveSampleSize.ofGroups(part.weights, groups: rows.groups)
                    ))
            }
        }
        var values: [Estimator: Estimate] = [:]
        var stretched: [Estimator: [Double]] = [:]
        var (drawn, own): ([Estimator: [Double]], [Estimator: Double]) = ([:], [:])
        for (estimator, value, replicates, testVariance, groups) in found {
            let spread = Spread(value, replicates, testVariance: testVariance, groups: groups)
            drawn[estimator] = replicates
            own[estimator] = spread.testVariance
            stretched[estimator] = spread.replicates
            let isWide = effectiveRows >= TrustLimits.leastEffectiveRows
            values[estimator] = Estimate(
                value: value, interval: isWide ? spread.interval(within: measure.bounds) : nil,
                standardError: isWide ? spread.standardError : nil)
        }
        self.values = values
        self.replicates = stretched
        self.drawn = drawn
        testVariances = own
    }
}

/// Sums over groups of one estimator's weights and weighted values: all that a replicate needs.
private struct GroupSums: Sendable {
    let estimator: Estimator
    let weights: [Double]
    let offsets: [Double]
    private let columns: [[Double]]
    private let width: Int
    private let count: Int
    /// Row-major, groups × (1 + columns).
    private let sums: [Double]

    init(_ estimator: Estimator, _ columns: [[Double]], _ weights: [Double], offsets: [Double], _ rows: ScoredRows) {
        self.estimator = estimator
        self.columns = columns
        self.weights = weights
        self.offsets = offsets
        width = columns.count + 1
        count = rows.groupCount
        var sums = [Double](repeating: 0, count: count * width)
        for row in 0..<rows.count {
            let start = rows.groups[row] * width
            sums[start] += weights[row]
            for (place, column) in columns.enumerated() { sums[start + 1 + place] += weights[row] * column[row] }
        }
        self.sums = sums
    }

    /// The weighted means of the columns, plus their offsets; nil counts every group once. NaN without weight.
    func means(_ counts: [Int32]?) -> [Double] {
        var totals = [Double](repeating: 0, count: width)
        for group in 0..<count {
            let times = Double(counts?[group] ?? 1)
            if times == 0 { continue }
            for place in 0..<width { totals[place] += times * sums[group * width + place] }
        }
        return zip(totals.dropFirst(), offsets).map { $0 / totals[0] + $1 }
    }

    /// How far each row moves the figure, to first order: Σ_c ∂f/∂μ_c (value_c - mean_c).
    func deviations(from means: [Double], _ combine: ([Double]) -> Double) -> [Double] {
        let gradient = NumericalGradient.at(means, combine)
        return weights.indices.map { row in
            columns.indices.reduce(0) {
                $0 + gradient[$1] * (columns[$1][row] + offsets[$1] - means[$1])
            }
        }
    }
}

/// The replicates of a bootstrap, scaled to the spread of the difference from the test rows' own figure.
///
/// Deviations from the value are multiplied by √(1 + V_T/V_S) · t/z, with V_S the variance of the replicates, V_T that of the
/// test rows' labels, and t and z the 97.5% points of Student's distribution, with (effective groups - 1) degrees of freedom,
/// and of the normal one.
private struct Spread {
    let replicates: [Double]
    let standardError: Double?
    /// That of the test rows' labels.
    let testVariance: Double
    private let sorted: [Double]

    init(_ value: Double, _ raw: [Double], testVariance: (Double) -> Double, groups: Double) {
        let finite = raw.filter(\.isFinite)
        guard value.isFinite, finite.count >= max(raw.count / 2, 2), groups > 1 else {
            (replicates, standardError, sorted, self.testVariance) = (raw, nil, [], 0)
            return
        }
        let mean = finite.reduce(0, +) / Double(finite.count)
        let variance = finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(finite.count - 1)
        let own = testVariance(variance)
        let factor = variance > 0 ? (1 + own / variance).squareRoot() * StudentT.widening(degrees: groups - 1) : 1
        standardError = (variance + own).squareRoot()
        self.testVariance = own
        replicates = raw.map { value + factor * ($0 - value) }
        sorted = replicates.filter(\.isFinite).sorted()
    }

    func interval(within bounds: ClosedRange<Double>?) -> ClosedRange<Double>? {
        guard !sorted.isEmpty else { return nil }
        let low = Quantile.value(ofSorted: sorted, at: 0.025)
        let high = Quantile.value(ofSorted: sorted, at: 0.975)
        guard let bounds else { return low...high }
        return max(low, bounds.lowerBound)...min(max(high, bounds.lowerBound), bounds.upperBound)
    }
}
