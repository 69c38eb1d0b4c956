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

    /// cᵢ of a row, by lane; 0 where its fold is held out.
    @inline(__always)
    func weight(isTest: Bool, fold: UInt8) -> SIMD8<Scalar> { (isTest ? testWeight : trainWeight) * masks[Int(fold)] }
}
