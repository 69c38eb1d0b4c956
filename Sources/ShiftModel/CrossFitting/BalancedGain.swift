import ElementaryFunctions
import Foundation

/// The mean over both sides, each with half of the mass, of a gain in nats, and its standard error by groups.
///
/// A sum over independent groups: SE² = G/(G-1) Σ_g (Σ_{i∈g} cᵢ (gainᵢ - mean gain of i's side))², with cᵢ = ½ / rows of the
/// side.
package struct BalancedGain: Sendable, Equatable {
    /// The gain in nats, mean over both sides of equal weight.
    package let mean: Double
    /// Its standard error by groups, in nats.
    package let standardError: Double

    /// Whether it exceeds two of its standard errors: the rule for rejecting the null model.
    package var isClear: Bool { mean > 2 * standardError }

    /// - Parameters:
    ///   - gains: One per row, in nats.
    ///   - isTest: Side of each row.
    package init(_ gains: [Double], isTest: [Bool], groups: Groups) {
        var sums = (train: 0.0, test: 0.0)
        var counts = (train: 0.0, test: 0.0)
        for (row, gain) in gains.enumerated() {
            if isTest[row] {
                sums.test += gain
                counts.test += 1
            } else {
                sums.train += gain
                counts.train += 1
            }
        }
        let means = (train: sums.train / counts.train, test: sums.test / counts.test)
        var influence = [Double](repeating: 0, count: groups.count)
        for (row, gain) in gains.enumerated() {
            influence[Int(groups.ofRow[row])] +=
                isTest[row] ? 0.5 * (gain - means.test) / counts.test : 0.5 * (gain - means.train) / counts.train
        }
        let squares = influence.reduce(0) { $0 + $1 * $1 }
        let factor = Double(groups.count) / Double(max(groups.count - 1, 1))
        mean = 0.5 * (means.train + means.test)
        standardError = (factor * squares).squareRoot()
    }

    /// The gain of logits over others (nil for 0: no information).
    package init(of logits: [Double], over base: [Double]?, isTest: [Bool], groups: Groups) {
        self.init(
            isTest.indices.map { row in
                let (z, b) = (logits[row], base?[row] ?? 0)
                let before = base == nil ? Double.log(2) : LogisticObjective.loss(margin: isTest[row] ? b : -b)
                return before - LogisticObjective.loss(margin: isTest[row] ? z : -z)
            }, isTest: isTest, groups: groups)
    }
}
