import Foundation
import ParallelWork
import ShiftModel
import SparseFeatures

/// A corpus pair with its cross-fitted discriminator.
struct FittedPair: Sendable {
    /// Strengths C of the fits on words and on n-grams; the null model stands at the end of the path.
    static let wordStrengths = [0.1, 0.3, 1]
    static let gramStrengths = [0.1, 0.3, 1]
    /// Bound on the gradient norm at which a fit stops, and most passes. A third of it changed the out-of-fold information
    /// of the best candidates on zh-shop by at most 0.002 nats.
    static let stoppingRule = StoppingRule(tolerance: 0.03, maximumEpochs: 30)

    let data: LabelledRows
    let views: FeatureViews
    let crossFit: CrossFit
    /// Sparse candidates, then the surface view.
    let candidates: [Candidate]
    let stages: StageSelection

    init(views: FeatureViews, data: LabelledRows, pool: WorkerPool) {
        self.views = views
        self.data = data
        (crossFit, candidates) = Self.firstStage(views, data, pool)
        stages = StageSelection(candidates: candidates, data: data, pool: pool)
    }

    /// All first-stage candidates; also what a permutation refits.
    static func firstStage(
        _ views: FeatureViews, _ data: LabelledRows, _ pool: WorkerPool
    ) -> (CrossFit, [Candidate]) {
        firstStage(
            [
                View(name: "words", matrix: views.words, strengths: wordStrengths),
                View(name: "grams", matrix: views.grams, strengths: gramStrengths),
            ], surface: views.surface, data, pool)
    }

    /// The same over other views.
    static func firstStage(
        _ views: [View], surface: [Float], _ data: LabelledRows, _ pool: WorkerPool
    ) -> (CrossFit, [Candidate]) {
        let fit = CrossFit(views: views, surface: surface, data: data, until: stoppingRule, pool: pool)
        return (fit, fit.candidates + (fit.surfaceCandidate.map { [$0] } ?? []))
    }

    /// Mean gain over no information, in nats, and its standard error by groups.
    ///
    /// A row's gain is ln 2 minus its loss; the sides weigh the same. The error is that of a sum over independent groups:
    /// SE² = G/(G-1) Σ_g (Σ_{i∈g} cᵢ (gainᵢ - mean gain of i's side))², with cᵢ = ½ / rows of the side.
    func gain(groups: Groups) -> (mean: Double, standardError: Double) {
        var sums = (train: 0.0, test: 0.0)
        var counts = (train: 0.0, test: 0.0)
        let gains = data.isTest.indices.map { row in
            let z = stages.calibratedLogits[row]
            return log(2) - LogisticObjective.loss(margin: data.isTest[row] ? z : -z)
        }
        for row in 0..<data.count {
            if data.isTest[row] {
                sums.test += gains[row]
                counts.test += 1
            } else {
                sums.train += gains[row]
                counts.train += 1
            }
        }
        let means = (train: sums.train / counts.train, test: sums.test / counts.test)
        var influence = [Double](repeating: 0, count: groups.count)
        for row in 0..<data.count {
            influence[Int(groups.ofRow[row])] +=
                data.isTest[row] ? 0.5 * (gains[row] - means.test) / counts.test : 0.5 * (gains[row] - means.train) / counts.train
        }
        let squares = influence.reduce(0) { $0 + $1 * $1 }
        let factor = Double(groups.count) / Double(max(groups.count - 1, 1))
        return (0.5 * (means.train + means.test), (factor * squares).squareRoot())
    }

    /// The null rule: a shift is there if the mean gain exceeds two of its standard errors.
    static func isShift(_ gain: (mean: Double, standardError: Double)) -> Bool { gain.mean > 2 * gain.standardError }

    /// Whether the sides differ by the null rule.
    func isShift(groups: Groups) -> Bool { Self.isShift(gain(groups: groups)) }
}
