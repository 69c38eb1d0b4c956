import ImportanceWeights
import ShiftModel
import TextRecords

/// Scores and weights all rows of two corpora of which the fit has a sample, batch by batch.
package struct StreamedScoring: Sendable {
    package let corpora: StreamedCorpora
    let scorer: RowScorer
    /// The identity of each group of the fit, by its hash.
    let identities: [UInt64: UInt64]
    /// The greatest weight of the fit's training rows outside the pool, and the mean of those weights divided by it: they bring
    /// the remaining rows to mean 1 with the same divisions as `Resampler.renormalised`.
    private let remaining: (greatest: Double, mean: Double)
    private let poolShare: Double
    private let seed: UInt64
    /// Identities of the groups in the pool, if all training rows are in the fit; nil if each group's own hash decides.
    private let poolGroups: Set<UInt64>?
    private let folds: RowFolds

    /// nil where all rows are in the fit.
    /// - Parameter poolRows: The rows of the fit's pool.
    init?(_ corpora: Corpora, _ pair: ComparedPair, _ scored: ScoredPair, poolRows: [Int], _ options: AnalysisOptions) throws {
        guard let streamed = corpora.streamed else { return nil }
        self.corpora = streamed
        scorer = try RowScorer(scored.model, weighting: options.weighting)
        let groups = pair.groups
        func identity(_ row: Int) -> UInt64 { groups.identities[Int(groups.ofRow[row])] }
        var known: [UInt64: UInt64] = [:]
        for (row, hash) in scored.hashes.enumerated() { known[hash] = identity(row) }
        identities = known
        folds = RowFolds(pair, hashes: scored.hashes, options)
        poolShare = options.poolShare
        seed = options.seed
        let isTrainSample = pair.train.count < corpora.train.records
        let pool = isTrainSample ? nil : Set(poolRows.map(identity))
        poolGroups = pool
        let kept = zip(pair.trainRows, scored.weights.values).filter { row, _ in
            let key = identity(row)
            return !(pool?.contains(key) ?? ValidationPool.holds(groupKey: key, share: options.poolShare, seed: options.seed))
        }
        let greatest = kept.map(\.1).max() ?? 1
        remaining = (greatest, kept.isEmpty ? 1 : kept.reduce(0) { $0 + $1.1 / greatest } / Double(kept.count))
    }

    /// A training row's numbers.
    package struct TrainRow: Sendable {
        package var pTest: Double
        package var weight: Double
        /// The fold that a model of one's own is to hold the row out in.
        package var fold: Int
        /// The weight among the rows outside the pool, mean 1 there; nil for a row of the pool.
        package var remainingWeight: Double?
        /// The hash of its group.
        package var group: UInt64
    }

    /// - Throws: `TokenError` where ICU cannot be opened.
    package func worker() throws -> RowScorer.Worker { try scorer.worker() }

    /// The numbers of a batch of training rows.
    package func train(_ table: RecordTable, _ worker: RowScorer.Worker) -> [TrainRow] {
        scorer.rows(of: table, worker).enumerated().map { number, row in
            let key = identities[row.group] ?? row.group
            let isPool = poolGroups?.contains(key) ?? ValidationPool.holds(groupKey: key, share: poolShare, seed: seed)
            return TrainRow(
                pTest: row.pTest, weight: row.weight,
                fold: folds.fold(row, at: table.location(ofRecord: number)),
                remainingWeight: isPool ? nil : row.weight / remaining.greatest / remaining.mean, group: row.group)
        }
    }

    /// p_test of a batch of test rows.
    package func test(_ table: RecordTable, _ worker: RowScorer.Worker) -> [Double] {
        scorer.rows(of: table, worker).map(\.pTest)
    }
}
