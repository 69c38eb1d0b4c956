import SparseFeatures

/// Fits up to eight discriminators at once by stochastic dual coordinate ascent
/// (Shalev-Shwartz & Zhang 2013; Yu, Huang & Lin 2011).
///
/// The dual of ``LogisticObjective`` has one variable aᵢ ∈ [0, 1] per row and model, with β = (1/λ) Σᵢ cᵢ sᵢ aᵢ xᵢ and, at the
/// optimum, aᵢ = σ(-sᵢ zᵢ). A step takes one row and solves its variable in each lane, which costs one gather and one
/// scatter of its features for all models together.
///
/// The free intercept is the multiplier of the dual's constraint h = Σ cᵢ sᵢ aᵢ = 0, and found by the method of multipliers
/// (Hestenes 1969; Rockafellar 1976): all rows see b + ρh with the current h, and after an epoch b grows by ρh. A step of b
/// alone between epochs oscillates for ever if the penalty is weak and one side has most of the rows.
///
/// Rows are centred, x - x̄, which leaves the optimum as it is and decouples the intercept from the coefficients. Centring does
/// not destroy sparsity: with γ = Σ δ xᵢ and κ = Σ δ over all steps δ, β = γ - κx̄, so that four numbers per row (x·x̄, ‖x‖²,
/// κ, x̄·γ) represent the dense part. h = λκ, so at the optimum κ = 0.
///
/// Rows that follow each other and share a segment (questions to one context) share its gather and its scatter: after a
/// step of δ the segment's dot product grows by δ‖x‖², so nothing has to be read again. This is exact because the slots of
/// a row have no feature in common.
///
/// Of few rows with many features the same steps are made from the dot products of all pairs of rows (``GramMatrix``), and γ once at the end.
///
/// Depends on the order of the rows and on nothing else: not on threads, not on the width of vectors.
struct Solver<Scalar: LaneScalar> {
    typealias Lanes = SIMD8<Scalar>

    let matrix: SparseMatrix
    /// Visited in their order, which should be random but depend only on the records.
    let rows: SegmentRows
    let isTest: [Bool]
    let folds: [UInt8]
    let products: RowProducts<Scalar>

    /// The most slots of a row that are fetched together.
    private static var mostSlotsAhead: Int { 8 }

    /// Fits up to eight models.
    /// - Parameter keepsModels: Where only the rows' logits are wanted and the products of the rows are there, coefficients are not made.
    func fit(_ specs: [ModelSpec], until rule: StoppingRule, keepsModels: Bool = true) -> LaneFit<Scalar> {
        precondition(specs.count <= 8, "eight lanes")
        let lanes = LaneConstants<Scalar>(specs, isTest: isTest, folds: folds)
        switch products {
        case .ofEntries(let mean):
            let (table, end) = ascend(mean, lanes, until: rule)
            return certify(specs, lanes, table, end)
        case .ofPairs(let gram):
            let (steps, end) = ascend(gram, lanes, until: rule)
            return keepsModels
                ? certify(specs, lanes, table(of: steps), end) : certify(specs, lanes, steps, gram, end)
        }
    }

    /// β by the entries of the rows.
    private func ascend(
        _ mean: MeanRow, _ lanes: LaneConstants<Scalar>, until rule: StoppingRule
    ) -> (LaneTable<Scalar>, DualAscent<Scalar>.End) {
        let table = LaneTable<Scalar>(count: matrix.featureCount)
        let gamma = table.lanes
        var ascent = DualAscent(lanes, isTest: isTest, folds: folds, meanSquare: Scalar(mean.square))
        let end = SparseLanes.over(matrix) { kernel in
            ascent.climb(until: rule) { epoch(kernel, mean, gamma, &$0) }
        }
        for feature in 0..<table.count { gamma[feature] -= ascent.kappa * Scalar(mean.values[feature]) }
        return (table, end)
    }

