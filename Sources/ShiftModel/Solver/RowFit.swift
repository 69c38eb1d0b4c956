/// What up to eight models come to at their rows: the best intercept for their coefficients, the loss, and the pull of each row on them.
struct RowFit<Scalar: LaneScalar> {
    typealias Lanes = SIMD8<Scalar>

    /// xᵢ·β.
    let dots: [Lanes]
    /// argmin over b of F(β, b).
    let intercept: Lanes
    /// ∂ loss / ∂ zᵢ.
    let pulls: [Lanes]
    /// ``LogisticObjective`` without the penalty.
    private let loss: SIMD8<Double>
    private let interceptGradient: SIMD8<Double>

    init(_ dots: [Lanes], _ lanes: LaneConstants<Scalar>, isTest: [Bool], folds: [UInt8]) {
        self.dots = dots
        intercept = Self.bestIntercept(dots, lanes, isTest: isTest, folds: folds)
        var losses = SideLosses(folds: lanes.masks.count, terms: MemoryLayout<Scalar>.size == 4 ? 8 : 1)
        var interceptGradient = SIMD8<Double>.zero
        var pulls: [Lanes] = []
        pulls.reserveCapacity(dots.count)
        for (row, test) in isTest.enumerated() {
            let sign: Scalar = test ? 1 : -1
            let z: Lanes = intercept + dots[row]
            let pull: Lanes = lanes.weight(isTest: test, fold: folds[row]) * Scalar.sigmoid(z * -sign) * -sign
            pulls.append(pull)
            losses.add(SIMD8<Double>(Scalar.sigmoid(z * sign)), fold: Int(folds[row]), isTest: test)
            interceptGradient += SIMD8<Double>(pull)
        }
        self.pulls = pulls
        self.interceptGradient = interceptGradient
        loss = losses.total { fold, isTest in SIMD8<Double>(lanes.weight(isTest: isTest, fold: UInt8(fold))) }
    }

    /// - Parameters:
    ///   - squaredNorms: ‖β‖².
    ///   - squaredGradients: ‖∂F/∂β‖².
    func certificates(
        _ specs: [ModelSpec], squaredNorms: SIMD8<Double>, squaredGradients: SIMD8<Double>, epochs: Int, converged: Bool
    ) -> [FitCertificate] {
        let squares = squaredGradients + interceptGradient * interceptGradient
        return specs.indices.map { lane in
            FitCertificate(
                epochs: epochs, gradientNorm: squares[lane].squareRoot(),
                objective: loss[lane] + 0.5 * specs[lane].lambda * squaredNorms[lane], converged: converged)
        }
    }

    /// argmin over b of F(β, b), lane by lane, by Newton's method.
    private static func bestIntercept(
        _ dots: [Lanes], _ lanes: LaneConstants<Scalar>, isTest: [Bool], folds: [UInt8]
    ) -> Lanes {
        var intercept = Lanes.zero
        for _ in 0..<20 {
            var slope = Lanes.zero
            var curvature = Lanes.zero
            for (row, test) in isTest.enumerated() {
                let sign: Scalar = test ? 1 : -1
                let c = lanes.weight(isTest: test, fold: folds[row])
                let z: Lanes = intercept + dots[row]
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
