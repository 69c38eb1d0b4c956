import ImportanceWeights
import ParallelWork
import ShiftModel
import Statistics

/// Cross-fitted ridge regressions of a metric's values on the discriminator's features.
///
/// With m̂ the regression, w the weights and k(i) the fold of row i, the doubly robust estimate of the mean over the test
/// rows is (Robins, Rotnitzky and Zhao 1994; Chernozhukov et al. 2018 for the folds)
///
///     1/n_q Σ_{j in test} m̂(xⱼ) + Σᵢ wᵢ (yᵢ - m̂_{-k(i)}(xᵢ)) / Σᵢ wᵢ .
///
/// It is right if the weights or the regression are, and the part of the metric that the features explain adds no noise.
package struct OutcomeRegression: Sendable {
    /// Penalties tried, besides no regression at all; weights have mean 1 over the rows.
    package static let penalties: [Double] = [3, 10, 30, 100]
    /// Folds of cross-fitting.
    package static let foldCount = 5

    /// For one target: the predictions for its rows, out of fold, and for the test rows on average.
    package struct Prediction: Sendable {
        /// Out-of-fold prediction of each row, in the order of the rows that were fitted.
        package let ofRows: [Double]
        /// Mean prediction of the test rows: the first part of the doubly robust estimate.
        package let testMean: Double
        /// The penalty with the least weighted out-of-fold squared error; nil if no regression was better than the mean.
        package let penalty: Double?
        /// The share of the weighted variance that the regression explains out of fold, 0 ..< 1.
        package let explained: Double
    }

    /// One for each target.
    package let predictions: [Prediction]

    /// - Parameters:
    ///   - targets: For each target one value for each of `rows`.
    ///   - rows: Rows of `features`.
    ///   - weights: Of each row, as ``ScoredRows/weights``.
    ///   - groups: Of each row; a group is in one fold.
    ///   - groupKeys: The key of each group, which determines its fold.
    ///   - testRows: Rows of `features`; not empty.
    package init(
        of targets: [[Double]], features: RidgeFeatures, rows: [Int], weights: [Double], groups: [Int], groupKeys: [UInt64],
        testRows: [Int], seed: UInt64, workers: WorkerPool
    ) {
        let folds = Self.folds(groups: groups, weights: weights, keys: groupKeys, seed: seed)
        let fits = RidgeCrossFit(
            features: features, rows: rows, weights: weights, folds: folds, foldCount: Self.foldCount, targets: targets,
            penalties: Self.penalties, predicted: testRows, workers: workers
        ).fits
        predictions = zip(fits, targets).map { fit, target in
            func loss(_ predicted: [Float]) -> Double {
                var sum = 0.0
                for row in target.indices {
                    let error = target[row] - Double(predicted[row])
                    sum += weights[row] * error * error
                }
                return sum
            }
            let none = loss(fit.constant)
            let losses = fit.heldOut.map(loss)
            guard let best = losses.indices.min(by: { losses[$0] < losses[$1] }), losses[best] < none else {
                return Prediction(ofRows: fit.constant.map(Double.init), testMean: fit.constantMean, penalty: nil, explained: 0)
            }
            return Prediction(
                ofRows: fit.heldOut[best].map(Double.init), testMean: fit.predictedMeans[best],
                penalty: Self.penalties[best], explained: 1 - losses[best] / none)
        }
    }

    /// The fold of each row: groups in the order of their seeded hash, dealt to the folds in turn, those with weight first.
    static func folds(groups: [Int], weights: [Double], keys: [UInt64], seed: UInt64) -> [Int] {
        var mass = [Double](repeating: -1, count: keys.count)
        for (row, group) in groups.enumerated() { mass[group] = max(mass[group], 0) + weights[row] }
        let order = keys.indices.filter { mass[$0] >= 0 }
            .map {
                (
                    isIdle: mass[$0] == 0 ? 1 : 0,
                    place: SeededGenerator.bits(seed: seed, purpose: .regressionFold, key: keys[$0]), group: $0
                )
            }
            .sorted { $0 < $1 }
        var folds = [Int](repeating: 0, count: keys.count)
        for (place, entry) in order.enumerated() { folds[entry.group] = place % foldCount }
        return groups.map { folds[$0] }
    }
}

extension SeededGenerator.Purpose {
    /// Folds of the regression of a metric; the key is the group's.
    static let regressionFold = SeededGenerator.Purpose("regression-fold")
}
