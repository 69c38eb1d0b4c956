import ParallelWork
import ShiftEstimates
import Statistics

/// Whether a model's scores on train look like those on rows that it was trained on.
///
/// A model is surer of rows that it has seen. If the weights make train resemble test, confidences out of sample have the same
/// distribution on both sides; those of seen rows lie above. The sign is the AUC with which the confidence alone tells weighted train
/// from test, with the standard error of a bootstrap over the groups of both sides. A test set of harder rows than any in train shows the
/// same sign, so it is a warning.
enum InSampleCheck {
    /// The AUC that has to be exceeded by ``errors`` standard errors.
    static let leastArea = 0.6
    static let errors = 3.0
    private static let replicates = 200

    /// - Parameters:
    ///   - canonical: The scored rows.
    ///   - rows: Their weights and groups.
    /// - Throws: `StatisticsError`.
    static func summary(
        _ confidences: Confidences, canonical: [Int], _ rows: ScoredRows, seed: UInt64, _ workers: WorkerPool
    ) throws -> EstimateSummary.InSample {
        let (train, test) = confidences.both(canonical)
        // High: like train.
        let ranks = try RankStatistics(
            scores: train + test, isTest: train.map { _ in true } + test.map { _ in false })
        let area = try ranks.area(weights: rows.weights + test.map { _ in 1 })
        let bootstrap = GroupBootstrap(groupCount: rows.groupCount, replicates: replicates, seed: seed)
        let drawn = workers.map(replicates) { number -> Double in
            let counts = bootstrap.counts(number)
            let weights = zip(rows.groups, rows.weights).map { Double(counts[$0]) * $1 }
            return (try? ranks.area(weights: weights + confidences.testCounts(number))) ?? .nan
        }
        let error = WalkedRoad.variance(drawn).squareRoot()
        return EstimateSummary.InSample(
            auc: area, standardError: error, isLikely: area - errors * error > leastArea)
    }
}
