import ElementaryFunctions
import Foundation

/// Logistic regression on dense columns, mostly a handful: used for the surface view, the second stage and the calibration.
///
/// Minimises Σᵢ cᵢ·ln(1 + e^(-sᵢzᵢ)) + ½ Σⱼ ρⱼβⱼ² over β ≥ lower bounds, with z = Xβ, by Newton's method; each step solves its
/// bounded quadratic model by coordinate descent and is halved until the objective falls. Of many columns without bounds the Hessian is
/// never formed, and a step is found by conjugate gradients: time and memory are then linear in the columns.
struct DenseLogistic: Sendable {
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

        /// cᵢ.
        var total: Double { train + test }

        /// The row's part of the objective at the logit `z`, and its first and second derivative.
        @inline(__always)
        func loss(at z: Double) -> (value: Double, slope: Double, curvature: Double) {
            let e = Double.exp(-abs(z))
            let p = z >= 0 ? 1 / (1 + e) : e / (1 + e)
            // test · ln(1 + e^-z) + train · ln(1 + e^z). The plain logarithm is several times faster than log1p, and its error of
            // 10⁻¹⁶ is far below what matters for the steps.
            let value = total * Double.log(1 + e) + (z >= 0 ? train * z : -test * z)
            return (value, total * p - test, total * p * (1 - p))
        }
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
            let step =
                switch current.curvature {
                case .hessian(let hessian): boundedStep(current.gradient, hessian, beta)
                case .ofRows(let curvatures): conjugateStep(rows, curvatures, current.gradient)
                }
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

    /// The objective at a point, and what a step from there needs.
    struct Evaluation {
        /// Second derivatives.
        enum Curvature {
            /// Row-major, columns × columns.
            case hessian([Double])
            /// cᵢ·pᵢ·(1 - pᵢ), one per row: the Hessian is XᵀDX + diag ρ with D of these.
            case ofRows([Double])
        }

        let value: Double
        let gradient: [Double]
        let curvature: Curvature
    }

    /// The objective and its derivatives, in one pass over the rows.
    func evaluate(_ rows: UnsafeBufferPointer<Double>, _ weights: [RowWeight], _ beta: [Double]) -> Evaluation {
        isWide ? evaluateWide(rows, weights, beta) : evaluateNarrow(rows, weights, beta)
    }

    private func evaluateNarrow(
        _ rows: UnsafeBufferPointer<Double>, _ weights: [RowWeight], _ beta: [Double]
    ) -> Evaluation {
        var value = 0.0
        var gradient = [Double](repeating: 0, count: columns)
        var hessian = [Double](repeating: 0, count: columns * columns)
        gradient.withUnsafeMutableBufferPointer { gradient in
            hessian.withUnsafeMutableBufferPointer { hessian in
                beta.withUnsafeBufferPointer { beta in
                    for (row, weight) in weights.enumerated() where weight.total > 0 {
                        let x = UnsafeBufferPointer(rebasing: rows[row * columns..<(row + 1) * columns])
                        var z = 0.0
                        for column in 0..<columns { z += x[column] * beta[column] }
                        let loss = weight.loss(at: z)
                        value += loss.value
                        for i in 0..<columns {
                            gradient[i] += loss.slope * x[i]
                            let scaled = loss.curvature * x[i]
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
        return Evaluation(value: value, gradient: gradient, curvature: .hessian(hessian))
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
