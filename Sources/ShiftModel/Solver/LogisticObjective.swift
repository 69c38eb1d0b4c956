import ElementaryFunctions
import Foundation

/// The discriminator's objective, and the arithmetic on it that its solvers share.
///
/// For rows xᵢ with side sᵢ = -1 (train) or +1 (test), row weights cᵢ = ½ / (rows of i's side that are fitted) and logit
/// zᵢ = xᵢ·β + b:
///
///     F(β, b) = Σᵢ cᵢ · ln(1 + e^(-sᵢ zᵢ)) + (λ/2) ‖β‖²
///
/// which is ½·mean over test of -ln D + ½·mean over train of -ln(1 - D), with D = σ(z), and the intercept b free. At its
/// optimum over all functions D = q/(p + q), whatever the numbers of rows (Bickel, Brückner & Scheffer 2009, with both sides
/// carrying equal mass).
package enum LogisticObjective {
    /// 1 / (1 + e^(-z)), without overflow.
    @inline(__always)
    package static func sigmoid(_ z: Double) -> Double {
        if z >= 0 { return 1 / (1 + Double.exp(-z)) }
        let e = Double.exp(z)
        return e / (1 + e)
    }

    /// ln(1 + e^(-m)) of a margin m = s·z, without overflow.
    @inline(__always)
    package static func loss(margin m: Double) -> Double {
        m >= 0 ? Double.log(onePlus: Double.exp(-m)) : -m + Double.log(onePlus: Double.exp(m))
    }

    /// ½·mean over test of -ln D + ½·mean over train of -ln(1 - D), in nats, from logits; ln 2 is no information, lower is
    /// better.
    package static func balancedLoss(logits: [Double], isTest: [Bool]) -> Double {
        var sums = (train: 0.0, test: 0.0)
        var counts = (train: 0, test: 0)
        for (z, test) in zip(logits, isTest) {
            if test {
                sums.test += loss(margin: z)
                counts.test += 1
            } else {
                sums.train += loss(margin: -z)
                counts.train += 1
            }
        }
        return 0.5 * (sums.train / Double(max(counts.train, 1)) + sums.test / Double(max(counts.test, 1)))
    }
}
