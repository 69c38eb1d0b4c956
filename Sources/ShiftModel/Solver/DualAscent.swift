/// The dual variables of a ``Solver``'s models, and the step that solves one row's, whatever its dot products come from.
struct DualAscent<Scalar: LaneScalar> {
    typealias Lanes = SIMD8<Scalar>

    /// Σ cᵢ·|σ(-sᵢzᵢ) - aᵢ| of the epoch (an upper bound of each, measured as each row is met).
    private var residual = Lanes.zero
    /// κ = Σ δ.
    private(set) var kappa = Lanes.zero
    /// aᵢ.
    private var duals: [Lanes]
    /// b, the intercept of the centred rows without ρh.
    private var intercept = Lanes.zero
    /// x̄ · γ.
    private var meanDot = Lanes.zero

    private let lanes: LaneConstants<Scalar>
    private let isTest: [Bool]
    private let folds: [UInt8]
    /// ‖x̄‖².
    private let meanSquare: Scalar
    private let lambda: Lanes

    /// ρ. From 8 to 256 the epochs hardly differ.
    private static var multiplierStep: Scalar { 32 }
    /// Newton steps on each row's one-dimensional problem.
    private static var newtonSteps: Int { MemoryLayout<Scalar>.size == 4 ? 3 : 8 }

    init(_ lanes: LaneConstants<Scalar>, isTest: [Bool], folds: [UInt8], meanSquare: Scalar) {
        (self.lanes, self.isTest, self.folds, self.meanSquare) = (lanes, isTest, folds, meanSquare)
        lambda = Lanes(lanes.lambda)
        duals = [Lanes](repeating: .zero, count: isTest.count)
    }

    /// Number of rows.
    var count: Int { duals.count }

    /// How an ascent ended.
    struct End {
        var epochs: Int
        var converged: Bool
    }

    /// Repeats passes over the rows, each followed by a step of the multiplier, until the sum of ``residual`` and of the intercept's gradient
    /// is small.
    mutating func climb(until rule: StoppingRule, _ epoch: (inout DualAscent) -> Void) -> End {
        var end = End(epochs: 0, converged: false)
        while end.epochs < rule.maximumEpochs && !end.converged {
            residual = .zero
            epoch(&self)
            let slope = kappa * lambda  // h: minus the intercept's gradient
            intercept += slope * Self.multiplierStep
            end.epochs += 1
            end.converged = Double((residual + Scalar.magnitude(slope)).max()) <= rule.tolerance
        }
        return end
    }

    /// Solves the row's dual variable and returns δ, by which γ grows along the row.
    ///
    /// - Parameters:
    ///   - dot: x · γ.
    ///   - along: x · x̄.
    ///   - square: ‖x‖².
    @inline(__always)
    mutating func step(_ row: Int, dot: Lanes, along: Scalar, square: Scalar) -> Lanes {
        let test = isTest[row]
        let sign: Scalar = test ? 1 : -1
        let c = lanes.weight(isTest: test, fold: folds[row])
        let pull: Lanes = lambda * Self.multiplierStep
        let z: Lanes = intercept + pull * kappa - meanDot + dot + kappa * (meanSquare - along)
        let squares: Scalar = meanSquare + square - 2 * along
        let m = z * sign
        let a = duals[row]
        let q = c * (lanes.inverseLambda * squares + Self.multiplierStep)
        // Solve t + m + q(σ(t) - a) = 0 for t = logit of the new a, from the linearised σ.
        let bound: Lanes = q * 0.25 + 1
        var t: Lanes = (q * (a - 0.5) - m) / bound
        for _ in 0..<Self.newtonSteps {
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
        return step
    }
}
