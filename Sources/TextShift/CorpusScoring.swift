import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures
import TextRecords

/// Scores and weighs all rows of two corpora of which the fit has a sample, batch by batch.
struct CorpusScoring: Sendable {
    let corpora: StreamedCorpora
    private let features: KnownFeatures
    private let scorer: ModelScorer
    private let groups: [UInt64: FitGroup]
    private let weighting: Weighting
    private let normaliser: WeightNormaliser
    /// Mean weight of the fit's training rows outside the pool: what brings the remaining rows to mean 1.
    private let remainingMean: Double
    private let poolShare: Double
    private let seed: UInt64

    /// What the fit knows of a group: the fold that held it out, and its identity there.
    private struct FitGroup: Sendable {
        var fold: Int
        var identity: UInt64
    }

    /// - Parameters:
    ///   - hashes: The hash of each row of the fit.
    ///   - data: The fit's rows with their folds; nil where nothing was fitted.
    ///   - weights: Of the fit's training rows, mean 1, in the order of `trainRows`.
    init(
        _ corpora: StreamedCorpora, model: DiscriminatorModel, hashes: [UInt64], groups: Groups, data: LabelledRows?,
        weights: [Double], trainRows: [Int], normaliser: WeightNormaliser, options: AnalysisOptions
    ) {
        self.corpora = corpora
        features = model.features
        scorer = ModelScorer(model)
        var known: [UInt64: FitGroup] = [:]
        for (row, hash) in hashes.enumerated() {
            known[hash] = FitGroup(
                fold: data.map { Int($0.folds[row]) } ?? ModelScorer.meanOfFolds,
                identity: groups.identities[Int(groups.ofRow[row])])
        }
        self.groups = known
        weighting = options.weighting
        self.normaliser = normaliser
        poolShare = options.poolShare
        seed = options.seed
        let kept = zip(trainRows, weights).filter { row, _ in
            !ValidationPool.holds(
                groupKey: groups.identities[Int(groups.ofRow[row])], share: options.poolShare, seed: options.seed)
        }
        remainingMean = kept.isEmpty ? 1 : kept.reduce(0) { $0 + $1.1 } / Double(kept.count)
    }

    /// A training row's numbers.
    struct TrainRow: Sendable {
        var pTest: Double
        var weight: Double
        /// The weight among the rows outside the pool, mean 1 there; nil for a row of the pool.
        var remainingWeight: Double?
    }

    /// What a worker needs.
    struct Worker {
        fileprivate let projector: TextProjector
    }

    /// - Throws: `TokenError` where ICU cannot be opened.
    func worker() throws -> Worker { Worker(projector: try TextProjector(features)) }

    /// The numbers of a batch of training rows.
    func train(_ table: RecordTable, _ worker: Worker) -> [TrainRow] {
        score(table, worker).map { score, identity in
            let weight = weighting.weight(of: score.pTest, normaliser: normaliser)
            let isPool = ValidationPool.holds(groupKey: identity, share: poolShare, seed: seed)
            return TrainRow(
                pTest: score.pTest, weight: weight, remainingWeight: isPool ? nil : weight / remainingMean)
        }
    }

    /// p_test of a batch of test rows.
    func test(_ table: RecordTable, _ worker: Worker) -> [Double] { score(table, worker).map(\.score.pTest) }

    private func score(
        _ table: RecordTable, _ worker: Worker
    ) -> [(score: ModelScorer.Score, identity: UInt64)] {
        let batch = BatchTexts(table, fields: corpora.fields, key: corpora.groupKey)
        let hashes = (0..<table.count).map { batch.group(of: $0, by: corpora.rule) }
        let scores = scorer.scores(
            worker.projector.project(batch.texts), rows: batch.rows,
            folds: hashes.map { groups[$0]?.fold ?? ModelScorer.meanOfFolds })
        return zip(scores, hashes).map { ($0, groups[$1]?.identity ?? $1) }
    }
}
