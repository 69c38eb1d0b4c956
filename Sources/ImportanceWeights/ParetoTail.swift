import ElementaryFunctions
import Foundation
import Statistics

/// How heavy the upper tail of importance weights is: the shape k̂ of a generalised Pareto distribution fitted to it.
///
/// The m largest weights, m = ⌈min(n/5, 3√n)⌉, less the next smaller one, are fitted by the empirical Bayes estimate
/// of Zhang and Stephens 2009, and k̂ is drawn towards ½ with the weight of ten observations: the diagnostic of Vehtari
/// et al. 2024 ("Pareto smoothed importance sampling"), as `loo` and `ArviZ` compute it. The weights have a finite
/// variance for k < ½ and a finite mean for k < 1.
///
/// If the tail is not a continuum the cases below say why; the two libraries then return +∞, which would reject weights that
/// are merely bounded.
package enum ParetoTail: Sendable, Equatable {
    /// The fit: shape k̂; scale σ̂, in units of the weights; number of rows in the tail, at least 5.
    case fitted(shape: Double, scale: Double, tailRows: Int)
    /// The greatest weight, or one so near that the few rows above it do not matter, is shared by so many rows that there is no
    /// tail: the weights are bounded (constant, capped, or calibrated by a bounded map). `rows` hold it or more.
    case plateau(rows: Int)
    /// Between one and four rows stand out above a plateau that fills the rest of the tail, and cutting them to it
    /// would lower Σw² by more than 5%: as good as an infinite shape.
    case isolated(rows: Int)
    /// Fewer than 21 rows: the tail would hold fewer than 5.
    case tooFewRows(Int)

    /// k̂; +∞ for ``isolated(rows:)``; nil if the weights are bounded or the rows are too few to tell (the effective sample
    /// size is then the guide).
    package var shape: Double? {
        switch self {
        case .fitted(let shape, _, _): shape
        case .isolated: .infinity
        case .plateau, .tooFewRows: nil
        }
    }

    /// Fits the tail of `weights` (their scale and order do not matter).
    ///
    /// Sorts once; the fit itself takes about m·(30 + √m) logarithms.
    /// - Throws: ``StatisticsError/noRows``, ``StatisticsError/badWeight(row:found:)``, ``StatisticsError/zeroTotalWeight``.
    package init(weights: [Double]) throws(StatisticsError) {
        let greatest = try Checks.weights(weights)
        let count = weights.count
        let tailCount = Int(min(Double(count) / 5, 3 * Double(count).squareRoot()).rounded(.up))
        guard tailCount >= Self.fewestTailRows else {
            self = .tooFewRows(count)
            return
        }
        let sorted = RadixOrder.sortedValues(weights.map { $0 / greatest })
        let cutoff = max(sorted[count - tailCount - 1], .leastNormalMagnitude)
        // Strictly above: rows that share the cutoff are not part of the tail.
        let tail = sorted[(count - tailCount)...].drop { $0 <= cutoff }
        guard tail.count >= Self.fewestTailRows else {
            self = Self.aboveSharedCutoff(tail, cutoff: cutoff, sorted: sorted)
            return
        }
        // Scaled, the greatest weight is 1.
        guard let lowest = tail.first, lowest < 1 else {
            self = .plateau(rows: tail.count)
            return
        }
        let fit = GeneralisedPareto(excesses: tail.map { $0 - cutoff })
        self = .fitted(shape: fit.shape, scale: fit.scale * greatest, tailRows: tail.count)
    }

    private static let fewestTailRows = 5

    /// The verdict where the cutoff is shared by so many rows that fewer than five are above it: those few either matter to
    /// Σw², and so to the effective sample size, or might as well be cut to the cutoff.
    private static func aboveSharedCutoff(_ tail: ArraySlice<Double>, cutoff: Double, sorted: [Double]) -> ParetoTail {
        let squares = sorted.reduce(0) { $0 + $1 * $1 }
        let excess = tail.reduce(0) { $0 + ($1 * $1 - cutoff * cutoff) }
        if excess > 0.05 * squares { return .isolated(rows: tail.count) }
        return .plateau(rows: sorted.reversed().prefix { $0 >= cutoff }.count)
    }
}

/// The generalised Pareto distribution with survival (1 + kx/σ)^(-1/k), fitted to excesses.
struct GeneralisedPareto {
    /// k, drawn towards ½; +∞ if the fit fails.
    let shape: Double
    /// σ, in units of the excesses.
    let scale: Double

    /// The estimate of Zhang and Stephens 2009 ("A new and efficient estimation method for the generalized Pareto
    /// distribution"): the posterior mean of b = -k/σ over a grid of quantiles of its prior.
    /// - Parameter excesses: Ascending, above 0, at least one.
    init(excesses: [Double]) {
        let count = Double(excesses.count)
        let candidates = 30 + Int(count.squareRoot())
        let quartile = excesses[max(Int(count / 4 + 0.5) - 1, 0)]
        let largest = excesses[excesses.count - 1]
        func shape(at b: Double) -> Double { excesses.reduce(0) { $0 + Double.log(onePlus: -b * $1) } / count }

        // The grid is theirs; the 3 is the spread of their prior.
        var grid: [(b: Double, logLikelihood: Double)] = []
        for index in 1...candidates {
            let spread = 1 - (Double(candidates) / (Double(index) - 0.5)).squareRoot()
            let b = spread / (3 * quartile) + 1 / largest
            let k = shape(at: b)
            let logLikelihood = count * (Double.log(-b / k) - k - 1)
            if logLikelihood.isFinite { grid.append((b, logLikelihood)) }
        }
        let weights = grid.map { one in 1 / grid.reduce(0) { $0 + Double.exp($1.logLikelihood - one.logLikelihood) } }
        // Negligible weights are left out before normalising, as in the reference.
        var total = 0.0
        var weighted = 0.0
        for (point, weight) in zip(grid, weights) where weight >= 10 * Double.ulpOfOne {
            total += weight
            weighted += weight * point.b
        }
        let b = weighted / total
        let k = shape(at: b)
        guard b.isFinite, k.isFinite else {
            self.shape = .infinity
            scale = .nan
            return
        }
        scale = -k / b
        // The weak prior of Vehtari et al. 2024: ten observations at ½.
        self.shape = (count * k + 10 * 0.5) / (count + 10)
    }
}
