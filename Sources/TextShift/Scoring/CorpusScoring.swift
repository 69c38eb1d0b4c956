import ImportanceWeights
import ShiftModel
import TextRecords

/// Scores and weighs all rows of two corpora of which the fit has a sample, batch by batch.
struct CorpusScoring: Sendable {
    let corpora: StreamedCorpora
    private let scorer: RowScorer
    /// The identity of each group of the fit, by the one hash.
    private let identities: [UInt64: UInt64]
    /// Mean weight of the fit's training rows outside the pool: what brings the remaining rows to mean 1.
    private let remainingMean: Double
    private let poolShare: Double
    private let seed: UInt64

    /// - Parameters:
    ///   - hashes: The hash of each row of the fit.
    ///   - weights: Of the fit's training rows, mean 1, in the order of `trainRows`.
    init(
        _ corpora: StreamedCorpora, scorer: RowScorer, hashes: [UInt64], groups: Groups, weights: [Double], trainRows: [Int],
        options: AnalysisOptions
    ) {
        self.corpora = corpora
        self.scorer = scorer
        var known: [UInt64: UInt64] = [:]
        for (row, hash) in hashes.enumerated() { known[hash] = groups.identities[Int(groups.ofRow[row])] }
        identities = known
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

    /// - Throws: `TokenError` where ICU cannot be opened.
    func worker() throws -> RowScorer.Worker { try scorer.worker() }

    /// The numbers of a batch of training rows.
    func train(_ table: RecordTable, _ worker: RowScorer.Worker) -> [TrainRow] {
        scorer.rows(of: table, worker).map { row in
            let isPool = ValidationPool.holds(groupKey: identities[row.group] ?? row.group, share: poolShare, seed: seed)
            return TrainRow(
                pTest: row.pTest, weight: row.weight, remainingWeight: isPool ? nil : row.weight / remainingMean)
        }
    }

    /// p_test of a batch of test rows.
    func test(_ table: RecordTable, _ worker: RowScorer.Worker) -> [Double] { scorer.rows(of: table, worker).map(\.pTest) }
}
