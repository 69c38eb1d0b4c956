import Foundation
import Statistics

/// A monotone, bounded map from a logit to a calibrated logit: a quadratic I-spline (Ramsay 1988) with non-negative
/// increments, constant outside its knots.
///
/// g(s) = g₀ + Σⱼ γⱼ Iⱼ(s), γⱼ ≥ 0, where Iⱼ is the integral, scaled to rise from 0 to 1, of the j-th linear hat function on
/// the knots. Test sets are mostly mixtures of what train also holds, so the true log ratio saturates while a linear logit
/// keeps growing.
package struct MonotoneSpline: Sendable, Equatable, Codable {
    /// Ascending; two or more, or none for the constant map.
    package var knots: [Double]
    /// g₀, the value at and below the first knot.
    package var floor: Double
    /// γ, one per knot, each at least 0.
    package var increments: [Double]

    /// g(s); its derivative is continuous between the knots.
    package func callAsFunction(_ s: Double) -> Double {
        var value = floor
        for j in knots.indices where increments[j] != 0 { value += increments[j] * Self.rise(s, j, knots) }
        return value
    }

    /// Iⱼ(s): 0 below knot j-1, 1 above knot j+1.
    static func rise(_ s: Double, _ j: Int, _ knots: [Double]) -> Double {
        let left = j > 0 ? knots[j] - knots[j - 1] : 0
        let right = j + 1 < knots.count ? knots[j + 1] - knots[j] : 0
        let area = 0.5 * (left + right)
        var sum = 0.0
        if left > 0 {
            let d = min(max(s - knots[j - 1], 0), left)
            sum += 0.5 * d * d / left
        }
        if right > 0 {
            let d = min(max(s - knots[j], 0), right)
            sum += d - 0.5 * d * d / right
        }
        return sum / area
    }

    /// s itself between the outermost knots, constant outside. Without knots the constant 0, as what is fitted without any.
    package static func identity(within knots: [Double]) -> MonotoneSpline {
        guard let first = knots.first, knots.count >= 2 else { return MonotoneSpline(knots: [], floor: 0, increments: []) }
        // The hats add up to 1, and each rise is its hat's integral over its area.
        let increments = knots.indices.map { j in
            0.5 * ((j > 0 ? knots[j] - knots[j - 1] : 0) + (j + 1 < knots.count ? knots[j + 1] - knots[j] : 0))
        }
        return MonotoneSpline(knots: knots, floor: first, increments: increments)
    }

    /// Fits g to balanced sides by ``LogisticObjective`` without a penalty except a tiny ridge (10⁻⁶) on the increments.
    ///
    /// - Parameters:
    ///   - scores: Logits, n.
    ///   - isTest: Side of each, n.
    ///   - use: Which rows take part.
    ///   - knots: As ``balancedKnots(_:isTest:count:)`` gives them.
    package static func fit(scores: [Double], isTest: [Bool], use: (Int) -> Bool, knots: [Double]) -> MonotoneSpline {
        guard knots.count >= 2 else { return MonotoneSpline(knots: [], floor: 0, increments: []) }
        let bins = ScoreBins(scores: scores, isTest: isTest, use: use, from: knots[0], to: knots[knots.count - 1])
        let columns = knots.count + 1
        var basis = [Double](repeating: 1, count: bins.centers.count * columns)
        for (bin, center) in bins.centers.enumerated() {
            for j in knots.indices { basis[bin * columns + j + 1] = rise(center, j, knots) }
        }
        var penalties = [Double](repeating: 1e-6, count: columns)
        penalties[0] = 0
        var bounds = [Double](repeating: 0, count: columns)
        bounds[0] = -.infinity
        let model = DenseLogistic(columns: columns, penalties: penalties, lowerBounds: bounds)
        let beta = basis.withUnsafeBufferPointer {
            model.fit($0, bins.weights, start: [Double](repeating: 0, count: columns))
        }
        return MonotoneSpline(knots: knots, floor: beta[0], increments: Array(beta[1...]))
    }

    /// `count` quantiles of the balanced mass from `margin` to 1 - `margin`, evenly spaced in mass; equal ones are merged. Each side carries half
    /// of the mass, spread evenly over its rows.
    ///
    /// On quantiles of the rows, what is rare in a large train and common in a small test would lie beyond the last knot, and be
    /// flattened.
    /// - Parameters:
    ///   - scores: Logits, n.
    ///   - isTest: Side of each, n.
    ///   - margin: Mass beyond the first and beyond the last knot.
    package static func balancedKnots(_ scores: [Double], isTest: [Bool], margin: Double = 0.02, count: Int = 8) -> [Double] {
        let sizes = (train: isTest.count { !$0 }, test: isTest.count { $0 })
        guard sizes.train > 0, sizes.test > 0 else { return [] }
        let masses = (train: 0.5 / Double(sizes.train), test: 0.5 / Double(sizes.test))
        var knots: [Double] = []
        var below = 0.0
        var next = 0
        var last: (middle: Double, score: Double)?
        for row in RadixOrder.rising(scores) {
            let mass = isTest[row] ? masses.test : masses.train
            // A row stands at the middle of its mass; between two rows the quantile is linear.
            let middle = below + 0.5 * mass
            below += mass
            while next < count {
                let wanted = margin + (1 - 2 * margin) * Double(next) / Double(count - 1)
                guard middle >= wanted else { break }
                let knot =
                    last.map {
                        $0.score + (scores[row] - $0.score) * (wanted - $0.middle) / (middle - $0.middle)
                    } ?? scores[row]
                if knots.last.map({ knot - $0 > 1e-9 * max(1, abs(knot)) }) ?? true { knots.append(knot) }
                next += 1
            }
            last = (middle, scores[row])
        }
        // With few rows, the outermost stand further in than the outermost knots.
        if next < count, let end = last?.score, knots.last.map({ end - $0 > 1e-9 * max(1, abs(end)) }) ?? true {
            knots.append(end)
        }
        return knots.count >= 2 ? knots : []
    }
}

/// Scores gathered into narrow bins, so that a smooth curve can be fitted to thousands of rows at the cost of a few hundred.
private struct ScoreBins {
    /// Mean score of each bin.
    var centers: [Double] = []
    /// Balanced mass of each side in each bin.
    var weights: [DenseLogistic.RowWeight] = []

    /// Even bins between `from` and `to`; values outside count in the end bins, where the curve is constant.
    init(scores: [Double], isTest: [Bool], use: (Int) -> Bool, from: Double, to: Double, count: Int = 1024) {
        var train = [Double](repeating: 0, count: count)
        var test = train
        var sums = train
        var totals = (train: 0.0, test: 0.0)
        let scale = Double(count) / (to - from)
        for (row, score) in scores.enumerated() where use(row) {
            let inside = min(max(score, from), to)
            let bin = min(Int((inside - from) * scale), count - 1)
            sums[bin] += inside
            if isTest[row] { test[bin] += 1 } else { train[bin] += 1 }
        }
        totals = (train.reduce(0, +), test.reduce(0, +))
        for bin in 0..<count where train[bin] + test[bin] > 0 {
            centers.append(sums[bin] / (train[bin] + test[bin]))
            weights.append(
                DenseLogistic.RowWeight(
                    train: 0.5 * train[bin] / max(totals.train, 1), test: 0.5 * test[bin] / max(totals.test, 1)))
        }
    }
}
