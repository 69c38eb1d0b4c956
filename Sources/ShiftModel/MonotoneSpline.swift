import Foundation

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

    /// Fits g to balanced sides by ``LogisticObjective`` without a penalty except a tiny ridge (10⁻⁶) on the increments.
    ///
    /// - Parameters:
    ///   - scores: Logits, n.
    ///   - isTest: Side of each, n.
    ///   - use: Which rows take part.
    ///   - knots: As ``quantileKnots(_:count:)`` gives them.
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

    /// `count` quantiles of the scores from 5% to 95%, evenly spaced in rank; equal ones are merged.
    package static func quantileKnots(_ sorted: [Double], count: Int = 8) -> [Double] {
        guard sorted.count > 1 else { return [] }
        var knots: [Double] = []
        for k in 0..<count {
            let rank = (0.05 + 0.9 * Double(k) / Double(count - 1)) * Double(sorted.count - 1)
            let low = Int(rank)
            let high = min(low + 1, sorted.count - 1)
            let knot = sorted[low] + (rank - Double(low)) * (sorted[high] - sorted[low])
            if knots.last.map({ knot - $0 > 1e-9 * max(1, abs(knot)) }) ?? true { knots.append(knot) }
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
