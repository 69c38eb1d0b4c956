import ElementaryFunctions
import Foundation
import Statistics

/// Bias-corrected temperature scaling (Alexandari, Kundaje & Shrikumar 2020, section 3.2.3): class probabilities
///
///     p(k | x) = softmax_k(a · z_k(x) + b_k),   a > 0,   b_0 = 0
///
/// from logits z, with a (the inverse temperature) and b minimising the log-loss on rows whose classes are known. At the
/// optimum the mean probability of each class is its share of these rows, as maximum-likelihood label shift requires.
package struct TemperatureScaling: Sendable, Equatable {
    /// a, at least ``leastScale``.
    package private(set) var scale = 1.0
    /// b, one per class; the first is 0.
    package private(set) var biases: [Double]

    static let leastScale = 1e-3
    /// A tiny ridge penalty on b, so that it is finite for a class without rows.
    private static let ridge = 1e-9

    /// No scaling.
    package init(classes: Int) { biases = [Double](repeating: 0, count: classes) }

    /// Fits a and b by Newton's method with halved steps.
    ///
    /// - Parameters:
    ///   - logits: Row-major, rows × classes.
    ///   - labels: Class of each row.
    package init(logits: [Double], labels: [Int], classes: Int) {
        self.init(classes: classes)
        let weights = [Double](repeating: 1, count: labels.count)
        var loss = self.loss(logits, labels, weights)
        for _ in 0..<50 {
            guard let step = step(logits, labels, weights) else { break }
            var length = 1.0
            var next = self
            var nextLoss = loss
            repeat {
                next = moved(by: step, length: length)
                nextLoss = next.loss(logits, labels, weights)
                length /= 2
            } while nextLoss > loss && length > 1e-6
            guard nextLoss < loss else { break }
            let gain = loss - nextLoss
            self = next
            loss = nextLoss
            if gain < 1e-12 { break }
        }
    }

    /// Replaces the logits of one row with its probabilities.
    package func apply(to row: inout [Double]) {
        var greatest = -Double.infinity
        for k in biases.indices {
            row[k] = scale * row[k] + biases[k]
            greatest = max(greatest, row[k])
        }
        var sum = 0.0
        for k in biases.indices {
            row[k] = Double.exp(row[k] - greatest)
            sum += row[k]
        }
        for k in biases.indices { row[k] /= sum }
    }

    /// Row-major probabilities, rows × classes.
    package func probabilities(of logits: [Double]) -> [Double] {
        let classes = biases.count
        var result = [Double](repeating: 0, count: logits.count)
        var row = [Double](repeating: 0, count: classes)
        for start in stride(from: 0, to: logits.count, by: classes) {
            for k in 0..<classes { row[k] = logits[start + k] }
            apply(to: &row)
            for k in 0..<classes { result[start + k] = row[k] }
        }
        return result
    }

    /// One Newton step from here for rows that count `weights` times: accurate enough for a bootstrap replicate.
    func refitted(_ logits: [Double], _ labels: [Int], _ weights: [Double]) -> TemperatureScaling {
        guard let step = step(logits, labels, weights) else { return self }
        return moved(by: step, length: 1)
    }

    private func moved(by step: [Double], length: Double) -> TemperatureScaling {
        var result = self
        result.scale = max(scale - length * step[0], Self.leastScale)
        for k in 1..<max(biases.count, 1) { result.biases[k] -= length * step[k] }
        return result
    }

    /// Mean log-loss in nats.
    private func loss(_ logits: [Double], _ labels: [Int], _ weights: [Double]) -> Double {
        let classes = biases.count
        var row = [Double](repeating: 0, count: classes)
        var (sum, total) = (0.0, 0.0)
        for (number, label) in labels.enumerated() where weights[number] > 0 {
            for k in 0..<classes { row[k] = logits[number * classes + k] }
            apply(to: &row)
            sum -= weights[number] * Double.log(max(row[label], .leastNormalMagnitude))
            total += weights[number]
        }
        return sum / max(total, 1) + 0.5 * Self.ridge * biases.reduce(0) { $0 + $1 * $1 }
    }

    /// H⁻¹g of the mean log-loss in (a, b_1, …); nil if H is singular.
    private func step(_ logits: [Double], _ labels: [Int], _ weights: [Double]) -> [Double]? {
        let classes = biases.count
        var gradient = [Double](repeating: 0, count: classes)
        var hessian = [Double](repeating: 0, count: classes * classes)
        var row = [Double](repeating: 0, count: classes)
        var total = 0.0
        for (number, label) in labels.enumerated() where weights[number] > 0 {
            let (weight, start) = (weights[number], number * classes)
            total += weight
            for k in 0..<classes { row[k] = logits[start + k] }
            apply(to: &row)
            var (mean, square) = (0.0, 0.0)
            for k in 0..<classes {
                mean += row[k] * logits[start + k]
                square += row[k] * logits[start + k] * logits[start + k]
            }
            gradient[0] += weight * (mean - logits[start + label])
            hessian[0] += weight * max(square - mean * mean, 0)
            for k in 1..<classes {
                gradient[k] += weight * (row[k] - (k == label ? 1 : 0))
                hessian[k] += weight * row[k] * (logits[start + k] - mean)
                let scaled = weight * row[k]
                hessian[k * classes + k] += scaled
                for j in 1...k { hessian[k * classes + j] -= scaled * row[j] }
            }
        }
        guard total > 0 else { return nil }
        for k in 0..<classes {
            gradient[k] = gradient[k] / total + (k > 0 ? Self.ridge * biases[k] : 0)
            for j in 0..<classes { hessian[k * classes + j] /= total }
            hessian[k * classes + k] += Self.ridge
        }
        for k in 0..<classes {
            for j in 0..<k {  // the lower triangle was summed, except for a's row
                if j == 0 { hessian[k * classes] = hessian[k] } else { hessian[j * classes + k] = hessian[k * classes + j] }
            }
        }
        return LinearSystem.solve(hessian, gradient)
    }
}
