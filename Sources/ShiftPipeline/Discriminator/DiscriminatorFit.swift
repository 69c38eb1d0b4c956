import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures
import Statistics

/// A discriminator that was cross-fitted on some rows: its candidates, and the model made from them.
package struct DiscriminatorFit: Sendable {
    /// Strengths C of the fits on words and on n-grams; the null model is at the end of the path.
    static let wordStrengths = [0.1, 0.3, 1]
    static let gramStrengths = [0.1, 0.3, 1]
    /// Bound on the gradient norm at which a fit stops, and the maximum number of passes. A third of it changed the out-of-fold
    /// information of the best candidates on zh-shop by at most 0.002 nats.
    static let stoppingRule = StoppingRule(tolerance: 0.03, maximumEpochs: 30)

    let data: LabelledRows
    let views: FeatureViews
    let crossFit: CrossFit
    /// Sparse candidates, then the surface view.
    let candidates: [Candidate]
    let stages: StageSelection

    init(views: FeatureViews, data: LabelledRows, workers: WorkerPool) {
        self.views = views
        self.data = data
        (crossFit, candidates) = Self.firstStage(views, data, workers)
        stages = StageSelection(candidates: candidates, data: data, workers: workers)
    }

    /// All first-stage candidates; a permutation refits them too.
    static func firstStage(
        _ views: FeatureViews, _ data: LabelledRows, _ workers: WorkerPool
    ) -> (CrossFit, [Candidate]) {
        firstStage(
            [
                View(name: "words", matrix: views.words, strengths: wordStrengths),
                View(name: "grams", matrix: views.grams, strengths: gramStrengths),
            ], surface: views.surface, data, workers)
    }

    /// The same over other views.
    static func firstStage(
        _ views: [View], surface: [Float], _ data: LabelledRows, _ workers: WorkerPool
    ) -> (CrossFit, [Candidate]) {
        let fit = CrossFit(views: views, surface: surface, data: data, until: stoppingRule, workers: workers)
        return (fit, fit.candidates + (fit.surfaceCandidate.map { [$0] } ?? []))
    }

    /// Mean gain over no information, in nats, and its standard error by groups.
    func gain(groups: Groups) -> BalancedGain {
        BalancedGain(of: stages.calibratedLogits, over: nil, isTest: data.isTest, groups: groups)
    }

    /// AUC of a score of the rows, pairs compared within folds.
    /// - Throws: `StatisticsError` where no fold has rows of both sides.
    func area(of logits: [Double]) throws -> Double {
        try RankStatistics(scores: logits, isTest: data.isTest, folds: data.folds.numbers).area
    }

    /// AUC of each field's own part of the best sparse candidate's logit; empty without candidates.
    func fieldAreas(fields: Int) throws -> [Double] {
        guard let best = crossFit.candidates.min(by: { $0.loss < $1.loss }) else { return [] }
        return try (0..<fields).map { slot in
            try area(of: (0..<data.count).map { Double(best.slotLogits[$0 * fields + slot]) })
        }
    }
}
