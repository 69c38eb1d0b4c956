import SparseFeatures

// The ascent by the dot products of all pairs of rows. With n rows, β = Σᵢ (stepsᵢ - κ/n) xᵢ lies in their span, so that logits, norms and
// gradients follow from the products as well.
extension Solver {
    /// Σ δ of each row at the end.
    func ascend(
        _ gram: GramMatrix<Scalar>, _ lanes: LaneConstants<Scalar>, until rule: StoppingRule
    ) -> (steps: [Lanes], end: DualAscent<Scalar>.End) {
        var steps = [Lanes](repeating: .zero, count: rows.count)
        var ascent = DualAscent(lanes, isTest: isTest, folds: folds, meanSquare: gram.meanSquare)
        let end = steps.withUnsafeMutableBufferPointer { steps in
            ascent.climb(until: rule) { ascent in
                for row in 0..<steps.count {
                    steps[row] += ascent.step(
                        row, dot: gram.dot(row, UnsafeBufferPointer(steps)), along: gram.means[row], square: gram.square(row))
                }
            }
        }
        let share: Lanes = ascent.kappa / Scalar(max(rows.count, 1))
        return (steps.map { $0 - share }, end)
    }

    /// β = Σᵢ stepsᵢ xᵢ.
    func table(of steps: [Lanes]) -> LaneTable<Scalar> {
        let table = LaneTable<Scalar>(count: matrix.featureCount)
        SparseLanes.over(matrix) { add(steps, to: table.lanes, $0) }
        return table
    }

    /// What ``fit(_:until:keepsModels:)`` gives, without coefficients.
    func certify(
        _ specs: [ModelSpec], _ lanes: LaneConstants<Scalar>, _ steps: [Lanes], _ gram: GramMatrix<Scalar>,
        _ end: DualAscent<Scalar>.End
    ) -> LaneFit<Scalar> {
        let found = RowFit(gram.dots(steps), lanes, isTest: isTest, folds: folds)
        let lambda = Lanes(lanes.lambda)
        // The gradient is that of the objective's loss and of its penalty: Σᵢ (pullᵢ + λ stepsᵢ) xᵢ.
        let slopes = steps.indices.map { found.pulls[$0] + steps[$0] * lambda }
        let gradients = gram.dots(slopes)
        var squaredNorms = SIMD8<Double>.zero
        var squaredGradients = SIMD8<Double>.zero
        for row in steps.indices {
            squaredNorms += SIMD8<Double>(steps[row]) * SIMD8<Double>(found.dots[row])
            squaredGradients += SIMD8<Double>(slopes[row]) * SIMD8<Double>(gradients[row])
        }
        // Rounding may leave less than nothing of a gradient that vanishes.
        squaredGradients.replace(with: 0, where: squaredGradients .< 0)
        return LaneFit(
            specs: specs, coefficients: LaneTable(count: 0), intercepts: found.intercept,
            certificates: found.certificates(
                specs, squaredNorms: squaredNorms, squaredGradients: squaredGradients, epochs: end.epochs,
                converged: end.converged), rowLogits: found.dots, segmentLogits: [])
    }
}
