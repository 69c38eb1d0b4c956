/// Many columns: the Hessian, whose size and work grow with their square, is only ever multiplied with a vector, in a pass over the rows.
extension DenseLogistic {
    /// The most columns whose Hessian is formed: with as many, the passes of ``conjugateStep(_:_:_:)`` take about as long.
    static let mostNarrowColumns = 64

    /// Whether there are more columns than that. Bounds need the Hessian; whatever has them has a handful of columns.
    var isWide: Bool { columns > Self.mostNarrowColumns && lowerBounds.allSatisfy { $0 == -.infinity } }

    /// A step's residual, in the norm of the inverse of the Hessian's diagonal, against the gradient's. At this, the fit takes about as many steps
    /// as with exact ones, and ends within its tolerance of the minimum; a smaller one costs several times as many products where the rows can
    /// just be told apart.
    private static let stepTolerance = 0.3
    private static let mostProducts = 500

    /// As ``evaluate(_:_:_:)``, without a Hessian.
    func evaluateWide(_ rows: UnsafeBufferPointer<Double>, _ weights: [RowWeight], _ beta: [Double]) -> Evaluation {
        var value = 0.0
        var gradient = [Double](repeating: 0, count: columns)
        var curvatures = [Double](repeating: 0, count: weights.count)
        beta.withUnsafeBufferPointer { beta in
            gradient.withUnsafeMutableBufferPointer { gradient in
                for (row, weight) in weights.enumerated() where weight.total > 0 {
                    let x = UnsafeBufferPointer(rebasing: rows[row * columns..<(row + 1) * columns])
                    let loss = weight.loss(at: Self.dot(x, beta))
                    value += loss.value
                    curvatures[row] = loss.curvature
                    Self.add(x, times: loss.slope, to: gradient)
                }
                for i in 0..<columns {
                    value += 0.5 * penalties[i] * beta[i] * beta[i]
                    gradient[i] += penalties[i] * beta[i]
                }
            }
        }
        return Evaluation(value: value, gradient: gradient, curvature: .ofRows(curvatures))
    }

    /// About -H⁻¹g, by conjugate gradients with the Hessian's diagonal as preconditioner (Nocedal and Wright 2006, "Numerical Optimization",
    /// algorithm 5.3). Its product with the gradient is never positive.
    func conjugateStep(_ rows: UnsafeBufferPointer<Double>, _ curvatures: [Double], _ gradient: [Double]) -> [Double] {
        let diagonal = diagonal(rows, curvatures)
        var step = [Double](repeating: 0, count: columns)
        var residual = gradient.map { -$0 }
        var direction = zip(residual, diagonal).map { $0 / $1 }
        var square = zip(residual, direction).reduce(0) { $0 + $1.0 * $1.1 }
        let enough = square * Self.stepTolerance * Self.stepTolerance
        var products = 0
        while square > enough, products < Self.mostProducts {
            let image = product(rows, curvatures, direction)
            products += 1
            let length = square / zip(direction, image).reduce(0) { $0 + $1.0 * $1.1 }
            var next = 0.0
            for i in 0..<columns {
                step[i] += length * direction[i]
                residual[i] -= length * image[i]
                next += residual[i] * residual[i] / diagonal[i]
            }
            let ratio = next / square
            for i in 0..<columns { direction[i] = residual[i] / diagonal[i] + ratio * direction[i] }
            square = next
        }
        return step
    }

    /// A little on top keeps the columns that are always 0 and not penalised from dividing by nothing.
    private func diagonal(_ rows: UnsafeBufferPointer<Double>, _ curvatures: [Double]) -> [Double] {
        var diagonal = penalties.map { $0 + 1e-12 }
        diagonal.withUnsafeMutableBufferPointer { diagonal in
            for (row, curvature) in curvatures.enumerated() where curvature > 0 {
                let x = UnsafeBufferPointer(rebasing: rows[row * columns..<(row + 1) * columns])
                for i in 0..<columns { diagonal[i] += curvature * x[i] * x[i] }
            }
        }
        return diagonal
    }

    /// H·vector.
    private func product(_ rows: UnsafeBufferPointer<Double>, _ curvatures: [Double], _ vector: [Double]) -> [Double] {
        var image = zip(penalties, vector).map { ($0 + 1e-12) * $1 }
        image.withUnsafeMutableBufferPointer { image in
            vector.withUnsafeBufferPointer { vector in
                for (row, curvature) in curvatures.enumerated() where curvature > 0 {
                    let x = UnsafeBufferPointer(rebasing: rows[row * columns..<(row + 1) * columns])
                    Self.add(x, times: curvature * Self.dot(x, vector), to: image)
                }
            }
        }
        return image
    }

    /// Four sums at a time: one would wait for each addition before it.
    @inline(__always)
    private static func dot(_ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>) -> Double {
        var sums = SIMD4<Double>.zero
        var at = 0
        while at &+ 4 <= a.count {
            sums += SIMD4(a[at], a[at &+ 1], a[at &+ 2], a[at &+ 3]) * SIMD4(b[at], b[at &+ 1], b[at &+ 2], b[at &+ 3])
            at &+= 4
        }
        var sum = (sums.x + sums.z) + (sums.y + sums.w)
        while at < a.count {
            sum += a[at] * b[at]
            at &+= 1
        }
        return sum
    }

    @inline(__always)
    private static func add(
        _ x: UnsafeBufferPointer<Double>, times factor: Double, to sum: UnsafeMutableBufferPointer<Double>
    ) {
        for i in x.indices { sum[i] += factor * x[i] }
    }
}
