import Foundation
import ParallelWork

/// How the first-stage logits become p_test: second stage, then calibration, each fitted without the fold that it is
/// applied to, and each kept only if it lowers the out-of-fold loss; what is not calibrated is bounded.
package struct StageSelection: Sendable {
    /// Candidate with the least out-of-fold loss.
    package let best: Int
    /// Out-of-fold logit of each row by the candidate that is best *without* its fold: a first-stage score whose choice does
    /// not depend on the row. AUC, interval and p-value come from it.
    package let firstStageLogits: [Double]
    /// The second stage of each fold; nil if the best candidate alone had the lower loss.
    package let second: [SecondStage]?
    /// The monotone map of each fold's logits: the fitted calibration, or the identity between its outermost knots where that has the lower
    /// loss. Bounded either way: a linear logit runs on, and would let one odd text carry most of the weight.
    package let calibration: [MonotoneSpline]
    /// Whether it is the fitted one.
    package let keepsCalibration: Bool
    /// Out-of-fold logit of each row before calibration: examples are ranked by it.
    package let uncalibratedLogits: [Double]
    /// Out-of-fold logit of each row after calibration.
    package let calibratedLogits: [Double]
    /// Balanced out-of-fold loss of the best candidate, after the second stage, and after the fitted calibration, in nats.
    package let losses: (first: Double, second: Double, calibrated: Double)

    /// The surface view's models, whether they take part or not.
    let surface: SurfaceModels?

    /// Balanced mass beyond the outermost knots at either end, of which that with the lower loss is taken: two domains need their tails
    /// averaged over more rows than a rare one has.
    static let margins = [0.02, 0.05]

    /// Shrinkage of the second stage towards the equal average, τ.
    static let shrinkage = 0.003

    /// - Parameters:
    ///   - candidates: First-stage logits, at least one candidate.
    ///   - data: The rows.
    ///   - chosen: The candidate whose first-stage logits each fold shows, as ``NestedChoice`` has it; nil for the one that is best on the
    ///     other folds.
    ///   - blanks: The rows that hold next to nothing; nil if none are told apart.
    package init(
        candidates: [Candidate], data: LabelledRows, chosen: [Int]? = nil, blanks: BlankRows? = nil, workers: WorkerPool
    ) {
        let best = candidates.indices.min { candidates[$0].loss < candidates[$1].loss } ?? 0
        let isTest = data.isTest
        let folds = data.folds.numbers
        let logits = candidates.map(\.logits)
        firstStageLogits = Self.firstStageLogits(candidates: candidates, data: data, chosen: chosen, workers: workers)
        let scales = logits.map(Self.standardDeviation)
        let stages = workers.map(data.folds.count) { fold in
            SecondStage.fit(
                logits: logits, scales: scales, isTest: isTest, use: { folds[$0] != fold }, shrinkage: Self.shrinkage)
        }
        let joined = isTest.indices.map { row in stages[folds[row]].callAsFunction { logits[$0][row] } }
        let joinedLoss = LogisticObjective.balancedLoss(logits: joined, isTest: isTest)
        let firstLoss = candidates[best].loss
        let keepsSecond = joinedLoss < firstLoss
        let raw = keepsSecond ? joined : logits[best]

        let knots = Self.margins.map { MonotoneSpline.balancedKnots(raw, isTest: isTest, margin: $0) }
        func mapped(_ maps: [MonotoneSpline]) -> (maps: [MonotoneSpline], logits: [Double], loss: Double) {
            let logits = isTest.indices.map { maps[folds[$0]](raw[$0]) }
            return (maps, logits, LogisticObjective.balancedLoss(logits: logits, isTest: isTest))
        }
        let fits = knots.map { knots in
            mapped(
                workers.map(data.folds.count) { fold in
                    MonotoneSpline.fit(scores: raw, isTest: isTest, use: { folds[$0] != fold }, knots: knots)
                })
        }
        let fitted = fits.dropFirst().reduce(fits[0]) { $1.loss < $0.loss ? $1 : $0 }
        let bounded = mapped([MonotoneSpline](repeating: .identity(within: knots[0]), count: data.folds.count))
        keepsCalibration = fitted.loss < bounded.loss
        let final = keepsCalibration ? fitted : bounded

        self.best = best
        surface = candidates.last?.surface
        second = keepsSecond ? stages : nil
        calibration = final.maps
        losses = (firstLoss, joinedLoss, fitted.loss)
        uncalibratedLogits = raw
        calibratedLogits = blanks?.held(final.logits, folds: data.folds) ?? final.logits
    }

    /// ``firstStageLogits``, if nothing else is needed.
    package static func firstStageLogits(
        candidates: [Candidate], data: LabelledRows, chosen: [Int]? = nil, workers: WorkerPool
    ) -> [Double] {
        let chosen = chosen ?? bestOnOtherFolds(candidates, data, workers)
        return data.isTest.indices.map { candidates[chosen[Int(data.folds.ofRow[$0])]].logits[$0] }
    }

    /// The weight of the surface view in each fold's model; it is the candidate after `candidates` sparse ones.
    func surfaceShare(candidates: Int, folds: Int) -> [Double] {
        (0..<folds).map { fold in
            guard let second else { return best == candidates ? 1 : 0 }
            return candidates < second[fold].weights.count ? second[fold].weights[candidates] : 0
        }
    }

    /// For each fold, the candidate with the least balanced loss over the rows of all other folds.
    ///
    /// The models that scored those rows have seen the fold, so the choice knows a little of it: without a shift the AUC is high by a
    /// sixth of its standard error (0.522 with 20 rows a side). Where that matters, ``NestedChoice`` chooses.
    private static func bestOnOtherFolds(
        _ candidates: [Candidate], _ data: LabelledRows, _ workers: WorkerPool
    ) -> [Int] {
        var sizes = [(train: Int, test: Int)](repeating: (0, 0), count: data.folds.count)
        for (row, fold) in data.folds.ofRow.enumerated() {
            if data.isTest[row] { sizes[Int(fold)].test += 1 } else { sizes[Int(fold)].train += 1 }
        }
        let losses = workers.map(candidates.count) { number in
            let candidate = candidates[number]
            var sums = [(train: Double, test: Double)](repeating: (0, 0), count: data.folds.count)
            for (row, fold) in data.folds.ofRow.enumerated() {
                let z = candidate.logits[row]
                if data.isTest[row] {
                    sums[Int(fold)].test += LogisticObjective.loss(margin: z)
                } else {
                    sums[Int(fold)].train += LogisticObjective.loss(margin: -z)
                }
            }
            return sums
        }
        return (0..<data.folds.count).map { held in
            let others = (0..<data.folds.count).filter { $0 != held }
            let trainRows = Double(max(others.reduce(0) { $0 + sizes[$1].train }, 1))
            let testRows = Double(max(others.reduce(0) { $0 + sizes[$1].test }, 1))
            func loss(_ candidate: Int) -> Double {
                others.reduce(0) { $0 + losses[candidate][$1].train / trainRows + losses[candidate][$1].test / testRows }
            }
            return candidates.indices.min { loss($0) < loss($1) } ?? 0
        }
    }

    private static func standardDeviation(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    }
}
