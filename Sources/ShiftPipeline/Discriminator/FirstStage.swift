import ParallelWork
import ShiftModel
import SparseFeatures
import Statistics

/// What cross-fits of the same rows share, whatever the rows' sides and folds: permutations, planted shifts and plug-in worlds fit all
/// candidates again and again.
struct FirstStage: Sendable {
    /// Strengths C of the fits on words and on n-grams; the null model is at the end of the path.
    static let wordStrengths = [0.3, 1, 3]
    static let gramStrengths = [0.3, 1, 3]
    /// Bound on the gradient norm at which a fit stops, and the maximum number of passes. A third of it changed the out-of-fold
    /// information of the best candidates on zh-shop by at most 0.002 nats.
    static let stoppingRule = StoppingRule(tolerance: 0.03, maximumEpochs: 30)

    private let views: [View]
    private let surface: [Float]
    private let rows: SegmentRows

    /// - Parameters:
    ///   - views: Over the segments of the rows.
    ///   - rows: Those that every fit is of.
    init(_ views: FeatureViews, rows: SegmentRows, _ workers: WorkerPool) {
        self.init(
            [
                View(name: "words", matrix: views.words, strengths: Self.wordStrengths),
                View(name: "grams", matrix: views.grams, strengths: Self.gramStrengths),
            ], surface: views.surface, rows: rows, workers)
    }

    /// The same over other views.
    init(_ views: [View], surface: [Float], rows: SegmentRows, _ workers: WorkerPool) {
        self.views = workers.map(views.count) { views[$0].withProducts(of: rows) }
        (self.surface, self.rows) = (surface, rows)
    }

    private init(views: [View], surface: [Float], rows: SegmentRows) {
        (self.views, self.surface, self.rows) = (views, surface, rows)
    }

    /// The same for some of the rows, in the order given.
    func selecting(_ rows: [Int]) -> FirstStage {
        FirstStage(views: views.map { $0.selecting(rows) }, surface: surface, rows: self.rows.selecting(rows))
    }

    /// All first-stage candidates, the sparse ones before that of the surface view.
    /// - Parameters:
    ///   - data: Sides and folds of the same rows.
    ///   - keepsModels: Whether more than the logits of the rows is wanted.
    func fit(_ data: LabelledRows, keepsModels: Bool, _ workers: WorkerPool) -> (CrossFit, [Candidate]) {
        precondition(data.count == rows.count, "other rows")
        let fit = CrossFit(
            views: views, surface: surface, data: data, until: Self.stoppingRule, keepsModels: keepsModels, workers: workers)
        return (fit, fit.candidates + (fit.surfaceCandidate.map { [$0] } ?? []))
    }

    /// An AUC that is so many standard errors above ½ needs no exact choice.
    private static let clear = 5.0

    /// Which candidate each fold's first-stage scores come from; nil to choose by the scores of the other folds.
    func nestedChoice(
        _ candidates: [Candidate], _ data: LabelledRows, _ groups: Groups, _ workers: WorkerPool
    ) -> [Int]? {
        let quick = StageSelection.firstStageLogits(candidates: candidates, data: data, workers: workers)
        guard let ranks = try? RankStatistics(scores: quick, isTest: data.isTest, folds: data.folds.numbers),
            ranks.area - 0.5 < Self.clear * AreaTest.trainingFactor * ranks.nullError(groups: data.groupCounts)
        else { return nil }
        return NestedChoice.candidates(data, groups: groups) { selecting($0).fit($1, keepsModels: false, workers).1 }
    }

    /// What the same steps find in other sides of the rows: the candidates, and the choice among them.
    /// - Parameter groups: nil for the choice by the scores of the other folds.
    func ranks(_ data: LabelledRows, groups: Groups?, _ workers: WorkerPool) throws -> RankStatistics {
        let (_, candidates) = fit(data, keepsModels: false, workers)
        let logits = StageSelection.firstStageLogits(
            candidates: candidates, data: data, chosen: groups.flatMap { nestedChoice(candidates, data, $0, workers) },
            workers: workers)
        return try RankStatistics(scores: logits, isTest: data.isTest, folds: data.folds.numbers)
    }
}
