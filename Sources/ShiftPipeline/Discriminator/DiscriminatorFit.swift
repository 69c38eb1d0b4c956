import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures
import Statistics

/// A discriminator that was cross-fitted on some rows: its candidates, and the model made from them.
package struct DiscriminatorFit: Sendable {
    /// Strengths C of the fits on words and on n-grams; the null model is at the end of the path.
    static let wordStrengths = [0.3, 1, 3]
    static let gramStrengths = [0.3, 1, 3]
    /// Bound on the gradient norm at which a fit stops, and the maximum number of passes. A third of it changed the out-of-fold
    /// information of the best candidates on zh-shop by at most 0.002 nats.
    static let stoppingRule = StoppingRule(tolerance: 0.03, maximumEpochs: 30)

    let data: LabelledRows
    let views: FeatureViews
    let crossFit: CrossFit
    /// Sparse candidates, then the surface view.
    let candidates: [Candidate]
    let stages: StageSelection
    /// The rows that hold next to nothing.
    let blanks: BlankRows

    /// - Parameter groups: Those of the rows; nil where no AUC is wanted, so that the choice of the first stage matters little.
    init(views: FeatureViews, data: LabelledRows, groups: Groups?, workers: WorkerPool) {
        self.views = views
        self.data = data
        (crossFit, candidates) = Self.firstStage(views, data, workers)
        blanks = BlankRows(surface: views.surface, data: data)
        let candidates = candidates
        stages = StageSelection(
            candidates: candidates, data: data,
            chosen: groups.flatMap { Self.nestedChoice(candidates, views, data, $0, workers) }, blanks: blanks, workers: workers
        )
    }

    /// An AUC that is so many standard errors above ½ needs no exact choice.
    private static let clear = 5.0

    /// Which candidate each fold's first-stage scores come from; nil to choose by the scores of the other folds.
    private static func nestedChoice(
        _ candidates: [Candidate], _ views: FeatureViews, _ data: LabelledRows, _ groups: Groups, _ workers: WorkerPool
    ) -> [Int]? {
        let quick = StageSelection.firstStageLogits(candidates: candidates, data: data, workers: workers)
        guard let ranks = try? RankStatistics(scores: quick, isTest: data.isTest, folds: data.folds.numbers),
            ranks.area - 0.5 < clear * AreaTest.trainingFactor * ranks.nullError(groups: data.groupCounts)
        else { return nil }
        return NestedChoice.candidates(data, groups: groups) { firstStage(views, $0, workers).1 }
    }

    /// What the same steps find in other sides of the rows: the first stage, and the choice among its candidates.
    /// - Parameter groups: nil for the choice by the scores of the other folds.
    static func firstStageRanks(
        _ views: FeatureViews, _ data: LabelledRows, groups: Groups?, _ workers: WorkerPool
    ) throws -> RankStatistics {
        let (_, candidates) = firstStage(views, data, workers)
        let logits = StageSelection.firstStageLogits(
            candidates: candidates, data: data,
            chosen: groups.flatMap { nestedChoice(candidates, views, data, $0, workers) }, workers: workers)
        return try RankStatistics(scores: logits, isTest: data.isTest, folds: data.folds.numbers)
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
