import ElementaryFunctions
import Foundation
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
/// Depends on the order of the rows and on nothing else: not on threads, not on the width of vectors.
struct Solver<Scalar: LaneScalar> {
    typealias Lanes = SIMD8<Scalar>

    let matrix: SparseMatrix
    /// x̄, as ``MeanRow`` gives it for the same rows.
    let mean: MeanRow
    /// Visited in their order, which should be random but depend only on the records.
    let rows: SegmentRows
    let isTest: [Bool]
    let folds: [UInt8]

    /// The most slots of a row that are fetched together.
    private static var mostSlotsAhead: Int { 8 }
    /// ρ. From 8 to 256 the epochs hardly differ.
    private var multiplierStep: Scalar { 32 }
    /// Newton steps on each row's one-dimensional problem.
    private var newtonSteps: Int { MemoryLayout<Scalar>.size == 4 ? 3 : 8 }

    func fit(_ specs: [ModelSpec], until rule: StoppingRule) -> LaneFit<Scalar> {
        precondition(specs.count <= 8, "eight lanes")
        let lanes = LaneConstants<Scalar>(specs, isTest: isTest, folds: folds)
        let table = LaneTable<Scalar>(count: matrix.featureCount)
        let gamma = table.lanes
        var state = State(duals: [Lanes](repeating: .zero, count: rows.count))
        var epochs = 0
        var converged = false
        SparseLanes.over(matrix) { kernel in
            while epochs < rule.maximumEpochs && !converged {
                let residual = epoch(kernel, lanes, gamma, &state)
                epochs += 1
                converged = Double(residual.max()) <= rule.tolerance
            }
        }
        for feature in 0..<table.count { gamma[feature] -= state.kappa * Scalar(mean.values[feature]) }
        return certify(specs, lanes, table, epochs: epochs, converged: converged)
    }

    /// The state of the ascent, apart from the coefficient table.
    private struct State {
        var duals: [Lanes]
        /// b, the intercept of the centred rows without ρh.
        var intercept = Lanes.zero
        /// κ = Σ δ.
        var kappa = Lanes.zero
        /// x̄ · γ.
        var meanDot = Lanes.zero
    }

