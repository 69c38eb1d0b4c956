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
    /// - Parameters:
    ///   - sampling: The variance of sampling in what is new; 0 for its error without sampling.
    ///   - share: What part of τ² its mean error has: 1 for one new source, ``varianceShare(of:autocorrelation:)`` for several.
    package func reach(sampling: Double, share: Double = 1) -> Double {
        Self.normal * StudentT.widening(degrees: Double(count - 1))
            * (share * tau * tau + standardError * standardError + sampling).squareRoot()
    }

    /// Var(Σ π_s a_s)/τ² for rows of several new sources: Σ π_s² where their errors are independent, Σ_st π_s π_t ρ^|s-t| for spans of time
    /// whose errors are correlated by ρ from one to the next.
    ///
    /// - Parameters:
    ///   - shares: π, which sum to 1; of times in their order.
    ///   - autocorrelation: ρ, from 0 to below 1.
    package static func varianceShare(of shares: [Double], autocorrelation: Double) -> Double {
        var (total, before) = (0.0, 0.0)
        // `before` is Σ_{s<t} π_s ρ^(t-s).
        for share in shares {
            total += share * share + 2 * share * before
            before = (before + share) * autocorrelation
        }
        return total
    }

    /// The correlation of each error with the next one, 0 where it is negative, below 1.
    package static func autocorrelation(_ errors: [Double]) -> Double {
        let mean = errors.reduce(0, +) / Double(max(errors.count, 1))
        let own = errors.map { $0 - mean }
        let square = own.reduce(0) { $0 + $1 * $1 }
        guard square > 0 else { return 0 }
        return min(max(zip(own, own.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / square, 0), 0.95)
    }
}
