import ElementaryFunctions
import Foundation

/// Logistic regression on a handful of columns: used for the surface view, the second stage and the calibration.
///
/// Minimises Σᵢ cᵢ·ln(1 + e^(-sᵢzᵢ)) + ½ Σⱼ ρⱼβⱼ² over β ≥ lower bounds, with z = Xβ, by Newton's method; each step solves its
/// bounded quadratic model by coordinate descent and is halved until the objective falls.
struct DenseLogistic {
    /// Columns of X.
    let columns: Int
    /// ρ, one per column, at least 0.
    let penalties: [Double]
    /// Least value of each coefficient; -infinity if free.
    let lowerBounds: [Double]

    /// Weight of one row on each side.
    struct RowWeight {
        var train: Double
        var test: Double
    }

    /// - Parameters:
    ///   - rows: X, row-major, n × `columns`.
    ///   - weights: cᵢ by side, n; a row may count on both sides at once.
    ///   - start: The starting point; it must satisfy the bounds.
    ///   - tolerance: The fit stops when a step would lower the objective by less than this.
    func fit(
        _ rows: UnsafeBufferPointer<Double>, _ weights: [RowWeight], start: [Double], tolerance: Double = 1e-9,
        maximumSteps: Int = 50
    ) -> [Double] {
        var beta = start
        var current = evaluate(rows, weights, beta)
        for _ in 0..<maximumSteps {
            let step = boundedStep(current.gradient, current.hessian, beta)
            let expected = zip(current.gradient, step).reduce(0) { $0 + $1.0 * $1.1 }
            if -expected < tolerance { break }
            var scale = 1.0
            var moved = false
            while scale > 1e-6 {
                let trial = zip(beta, step).map { $0 + scale * $1 }
                let next = evaluate(rows, weights, trial)
                if next.value <= current.value + 1e-4 * scale * expected {
                    beta = trial
                    current = next
                    moved = true
                    break
                }
                scale /= 2
            }
            if !moved { break }
        }
        return beta
    }

    /// The objective, its gradient and its Hessian (row-major), in one pass over the rows.
    func evaluate(
        _ rows: UnsafeBufferPointer<Double>, _ weights: [RowWeight], _ beta: [Double]
    ) -> (value: Double, gradient: [Double], hessian: [Double]) {
        var value = 0.0
        var gradient = [Double](repeating: 0, count: columns)
        var hessian = [Double](repeating: 0, count: columns * columns)
        gradient.withUnsafeMutableBufferPointer { gradient in
            hessian.withUnsafeMutableBufferPointer { hessian in
                beta.withUnsafeBufferPointer { beta in
                    for (row, weight) in weights.enumerated() {
                        let total = weight.train + weight.test
                        if total == 0 { continue }
                        let x = UnsafeBufferPointer(rebasing: rows[row * columns..<(row + 1) * columns])
                        var z = 0.0
                        for column in 0..<columns { z += x[column] * beta[column] }
                        let e = Double.exp(-abs(z))
                        let p = z >= 0 ? 1 / (1 + e) : e / (1 + e)
                        // weight.test · ln(1 + e^-z) + weight.train · ln(1 + e^z). The plain logarithm is several times
                        // faster than log1p, and its error of 10⁻¹⁶ is far below what matters for the steps.
                        value += total * Double.log(1 + e) + (z >= 0 ? weight.train * z : -weight.test * z)
                        let slope = total * p - weight.test
                        let curvature = total * p * (1 - p)
                        for i in 0..<columns {
                            gradient[i] += slope * x[i]
                            let scaled = curvature * x[i]
                            for j in 0...i { hessian[i &* columns &+ j] += scaled * x[j] }
                        }
                    }
                }
                for i in 0..<columns {
                    value += 0.5 * penalties[i] * beta[i] * beta[i]
                    gradient[i] += penalties[i] * beta[i]
                    hessian[i * columns + i] += penalties[i]
                    for j in 0..<i { hessian[j * columns + i] = hessian[i * columns + j] }
                }
            }
        }
        return (value, gradient, hessian)
    }

    /// argmin over d of g·d + ½ d·H·d with β + d within the bounds.
    private func boundedStep(_ gradient: [Double], _ hessian: [Double], _ beta: [Double]) -> [Double] {
        var step = [Double](repeating: 0, count: columns)
        var slope = gradient  // g + H·step
        for _ in 0..<400 {
            var largest = 0.0
            for i in 0..<columns {
                let curvature = hessian[i * columns + i] + 1e-12
                let wanted = max(step[i] - slope[i] / curvature, lowerBounds[i] - beta[i])
                let change = wanted - step[i]
                if change == 0 { continue }
                step[i] = wanted
                largest = max(largest, change * change * curvature)
                for j in 0..<columns { slope[j] += hessian[j * columns + i] * change }
            }
            if largest < 1e-14 { break }
        }
        return step
    }
}
