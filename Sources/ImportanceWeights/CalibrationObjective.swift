import ElementaryFunctions
import Foundation

/// The balanced log-likelihood of a line on the logit scale, concave in its two coefficients.
struct CalibrationObjective {
    let logits: [Double]
    let isTest: [Bool]
    let trainWeight: Double
    let testWeight: Double

    /// The value, gradient and negated Hessian at one line.
    private struct Point {
        var (value, gradientA, gradientB, hessianAA, hessianAB, hessianBB) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    }

    private func evaluate(_ intercept: Double, _ slope: Double) -> Point {
        var point = Point()
        for (row, logit) in logits.enumerated() {
            let z = intercept + slope * logit
            let weight = isTest[row] ? testWeight : trainWeight
            let e = Double.exp(-abs(z))
            let probability = 1 / (1 + (z >= 0 ? e : Double.exp(-z)))
            // log(1 + e^z), written so that it cannot overflow. The value only judges steps, to 10⁻¹²: the plain logarithm
            // is exact enough, and several times faster than log1p.
            let softplus = max(z, 0) + Double.log(1 + e)
            point.value += weight * ((isTest[row] ? z : 0) - softplus)
            let residual = weight * ((isTest[row] ? 1 : 0) - probability)
            let curvature = weight * probability * (1 - probability)
            point.gradientA += residual
            point.gradientB += residual * logit
            point.hessianAA += curvature
            point.hessianAB += curvature * logit
            point.hessianBB += curvature * logit * logit
        }
        return point
    }

    /// The maximum, which exists and is unique unless logits are constant or separate the sides.
    ///
    /// Newton's method; steps that lose are halved. It ends with one last full step once the Newton decrement, twice the
    /// gain that is left, is 10⁻¹⁸ or less (the weights sum to 1): that step squares an error which is already small.
    func maximise() -> (intercept: Double, slope: Double) {
        var (intercept, slope) = (0.0, 1.0)
        var point = evaluate(intercept, slope)
        for _ in 0..<100 {
            let determinant = point.hessianAA * point.hessianBB - point.hessianAB * point.hessianAB
            guard determinant > 0 else { break }
            let stepA = (point.hessianBB * point.gradientA - point.hessianAB * point.gradientB) / determinant
            let stepB = (point.hessianAA * point.gradientB - point.hessianAB * point.gradientA) / determinant
            if point.gradientA * stepA + point.gradientB * stepB <= 1e-18 {
                return (intercept + stepA, slope + stepB)
            }
            var size = 1.0
            var next = evaluate(intercept + stepA, slope + stepB)
            // A loss below the rounding of the sum does not count; NaN does.
            while !(next.value >= point.value - 1e-12), size > 1e-10 {
                size /= 2
                next = evaluate(intercept + size * stepA, slope + size * stepB)
            }
            intercept += size * stepA
            slope += size * stepB
            point = next
        }
        return (intercept, slope)
    }
}
