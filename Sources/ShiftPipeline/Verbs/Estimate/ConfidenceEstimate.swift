import ImportanceWeights
import ParallelWork
import ShiftEstimates
import Statistics
import TextRecords

/// Accuracy on test by average thresholded confidence, for every metric of one model that is a mean of values from 0 to 1.
struct ConfidenceEstimate: Sendable {
    private let saved: RestoredAnalysis
    private let train: [Int: (confidence: Double, group: Int)]
    private let test: (confidences: [Double], groups: [Int])
    private let replicates: Int

    /// - Parameters:
    ///   - scores: The scores of training rows, with the confidences.
    ///   - path: The confidences of test rows, under the same key.
    init(
        _ saved: RestoredAnalysis, _ scores: ScoreFile, pairRows: [Int?], key: String, test path: String, idKey: String?,
        replicates: Int, _ workers: WorkerPool
    ) throws {
        self.saved = saved
        self.replicates = replicates
        let groups = saved.pair.groups.ofRow
        var known: [Int: (confidence: Double, group: Int)] = [:]
        for (row, confidence) in zip(pairRows, try scores.numbers(under: key)) {
            if let row { known[row] = (confidence, Int(groups[row])) }
        }
        train = known
        let file = try ScoreFile(
            path: path, corpus: saved.pair.test, idKey: idKey ?? saved.options.idKey, workers: workers)
        let canonical = saved.pair.order.rows(of: .test)
        let found = zip(file.rows.map { canonical[$0] }, try file.numbers(under: key)).sorted { $0.0 < $1.0 }
        guard !found.isEmpty else { throw AnalysisError.noRows(path: path) }
        test = (found.map(\.1), found.map { Int(groups[$0.0]) })
    }

    /// The estimate for one metric; nil for one that is not a mean of values from 0 to 1.
    ///
    /// - Parameter rows: Canonical rows of the metric's values.
    func figure(_ measure: Measure, rows: [Int], _ workers: WorkerPool) throws -> EstimateSummary.Figure? {
        guard case .means(let columns, _) = measure.form, columns.count == 1, let values = columns.first,
            values.allSatisfy({ $0 >= 0 && $0 <= 1 })
        else { return nil }
        let own = rows.map { train[$0] ?? (0, 0) }
        let confidences = own.map(\.confidence)
        @Sendable func accuracy(_ trainCounts: [Double]?, _ testCounts: [Double]?) -> Double {
            let threshold = ThresholdedConfidence.threshold(
                confidences: confidences, correctness: values, weights: trainCounts)
            return ThresholdedConfidence.accuracy(
                confidences: test.confidences, threshold: threshold, weights: testCounts)
        }
        let sides = (train: GroupNumbering(own.map(\.group)), test: GroupNumbering(test.groups))
        let drawn = (
            train: GroupBootstrap(groupCount: sides.train.count, replicates: replicates, seed: saved.options.seed),
            test: GroupBootstrap(groupCount: sides.test.count, replicates: replicates, seed: saved.options.seed ^ 0xA7C)
        )
        let accuracies = workers.map(replicates) { replicate in
            let counts = (drawn.train.counts(replicate), drawn.test.counts(replicate))
            return Optional(
                accuracy(
                    sides.train.ofRow.map { Double(counts.0[$0]) }, sides.test.ofRow.map { Double(counts.1[$0]) }))
        }
        let interval = try BootstrapInterval(accuracies)
        return EstimateSummary.Figure(
            value: accuracy(nil, nil), low: interval.lower, high: interval.upper, standardError: interval.standardError)
    }
}
