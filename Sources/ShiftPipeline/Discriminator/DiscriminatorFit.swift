import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures
import Statistics

/// A discriminator that was cross-fitted on some rows: its candidates, and the model made from them.
package struct DiscriminatorFit: Sendable {
    let data: LabelledRows
    let views: FeatureViews
    let firstStage: FirstStage
    let crossFit: CrossFit
    /// Sparse candidates, then the surface view.
    let candidates: [Candidate]
    let stages: StageSelection
    /// The rows that hold next to nothing.
    let blanks: BlankRows

    /// - Parameter groups: Those of the rows; nil where no AUC is wanted, so that the choice of the first stage matters little.
    init(views: FeatureViews, data: LabelledRows, groups: Groups?, workers: WorkerPool) {
        self.init(
            views: views, firstStage: FirstStage(views, rows: data.rows, workers), data: data, groups: groups, workers: workers)
    }

    /// The same where the first stage of the rows is there.
    /// - Parameter keepsModels: Whether more than the logits of the rows is wanted.
    init(
        views: FeatureViews, firstStage: FirstStage, data: LabelledRows, groups: Groups?, keepsModels: Bool = true,
        workers: WorkerPool
    ) {
        (self.views, self.firstStage, self.data) = (views, firstStage, data)
        (crossFit, candidates) = firstStage.fit(data, keepsModels: keepsModels, workers)
        blanks = BlankRows(surface: views.surface, data: data)
        let candidates = candidates
        stages = StageSelection(
            candidates: candidates, data: data,
            chosen: groups.flatMap { firstStage.nestedChoice(candidates, data, $0, workers) }, blanks: blanks, workers: workers
        )
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
