import Foundation

/// Joins the first-stage logits of all views and λs into one, linearly, so that the discriminator stays explainable.
///
///     logit = g₀ + Σₘ (α/M + δₘ) · zₘ / sdₘ,   α, δ ≥ 0,   penalty (τ/2) ‖δ‖²
///
/// that is, stacking with non-negative weights (Breiman 1996), shrunk towards the equal average of the standardised logits.
/// Weights of either sign, fitted on the same folds as the first stage, leak the sides of held-out rows: two candidates with
/// opposite signs show what one of them has memorised.
package struct SecondStage: Sendable, Equatable, Codable {
    /// Weight of each first-stage logit.
    package var weights: [Double]
    /// g₀.
    package var intercept: Double

    /// The joined logit of one row.
    package func callAsFunction(_ logits: (Int) -> Double) -> Double {
        var value = intercept
        for m in weights.indices { value += weights[m] * logits(m) }
        return value
    }

    /// - Parameters:
    ///   - logits: Out-of-fold first-stage logits, candidate by candidate, each n long.
    ///   - scales: sdₘ, one per candidate; a candidate of scale 0 gets no weight.
    ///   - isTest: Side of each row.
    ///   - use: Which rows take part.
    ///   - shrinkage: τ.
    static func fit(
        logits: [[Double]], scales: [Double], isTest: [Bool], use: (Int) -> Bool, shrinkage: Double
    ) -> SecondStage {
        let usable = scales.indices.filter { scales[$0] > 1e-12 }
        guard !usable.isEmpty else {
            return SecondStage(weights: [Double](repeating: 0, count: logits.count), intercept: 0)
        }
        let rows = isTest.indices.filter(use)
        let sizes = rows.reduce(into: (train: 0, test: 0)) { if isTest[$1] { $0.test += 1 } else { $0.train += 1 } }
        let columns = usable.count + 2
        let average = 1 / Double(usable.count)
        var values = [Double](repeating: 0, count: rows.count * columns)
        var rowWeights: [DenseLogistic.RowWeight] = []
        rowWeights.reserveCapacity(rows.count)
        for (position, row) in rows.enumerated() {
            let base = position * columns
            values[base] = 1
            for (k, m) in usable.enumerated() {
                let z = logits[m][row] / scales[m]
                values[base + 2 + k] = z
                values[base + 1] += z * average
            }
            rowWeights.append(
                isTest[row]
                    ? .init(train: 0, test: 0.5 / Double(sizes.test)) : .init(train: 0.5 / Double(sizes.train), test: 0))
        }
        var penalties = [Double](repeating: shrinkage, count: columns)
        penalties[0] = 0
        penalties[1] = 1e-9
        var bounds = [Double](repeating: 0, count: columns)
        bounds[0] = -.infinity
        let beta = values.withUnsafeBufferPointer {
            DenseLogistic(columns: columns, penalties: penalties, lowerBounds: bounds)
                .fit($0, rowWeights, start: [Double](repeating: 0, count: columns), tolerance: 1e-8)
        }
        var weights = [Double](repeating: 0, count: logits.count)
        for (k, m) in usable.enumerated() { weights[m] = (beta[1] * average + beta[2 + k]) / scales[m] }
        return SecondStage(weights: weights, intercept: beta[0])
    }
}
