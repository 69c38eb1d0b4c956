/// What errors in several sources say of the error in a new one: a meta-analysis with effects that differ.
///
/// With e_s the error in source s and v_s its sampling variance, the model is e_s = μ + a_s + noise, Var a = τ². τ² solves
///
///     Σ (e_s - μ̂)² / (v_s + τ²) = k - 1,      μ̂ = Σ e_s/(v_s + τ²) / Σ 1/(v_s + τ²)
///
/// (Paule & Mandel 1982), and is 0 where even τ² = 0 gives no more; SE² = 1/Σ 1/(v_s + τ²). The 95% prediction interval for the error in
/// a new source is μ̂ ± t(k-1)·√(τ² + SE²) (Higgins, Thompson & Spiegelhalter 2009, with the degrees of freedom of Partlett & Riley 2017).
package struct SourceSpread: Sendable, Equatable {
    /// k.
    package let count: Int
    /// μ̂.
    package let mean: Double
    /// SE of it.
    package let standardError: Double
    /// τ: the spread between sources that sampling does not explain.
    package let tau: Double

    private static let normal = 1.959_963_984_540_054
    private static let steps = 100

    /// - Parameters:
    ///   - errors: Of each source; at least two.
    ///   - variances: Of their sampling, not negative.
    /// - Returns: nil for fewer than two sources, and for figures that are not finite.
    package init?(errors: [Double], variances: [Double]) {
        guard errors.count > 1, errors.count == variances.count, (errors + variances).allSatisfy(\.isFinite) else { return nil }
        let middle = errors.reduce(0, +) / Double(errors.count)
        let raw = errors.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
        // A source whose figure is certain must not count without bound.
        let least = 1e-9 * (raw + variances.reduce(0, +)) / Double(errors.count) + 1e-18
        let own = variances.map { max($0, least) }
        func pooled(_ square: Double) -> (mean: Double, precision: Double) {
            let precisions = own.map { 1 / ($0 + square) }
            let sum = precisions.reduce(0, +)
            return (zip(errors, precisions).reduce(0) { $0 + $1.0 * $1.1 } / sum, sum)
        }
        func excess(_ square: Double) -> Double {
            let mean = pooled(square).mean
            return zip(errors, own).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) / ($1.1 + square) }
                - Double(errors.count - 1)
        }
        var square = 0.0
        if excess(0) > 0 {
            // At τ² = Σ(e - ē)² the sum is below 1.
            var (low, high) = (0.0, raw)
            for _ in 0..<Self.steps {
                square = 0.5 * (low + high)
                if excess(square) > 0 { low = square } else { high = square }
            }
        }
        let found = pooled(square)
        count = errors.count
        mean = found.mean
        standardError = (1 / found.precision).squareRoot()
        tau = square.squareRoot()
    }

    /// Half the width of the 95% prediction interval around the mean error.
    ///
    /// - Parameter sampling: The variance of sampling in the new source; 0 for its error without sampling.
    package func reach(sampling: Double) -> Double {
        Self.normal * StudentT.widening(degrees: Double(count - 1))
            * (tau * tau + standardError * standardError + sampling).squareRoot()
    }
}
