import SparseFeatures

/// The rows of a ridge regression, and the conjugate gradient method on them for eight right-hand sides at a time.
struct RidgeProblem: Sendable {
    typealias Lanes = SIMD8<Float>

    private let features: RidgeFeatures
    private let rows: [Int]
    /// √wᵢ, mean of w 1 over the rows.
    private let roots: [Float]
    private let folds: [Int]
    /// The segments of the rows, ascending, and for each of the rows' slots the place of its segment among them.
    private let segments: [Int]
    private let places: [Int32]
    /// The mean row of those to predict: features of each matrix, then surface columns.
    private let predictedMean: [Float]

    /// A fit stops once every lane's residual, in the norm of its right side, is below this.
    static let tolerance = 1e-3
    static let maximumIterations = 100

    /// One target without one fold.
    struct Lane: Sendable {
        var target: Int
        var fold: Int
    }

    /// What eight lanes came to; a lane's own is in its place.
    struct Solution: Sendable {
        /// ȳ of the rows that are not held out.
        var means: Lanes
        /// By penalty, then row of the problem.
        var predictions: [[Lanes]]
        /// By penalty.
        var predictedMeans: [Lanes]
    }

    init(features: RidgeFeatures, rows: [Int], weights: [Double], folds: [Int], predicted: [Int]) {
        self.features = features
        self.rows = rows
        self.folds = folds
        let mean = weights.reduce(0, +) / Double(max(weights.count, 1))
        roots = weights.map { mean > 0 ? Float(($0 / mean).squareRoot()) : 0 }
        let slots = features.rows.slots
        var used = [Bool](repeating: false, count: features.matrices.first?.segmentCount ?? 0)
        if !used.isEmpty { for row in rows { for slot in 0..<slots { used[features.rows[row, slot]] = true } } }
        segments = used.indices.filter { used[$0] }
        var numbers = [Int32](repeating: 0, count: used.count)
        for (place, segment) in segments.enumerated() { numbers[segment] = Int32(place) }
        places = used.isEmpty ? [] : rows.flatMap { row in (0..<slots).map { numbers[features.rows[row, $0]] } }
        predictedMean = Self.mean(features, predicted)
    }

    private static func mean(_ features: RidgeFeatures, _ rows: [Int]) -> [Float] {
        let share = 1 / Float(max(rows.count, 1))
        var mean: [Float] = []
        for matrix in features.matrices {
            var shares = [Float](repeating: 0, count: matrix.segmentCount)
            for row in rows { for slot in 0..<features.rows.slots { shares[features.rows[row, slot]] += share } }
            var values = [Float](repeating: 0, count: matrix.featureCount)
            for segment in shares.indices where shares[segment] > 0 {
                for (feature, value) in matrix.row(segment) {
                    values[feature] += value * shares[segment] * RidgeFeatures.sparseScale
                }
            }
            mean += values
        }
        for column in 0..<features.width {
            mean.append(rows.reduce(Float(0)) { $0 + features.surface[$1 * features.width + column] * share })
        }
        return mean
    }

    /// Solves up to eight lanes at all penalties.
    func solve(_ lanes: [Lane], _ targets: [[Double]], _ penalties: [Double]) -> Solution {
        var weights = [Lanes](repeating: .zero, count: rows.count)
        for (number, lane) in lanes.enumerated() {
            for position in rows.indices where folds[position] != lane.fold { weights[position][number] = roots[position] }
        }
        var right = [Lanes](repeating: .zero, count: rows.count)
        var totals = SIMD8<Double>.zero
        var sums = SIMD8<Double>.zero
        for (number, lane) in lanes.enumerated() {
            for position in rows.indices {
                let weight = Double(weights[position][number]) * Double(weights[position][number])
                totals[number] += weight
                sums[number] += weight * targets[lane.target][position]
            }
        }
        totals.replace(with: 1, where: totals .<= 0)
        let means = sums / totals
        for (number, lane) in lanes.enumerated() {
            for position in rows.indices {
                right[position][number] = weights[position][number] * Float(targets[lane.target][position] - means[number])
            }
        }
        let table = LaneTable<Float>(count: features.columnCount)
        let centre = LaneTable<Float>(count: features.columnCount)
        // x̄ = Σ w x / Σ w: computed like Zᵀ, before anything is centred.
        gather(weights.map { $0 * $0 }, into: centre)
        let inverse = Lanes(1 / totals)
        for column in 0..<centre.count { centre.lanes[column] *= inverse }

        let duals = conjugateGradients(right, weights, table, centre, penalties)
        var solution = Solution(means: Lanes(means), predictions: [], predictedMeans: [])
        for dual in duals {
            transposed(dual, weights, table, centre)
            var offset = Lanes.zero
            var predicted = Lanes.zero
            for column in 0..<table.count {
                offset += table.lanes[column] * centre.lanes[column]
                predicted += table.lanes[column] * predictedMean[column]
            }
            let base = solution.means - offset
            solution.predictions.append(products(table).map { $0 + base })
            solution.predictedMeans.append(predicted + base)
        }
        return solution
    }

