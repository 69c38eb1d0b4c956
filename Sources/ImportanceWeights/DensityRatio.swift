import ElementaryFunctions
import Foundation
import Statistics

/// The density ratio r(x) = q(x)/p(x) of test to train, from a discriminator's probability of "test".
///
/// With both sides carrying equal total weight the best discriminator is D = q/(p+q), so r = D/(1-D): no factor for the
/// sizes of the corpora (Sugiyama, Suzuki and Kanamori 2012, "Density Ratio Estimation in Machine Learning", chapter 4).
package enum DensityRatio {
    /// How near to 0 and 1 a probability may come: `epsilon ... 1 - epsilon`, so that ratios lie within a factor of
    /// 10⁶ of 1. A discriminator that is calibrated by a bounded map never gets there.
    package static let epsilon = 1e-6

    /// `probability`, kept within `epsilon ... 1 - epsilon`. NaN stays NaN.
    package static func clamped(_ probability: Double) -> Double {
        // This order of the comparisons lets NaN through.
        probability < epsilon ? epsilon : probability > 1 - epsilon ? 1 - epsilon : probability
    }

    /// r = D/(1-D) of a probability in 0...1, after clamping; above 0, finite. NaN gives NaN.
    package static func ratio(from probability: Double) -> Double {
        let inside = clamped(probability)
        return inside / (1 - inside)
    }

    /// log r = log D - log(1-D) of a probability in 0...1, after clamping; in nats, finite. NaN gives NaN.
    package static func logRatio(from probability: Double) -> Double {
        let inside = clamped(probability)
        return Double.log(inside) - Double.log(onePlus: -inside)
    }

    /// The mean of r over the given rows of train, an estimate of E_p[r] = 1.
    ///
    /// Out-of-fold probabilities that bring it outside 0.8...1.25 do not describe a ratio of two densities; probabilities
    /// that the discriminator gave to its own training rows typically bring it near 0.
    /// - Throws: ``StatisticsError/noRows``, ``StatisticsError/probabilityOutOfRange(row:found:)``.
    package static func mean(ofTrain probabilities: [Double]) throws(StatisticsError) -> Double {
        try Checks.probabilities(probabilities)
        return probabilities.reduce(0) { $0 + ratio(from: $1) } / Double(probabilities.count)
    }
}