    /// One pass over the rows, by their entries.
    private func epoch(
        _ kernel: SparseLanes, _ mean: MeanRow, _ gamma: UnsafeMutablePointer<Lanes>,
        _ ascent: inout DualAscent<Scalar>
    ) {
        let slots = rows.slots
        var open = [SlotState](repeating: SlotState(), count: slots)
        // Of many fields a whole row would push itself out of the cache: then slot by slot.
        let isWide = slots > Self.mostSlotsAhead
        open.withUnsafeMutableBufferPointer { open in
            rows.segments.withUnsafeBufferPointer { segments in
                for row in 0..<ascent.count {
                    var dot = Lanes.zero
                    var along: Scalar = 0
                    var square: Scalar = 0
                    for slot in 0..<slots {
                        let segment = Int(segments[row &* slots &+ slot])
                        if open[slot].segment != segment {
                            if open[slot].segment >= 0 {
                                kernel.add(open[slot].segment, times: open[slot].pending, to: gamma)
                            }
                            if isWide, slot &+ 1 < slots {
                                kernel.prefetch(Int(segments[row &* slots &+ slot &+ 1]), of: gamma)
                            }
                            open[slot] = SlotState(
                                segment: segment, dot: kernel.dot(segment, gamma),
                                square: kernel.inverseNorms[segment] > 0 ? 1 : 0,
                                along: Scalar(mean.dots[segment]))
                        }
                        dot += open[slot].dot
                        along += open[slot].along
                        square += open[slot].square
                    }
                    // The next row's coefficients are fetched while this row's step is computed.
                    if row &+ 1 < ascent.count, !isWide {
                        for slot in 0..<slots {
                            let segment = Int(segments[(row &+ 1) &* slots &+ slot])
                            if open[slot].segment != segment { kernel.prefetch(segment, of: gamma) }
                        }
                    }
                    let step = ascent.step(row, dot: dot, along: along, square: square)
                    for slot in 0..<slots {
                        open[slot].pending += step
                        open[slot].dot += step * open[slot].square
                    }
                }
                for slot in open where slot.segment >= 0 {
                    kernel.add(slot.segment, times: slot.pending, to: gamma)
                }
            }
        }
    }

    /// A slot's current segment: its dot product so far, and the step still to be applied to its coefficients.
    private struct SlotState {
        var segment = -1
        var dot = Lanes.zero
        var pending = Lanes.zero
        /// ‖x‖² and x·x̄ of the segment.
        var square: Scalar = 0
        var along: Scalar = 0
    }

    /// Every row's logit, the exact intercept for the coefficients, the objective, and the exact gradient.
    private func certify(
        _ specs: [ModelSpec], _ lanes: LaneConstants<Scalar>, _ table: LaneTable<Scalar>, _ end: DualAscent<Scalar>.End
    ) -> LaneFit<Scalar> {
        let beta = table.lanes
        let gradient = LaneTable<Scalar>(count: matrix.featureCount)
        var dots = [Lanes](repeating: .zero, count: matrix.segmentCount)
        let found = SparseLanes.over(matrix) { kernel in
            for segment in dots.indices {
                if segment + 1 < dots.count { kernel.prefetch(segment + 1, of: beta) }
                dots[segment] = kernel.dot(segment, beta)
            }
            let found = RowFit(
                (0..<rows.count).map { row in (0..<rows.slots).reduce(Lanes.zero) { $0 + dots[rows[row, $1]] } }, lanes,
                isTest: isTest, folds: folds)
            add(found.pulls, to: gradient.lanes, kernel)
            return found
        }
        var squaredNorms = SIMD8<Double>.zero
        var squaredGradients = SIMD8<Double>.zero
        for feature in 0..<table.count {
            let coefficient = SIMD8<Double>(beta[feature])
            let slope = SIMD8<Double>(gradient.lanes[feature]) + coefficient * lanes.lambda
            squaredNorms += coefficient * coefficient
            squaredGradients += slope * slope
        }
        return LaneFit(
            specs: specs, coefficients: table, intercepts: found.intercept,
            certificates: found.certificates(
                specs, squaredNorms: squaredNorms, squaredGradients: squaredGradients, epochs: end.epochs,
                converged: end.converged), rowLogits: found.dots, segmentLogits: dots)
    }

    /// table += Σᵢ stepsᵢ xᵢ over the rows.
    func add(_ steps: [Lanes], to table: UnsafeMutablePointer<Lanes>, _ kernel: SparseLanes) {
        var sums = [Lanes](repeating: .zero, count: matrix.segmentCount)
        for row in 0..<rows.count { for slot in 0..<rows.slots { sums[rows[row, slot]] += steps[row] } }
        for segment in sums.indices {
            if segment + 1 < sums.count { kernel.prefetch(segment + 1, of: table) }
            kernel.add(segment, times: sums[segment], to: table)
        }
    }
}