    /// α of (ZZᵀ + λI) α = right for each λ.
    ///
    /// The residuals of all λ are multiples ζ of the first one's, so that one search direction serves all of them.
    private func conjugateGradients(
        _ right: [Lanes], _ weights: [Lanes], _ table: LaneTable<Float>, _ centre: LaneTable<Float>, _ penalties: [Double]
    ) -> [[Lanes]] {
        typealias Exact = SIMD8<Double>
        let base = penalties[0]
        var residual = right
        var direction = right
        var solutions = penalties.map { _ in [Lanes](repeating: .zero, count: right.count) }
        var directions = penalties.map { _ in right }
        var zeta = [Exact](repeating: .one, count: penalties.count)
        var before = zeta
        var (stepBefore, ratioBefore) = (Exact.one, Exact.zero)
        var square = Self.square(residual)
        let enough = square * (Self.tolerance * Self.tolerance)
        for _ in 0..<Self.maximumIterations {
            if all(square .<= enough) { break }
            transposed(direction, weights, table, centre)
            var image = applied(weights, table, centre)
            for position in image.indices { image[position] += direction[position] * Float(base) }
            var step = square / Self.product(direction, image)
            step.replace(with: 0, where: square .<= enough)
            for (number, penalty) in penalties.enumerated() {
                let shift = Exact(repeating: penalty - base)
                let (now, last) = (zeta[number], before[number])
                let below = step * ratioBefore * (last - now) + last * stepBefore * (1 + shift * step)
                var next = now * last * stepBefore / below
                // A lane that has converged, or a penalty whose residual has vanished, stays as it is.
                let stays = step .== 0 .| now .< 1e-60
                next.replace(with: now, where: stays)
                var own = step * (next / now)
                own.replace(with: 0, where: stays)
                let scaled = Lanes(own)
                for position in direction.indices { solutions[number][position] += directions[number][position] * scaled }
                before[number] = now
                zeta[number] = next
            }
            let stepped = Lanes(step)
            for position in residual.indices { residual[position] -= image[position] * stepped }
            let after = Self.square(residual)
            var ratio = after / square
            ratio.replace(with: 0, where: step .== 0)
            for position in direction.indices {
                direction[position] = residual[position] + direction[position] * Lanes(ratio)
            }
            for number in penalties.indices {
                let quotient = zeta[number] / before[number]
                let (own, factor) = (Lanes(ratio * quotient * quotient), Lanes(zeta[number]))
                for position in direction.indices {
                    directions[number][position] = residual[position] * factor + directions[number][position] * own
                }
            }
            square = after
            stepBefore = step
            stepBefore.replace(with: 1, where: step .== 0)
            ratioBefore = ratio
        }
        return solutions
    }

    private static func square(_ vector: [Lanes]) -> SIMD8<Double> { product(vector, vector) }

    private static func product(_ a: [Lanes], _ b: [Lanes]) -> SIMD8<Double> {
        var sum = SIMD8<Double>.zero
        for position in a.indices { sum += SIMD8<Double>(a[position]) * SIMD8<Double>(b[position]) }
        return sum
    }

    /// table = Zᵀ vector = (X - 1x̄ᵀ)ᵀ √W vector.
    private func transposed(
        _ vector: [Lanes], _ weights: [Lanes], _ table: LaneTable<Float>, _ centre: LaneTable<Float>
    ) {
        var sum = SIMD8<Double>.zero
        var weighted = vector
        for position in vector.indices {
            weighted[position] *= weights[position]
            sum += SIMD8<Double>(weighted[position])
        }
        gather(weighted, into: table)
        let mass = Lanes(sum)
        for column in 0..<table.count { table.lanes[column] -= centre.lanes[column] * mass }
    }

    /// Z table = √W (X - 1x̄ᵀ) table, by row.
    private func applied(_ weights: [Lanes], _ table: LaneTable<Float>, _ centre: LaneTable<Float>) -> [Lanes] {
        var offset = Lanes.zero
        for column in 0..<table.count { offset += table.lanes[column] * centre.lanes[column] }
        var result = products(table)
        for position in result.indices { result[position] = (result[position] - offset) * weights[position] }
        return result
    }

    /// table = Xᵀ vector.
    private func gather(_ vector: [Lanes], into table: LaneTable<Float>) {
        table.lanes.update(repeating: .zero, count: table.count)
        var sums = [Lanes](repeating: .zero, count: segments.count)
        let slots = features.rows.slots
        if !segments.isEmpty {
            for position in rows.indices {
                let value = vector[position] * RidgeFeatures.sparseScale
                for slot in 0..<slots { sums[Int(places[position * slots + slot])] += value }
            }
        }
        var start = 0
        for matrix in features.matrices {
            SparseLanes.over(matrix) { kernel in
                for (place, segment) in segments.enumerated() {
                    kernel.add(segment, times: sums[place], to: table.lanes + start)
                }
            }
            start += matrix.featureCount
        }
        for (position, row) in rows.enumerated() {
            for column in 0..<features.width {
                table.lanes[start + column] += vector[position] * features.surface[row * features.width + column]
            }
        }
    }

    /// X table, by row.
    private func products(_ table: LaneTable<Float>) -> [Lanes] {
        var dots = [Lanes](repeating: .zero, count: segments.count)
        var start = 0
        for matrix in features.matrices {
            SparseLanes.over(matrix) { kernel in
                for (place, segment) in segments.enumerated() { dots[place] += kernel.dot(segment, table.lanes + start) }
            }
            start += matrix.featureCount
        }
        let slots = features.rows.slots
        return rows.indices.map { position in
            var sum = Lanes.zero
            if !segments.isEmpty {
                for slot in 0..<slots { sum += dots[Int(places[position * slots + slot])] }
                sum *= RidgeFeatures.sparseScale
            }
            let row = rows[position]
            for column in 0..<features.width {
                sum += table.lanes[start + column] * features.surface[row * features.width + column]
            }
            return sum
        }
    }
}
