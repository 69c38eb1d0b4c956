import ImportanceWeights
import ShiftModel
import TextRecords

/// Scores and weighs all rows of two corpora of which the fit has a sample, batch by batch.
struct CorpusScoring: Sendable {
    let corpora: StreamedCorpora
    private let scorer: RowScorer
    /// The identity of each group of the fit, by the one hash.
    private let identities: [UInt64: UInt64]
    /// The greatest weight of the fit's training rows outside the pool, and the mean of those weights by it: what brings the
    /// remaining rows to mean 1, by the very divisions of `Resampler.renormalised`.
    private let remaining: (greatest: Double, mean: Double)
    private let poolShare: Double
    private let seed: UInt64
    /// Identities of the groups in the pool, where all training rows are in the fit; nil where each group decides for itself.
    private let poolGroups: Set<UInt64>?

    /// - Parameters:
    ///   - hashes: The hash of each row of the fit.
    ///   - weights: Of the fit's training rows, mean 1, in the order of `trainRows`.
    ///   - poolRows: The rows of the fit's pool, where all training rows are in the fit; nil where it has a sample of them.
    init(
        _ corpora: StreamedCorpora, scorer: RowScorer, hashes: [UInt64], groups: Groups, weights: [Double], trainRows: [Int],
        poolRows: [Int]?, options: AnalysisOptions
    ) {
        self.corpora = corpora
        self.scorer = scorer
        var known: [UInt64: UInt64] = [:]
        for (row, hash) in hashes.enumerated() { known[hash] = groups.identities[Int(groups.ofRow[row])] }
        identities = known
        poolShare = options.poolShare
        seed = options.seed
        let pool = poolRows.map { Set($0.map { groups.identities[Int(groups.ofRow[$0])] }) }
        poolGroups = pool
        let kept = zip(trainRows, weights).filter { row, _ in
            let key = groups.identities[Int(groups.ofRow[row])]
            return !(pool?.contains(key) ?? ValidationPool.holds(groupKey: key, share: options.poolShare, seed: options.seed))
        }
        let greatest = kept.map(\.1).max() ?? 1
        remaining = (greatest, kept.isEmpty ? 1 : kept.reduce(0) { $0 + $1.1 / greatest } / Double(kept.count))
    }

    /// A training row's numbers.
    struct TrainRow: Sendable {
        var pTest: Double
        var weight: Double
        /// The weight among the rows outside the pool, mean 1 there; nil for a row of the pool.
        var remainingWeight: Double?
    }

    /// - Throws: `TokenError` where ICU cannot be opened.
    func worker() throws -> RowScorer.Worker { try scorer.worker() }

    /// The numbers of a batch of training rows.
    func train(_ table: RecordTable, _ worker: RowScorer.Worker) -> [TrainRow] {
        scorer.rows(of: table, worker).map { row in
            let key = identities[row.group] ?? row.group
            let isPool = poolGroups?.contains(key) ?? ValidationPool.holds(groupKey: key, share: poolShare, seed: seed)
            return TrainRow(
                pTest: row.pTest, weight: row.weight, remainingWeight: isPool ? nil : row.weight / remaining.greatest / remaining.mean)
        }
    }

    /// p_test of a batch of test rows.
    func test(_ table: RecordTable, _ worker: RowScorer.Worker) -> [Double] { scorer.rows(of: table, worker).map(\.pTest) }
}