    /// One pass over the rows, then one step of the multiplier; returns the sum of cᵢ·|σ(-sᵢzᵢ) - aᵢ| (an upper bound
    /// of each, measured as each row is met) and of the intercept's gradient.
    private func epoch(
        _ kernel: SparseLanes, _ lanes: LaneConstants<Scalar>, _ gamma: UnsafeMutablePointer<Lanes>,
        _ state: inout State
    ) -> Lanes {
        let slots = rows.slots
        let steps = newtonSteps
        let meanSquare = Scalar(mean.square)
        let b = state.intercept
        let lambda = SIMD8<Scalar>(lanes.lambda)
        let pull: Lanes = lambda * multiplierStep
        var kappa = state.kappa
        var meanDot = state.meanDot
        var residual = Lanes.zero
        var open = [SlotState](repeating: SlotState(), count: slots)
        // Of many fields a whole row would push itself out of the cache: then slot by slot.
        let isWide = slots > Self.mostSlotsAhead
        state.duals.withUnsafeMutableBufferPointer { duals in
            open.withUnsafeMutableBufferPointer { open in
                rows.segments.withUnsafeBufferPointer { segments in
                    for row in 0..<duals.count {
                        let test = isTest[row]
                        let sign: Scalar = test ? 1 : -1
                        let c = (test ? lanes.testWeight : lanes.trainWeight) * lanes.masks[Int(folds[row])]
                        var z = b + pull * kappa - meanDot
                        var along: Scalar = 0
                        var squares = meanSquare
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
                            z += open[slot].dot
                            along += open[slot].along
                            squares += open[slot].square - 2 * open[slot].along
                        }
                        // The next row's coefficients are fetched while this row's step is computed.
                        if row &+ 1 < duals.count, !isWide {
                            for slot in 0..<slots {
                                let segment = Int(segments[(row &+ 1) &* slots &+ slot])
                                if open[slot].segment != segment { kernel.prefetch(segment, of: gamma) }
                            }
                        }
                        z += kappa * (meanSquare - along)
                        let m = z * sign
                        let a = duals[row]
                        let q = c * (lanes.inverseLambda * squares + multiplierStep)
                        // Solve t + m + q(σ(t) - a) = 0 for t = logit of the new a, from the linearised σ.
                        let bound: Lanes = q * 0.25 + 1
                        var t: Lanes = (q * (a - 0.5) - m) / bound
                        for _ in 0..<steps {
                            let s: Lanes = Scalar.sigmoid(t)
                            let value: Lanes = t + m + q * (s - a)
                            let slope: Lanes = q * s * (1 - s) + 1
                            t -= value / slope
                        }
                        let wanted: Lanes = Scalar.sigmoid(t)
                        // If c is 0 the row is held out: its dual moves, but c keeps that from affecting anything else.
                        let change: Lanes = wanted - a
                        duals[row] = a + change
                        residual += c * Scalar.magnitude(change) * bound
                        let step: Lanes = c * lanes.inverseLambda * change * sign
                        kappa += step
                        meanDot += step * along
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
        state.kappa = kappa
        state.meanDot = meanDot
        let slope = kappa * lambda  // h: minus the intercept's gradient
        state.intercept += slope * multiplierStep
        return residual + Scalar.magnitude(slope)
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
        _ specs: [ModelSpec], _ lanes: LaneConstants<Scalar>, _ table: LaneTable<Scalar>, epochs: Int, converged: Bool
    ) -> LaneFit<Scalar> {
        let slots = rows.slots
        let beta = table.lanes
        let gradient = LaneTable<Scalar>(count: matrix.featureCount)
        var losses = SideLosses(folds: lanes.masks.count, terms: MemoryLayout<Scalar>.size == 4 ? 8 : 1)
        var interceptGradient = SIMD8<Double>.zero
        var intercept = Lanes.zero
        var dots = [Lanes](repeating: .zero, count: matrix.segmentCount)
        SparseLanes.over(matrix) { kernel in
            for segment in dots.indices {
                if segment + 1 < dots.count { kernel.prefetch(segment + 1, of: beta) }
                dots[segment] = kernel.dot(segment, beta)
            }
            intercept = bestIntercept(lanes, dots)
            var pulls = [Lanes](repeating: .zero, count: matrix.segmentCount)
            for row in isTest.indices {
                let sign: Scalar = isTest[row] ? 1 : -1
                let c = (isTest[row] ? lanes.testWeight : lanes.trainWeight) * lanes.masks[Int(folds[row])]
                var z = intercept
                for slot in 0..<slots { z += dots[rows[row, slot]] }
                let pull: Lanes = c * Scalar.sigmoid(z * -sign) * -sign
                for slot in 0..<slots { pulls[rows[row, slot]] += pull }
                losses.add(SIMD8<Double>(Scalar.sigmoid(z * sign)), fold: Int(folds[row]), isTest: isTest[row])
                interceptGradient += SIMD8<Double>(pull)
            }
            for segment in pulls.indices {
                if segment + 1 < pulls.count { kernel.prefetch(segment + 1, of: gradient.lanes) }
                kernel.add(segment, times: pulls[segment], to: gradient.lanes)
            }
        }
        let loss = losses.total { fold, isTest in
            SIMD8<Double>((isTest ? lanes.testWeight : lanes.trainWeight) * lanes.masks[fold])
        }
        var squaredNorms = SIMD8<Double>.zero
        var squaredGradients = interceptGradient * interceptGradient
        for feature in 0..<table.count {
            let coefficient = SIMD8<Double>(beta[feature])
            let slope = SIMD8<Double>(gradient.lanes[feature]) + coefficient * lanes.lambda
            squaredNorms += coefficient * coefficient
            squaredGradients += slope * slope
        }
        let certificates = specs.indices.map { lane in
            FitCertificate(
                epochs: epochs, gradientNorm: squaredGradients[lane].squareRoot(),
                objective: loss[lane] + 0.5 * specs[lane].lambda * squaredNorms[lane], converged: converged)
        }
        return LaneFit(
            specs: specs, coefficients: table, intercepts: intercept, certificates: certificates, segmentLogits: dots)
    }

    /// argmin over b of F(β, b), lane by lane, by Newton's method on the rows' dot products.
    private func bestIntercept(_ lanes: LaneConstants<Scalar>, _ dots: [Lanes]) -> Lanes {
        var intercept = Lanes.zero
        for _ in 0..<20 {
            var slope = Lanes.zero
            var curvature = Lanes.zero
            for row in isTest.indices {
                let sign: Scalar = isTest[row] ? 1 : -1
                let c = (isTest[row] ? lanes.testWeight : lanes.trainWeight) * lanes.masks[Int(folds[row])]
                var z = intercept
                for slot in 0..<rows.slots { z += dots[rows[row, slot]] }
                let miss: Lanes = Scalar.sigmoid(z * -sign)
                slope += c * miss * sign
                curvature += c * miss * (1 - miss)
            }
            let step = slope / (curvature + Scalar.leastNormalMagnitude)
            let notBelow = step.replacing(with: -2, where: step .< -2)
            intercept += notBelow.replacing(with: 2, where: notBelow .> 2)
            if Scalar.magnitude(slope).max() < (MemoryLayout<Scalar>.size == 4 ? 1e-6 : 1e-13) { break }
        }
        return intercept
    }
}

/// Sums of -ln p in every lane over the rows of each fold and side, p the probability that a model gives to a row's own side.
/// Probabilities are multiplied, `terms` at a time, and the logarithm is taken of the product only.
private struct SideLosses {
    private var sums: [SIMD8<Double>]
    private var products: [SIMD8<Double>]
    private var counts: [Int]
    /// Few enough that their product does not underflow: probabilities in single precision are above 10⁻³⁸.
    private let terms: Int

    init(folds: Int, terms: Int) {
        self.terms = terms
        sums = [SIMD8<Double>](repeating: .zero, count: 2 * folds)
        products = [SIMD8<Double>](repeating: .one, count: 2 * folds)
        counts = [Int](repeating: 0, count: 2 * folds)
    }

    mutating func add(_ probabilities: SIMD8<Double>, fold: Int, isTest: Bool) {
        let part = 2 * fold + (isTest ? 1 : 0)
        products[part] *= probabilities
        counts[part] += 1
        if counts[part] == terms { flush(part) }
    }

    /// Σ weight · sum over folds and sides.
    mutating func total(_ weight: (_ fold: Int, _ isTest: Bool) -> SIMD8<Double>) -> SIMD8<Double> {
        var total = SIMD8<Double>.zero
        for part in sums.indices {
            flush(part)
            total += weight(part / 2, part % 2 == 1) * sums[part]
        }
        return total
    }

    private mutating func flush(_ part: Int) {
        for lane in 0..<8 { sums[part][lane] -= Double.log(max(products[part][lane], .leastNormalMagnitude)) }
        products[part] = .one
        counts[part] = 0
    }
}

/// Weights and penalties of one fit, by lane.
struct LaneConstants<Scalar: LaneScalar> {
    let lambda: SIMD8<Double>
    let inverseLambda: SIMD8<Scalar>
    /// ½ / (fitted rows of the side), by lane.
    let trainWeight: SIMD8<Scalar>
    let testWeight: SIMD8<Scalar>
    /// For each fold, 1 in the lanes that fit it and 0 in those that hold it out; lanes without a model are 0.
    let masks: [SIMD8<Scalar>]

    init(_ specs: [ModelSpec], isTest: [Bool], folds: [UInt8]) {
        let foldCount = Int(folds.max() ?? 0) + 1
        var sizes = [(train: Int, test: Int)](repeating: (0, 0), count: foldCount)
        for (test, fold) in zip(isTest, folds) {
            if test { sizes[Int(fold)].test += 1 } else { sizes[Int(fold)].train += 1 }
        }
        let all = sizes.reduce((train: 0, test: 0)) { ($0.train + $1.train, $0.test + $1.test) }
        var lambda = SIMD8<Double>(repeating: 1)
        var trainWeight = SIMD8<Scalar>.zero
        var testWeight = SIMD8<Scalar>.zero
        var masks = [SIMD8<Scalar>](repeating: .zero, count: foldCount)
        for (lane, spec) in specs.enumerated() {
            lambda[lane] = spec.lambda
            let left = spec.heldOutFold.flatMap { $0 < foldCount ? sizes[$0] : nil } ?? (train: 0, test: 0)
            trainWeight[lane] = 0.5 / Scalar(max(all.train - left.train, 1))
            testWeight[lane] = 0.5 / Scalar(max(all.test - left.test, 1))
            for fold in 0..<foldCount where fold != spec.heldOutFold { masks[fold][lane] = 1 }
        }
        self.lambda = lambda
        self.inverseLambda = SIMD8<Scalar>(1 / lambda)
        self.trainWeight = trainWeight
        self.testWeight = testWeight
        self.masks = masks
    }
}
