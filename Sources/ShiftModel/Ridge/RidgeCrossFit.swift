import ParallelWork
import SparseFeatures

/// Weighted ridge regressions of several targets, cross-fitted, at several penalties at once.
///
/// For each target y and each fold held out, over the rows i of the other folds,
///
///     minimise over β, b   Σᵢ wᵢ (yᵢ - b - xᵢᵀβ)² + λ‖β‖² ,   Σᵢ wᵢ = number of rows.
///
/// The intercept is free. In the dual, with Z = √W (X - 1x̄ᵀ) and x̄, ȳ the weighted means, this is
/// (ZZᵀ + λI) α = √W (y - ȳ), β = Zᵀα; the multi-shift conjugate gradient method (Frommer and Maass 1999, "Fast CG-based
/// methods for Tikhonov–Phillips regularization", section 3) solves it for all λ at the cost of the smallest: two passes over
/// the rows per iteration. Eight pairs of target and fold are lanes of one pass.
///
/// The result depends on the rows, not on threads. Memory: two tables of features × 8 and (2 + 2 penalties) × rows × 8 floats
/// per thread.
package struct RidgeCrossFit: Sendable {
    /// What was fitted to one target.
    package struct Fit: Sendable {
        /// For each penalty, the prediction for each row, from the fold that held it out.
        package var heldOut: [[Float]]
        /// For each penalty, the mean prediction over the rows to predict: the mean of the folds' models.
        package var predictedMeans: [Double]
        /// The prediction without features, the weighted mean of the other folds, by row.
        package var constant: [Float]
        /// Mean of ``constant`` over the folds: the prediction without features for the rows to predict.
        package var constantMean: Double
    }

    /// One for each target.
    package let fits: [Fit]

    /// - Parameters:
    ///   - features: Of all rows.
    ///   - rows: The rows of `features` to fit on.
    ///   - weights: One for each of `rows`, not negative; on any scale.
    ///   - folds: For each of `rows`, `0..<foldCount`; every fold leaves rows with weight.
    ///   - targets: For each target one value for each of `rows`.
    ///   - penalties: λ, above 0, ascending.
    ///   - predicted: The rows of `features` whose mean prediction is wanted; not empty.
    package init(
        features: RidgeFeatures, rows: [Int], weights: [Double], folds: [Int], foldCount: Int, targets: [[Double]],
        penalties: [Double], predicted: [Int], workers: WorkerPool
    ) {
        let lanes = targets.indices.flatMap { target in (0..<foldCount).map { RidgeProblem.Lane(target: target, fold: $0) } }
        let starts = Array(stride(from: 0, to: lanes.count, by: 8))
        let problem = RidgeProblem(
            features: features, rows: rows, weights: weights, folds: folds, predicted: predicted)
        let solved = workers.map(starts.count) { item in
            problem.solve(Array(lanes[starts[item]..<min(starts[item] + 8, lanes.count)]), targets, penalties)
        }
        var fits = targets.map { _ in
            Fit(
                heldOut: penalties.map { _ in [Float](repeating: 0, count: rows.count) },
                predictedMeans: penalties.map { _ in 0 }, constant: [Float](repeating: 0, count: rows.count),
                constantMean: 0)
        }
        for (number, lane) in lanes.enumerated() {
            let (group, own) = (solved[number / 8], number % 8)
            fits[lane.target].constantMean += Double(group.means[own]) / Double(foldCount)
            for (position, fold) in folds.enumerated() where fold == lane.fold {
                fits[lane.target].constant[position] = group.means[own]
            }
            for penalty in penalties.indices {
                fits[lane.target].predictedMeans[penalty] += Double(group.predictedMeans[penalty][own]) / Double(foldCount)
                for (position, fold) in folds.enumerated() where fold == lane.fold {
                    fits[lane.target].heldOut[penalty][position] = group.predictions[penalty][position][own]
                }
            }
        }
        self.fits = fits
    }
}
