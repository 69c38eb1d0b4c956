import ParallelWork
import ShiftEstimates
import Statistics
import TextRecords

/// A model's confidences on both sides.
struct Confidences: Sendable {
    /// By canonical row of train.
    private let train: [Int: Double]
    private let test: [Double]
    /// The canonical rows of these.
    private let testRows: [Int]
    /// The groups of the test rows, numbered from 0.
    private let testGroups: GroupNumbering
    private let bootstrap: GroupBootstrap

    /// - Parameters:
    ///   - scores: The scores of training rows, with the confidences.
    ///   - path: The confidences of test rows, under the same key.
    init(
        _ saved: RestoredAnalysis, _ scores: ScoreFile, pairRows: [Int?], key: String, test path: String, idKey: String?,
        replicates: Int, _ workers: WorkerPool
    ) throws {
        var known: [Int: Double] = [:]
        for (row, confidence) in zip(pairRows, try scores.numbers(under: key)) {
            if let row { known[row] = confidence }
        }
        train = known
        let file = try ScoreFile(
            path: path, corpus: saved.pair.test, idKey: idKey ?? saved.options.idKey,
            allowsAbsent: saved.pair.test.count < saved.summary.inputs.test.records, workers: workers)
        let canonical = saved.pair.order.rows(of: .test)
        let values = try file.numbers(under: key)
        // Records of rows outside the fit's sample take no part.
        let found = zip(file.rows, values).filter { $0.0 != ScoreFile.absent }.map { (canonical[$0.0], $0.1) }
            .sorted { $0.0 < $1.0 }
        guard !found.isEmpty else { throw AnalysisError.noRows(path: path) }
        test = found.map(\.1)
        testRows = found.map(\.0)
        testGroups = GroupNumbering(found.map { Int(saved.pair.groups.ofRow[$0.0]) })
        bootstrap = GroupBootstrap(
            groupCount: testGroups.count, replicates: replicates, seed: saved.options.seed ^ 0xA7C)
    }

    private init(train: [Int: Double], heldOut rows: [Int]) {
        (self.train, testRows) = (train, rows)
        test = rows.map { train[$0] ?? 0 }
        testGroups = GroupNumbering(Array(rows.indices))
        bootstrap = GroupBootstrap(groupCount: rows.count, replicates: 0, seed: 0)
    }

    /// The same model's, with these scored rows in the place of the test rows, for a figure without a bootstrap over these.
    func heldOut(_ rows: [Int]) -> Confidences { Confidences(train: train, heldOut: rows) }

    /// How often each test row counts in a replicate.
    func testCounts(_ replicate: Int) -> [Double] {
        let counts = bootstrap.counts(replicate)
        return testGroups.ofRow.map { Double(counts[$0]) }
    }

    /// The confidences in order, for a metric's rows.
    func rows(_ rows: [Int]) -> ConfidenceRows {
        ConfidenceRows(confidences: rows.map { train[$0] ?? 0 }, test: test)
    }

    /// The same with other scored rows in the place of the test rows.
    func rows(_ rows: [Int], against others: [Int]) -> ConfidenceRows {
        ConfidenceRows(confidences: rows.map { train[$0] ?? 0 }, test: others.map { train[$0] ?? 0 })
    }

    /// The confidences of scored rows, and of the test rows.
    func both(_ rows: [Int]) -> (train: [Double], test: [Double]) { (rows.map { train[$0] ?? 0 }, test) }

    /// A proxy of a metric for each test row, by canonical row, and its mean: the monotone map of the confidence to the metric, else the
    /// confidence.
    ///
    /// - Parameters:
    ///   - rows: The scored rows.
    ///   - values: The metric on them; nil if it has no value per row.
    ///   - weights: Of them.
    ///   - others: Confidences of rows that are not among the test rows; they do not count in the mean.
    func proxies(
        _ rows: [Int], values: [Double]?, weights: [Double], others: [Int: Double]
    ) -> (values: [Int: Double], mean: Double) {
        let added = others.sorted { $0.key < $1.key }
        var proxies = test + added.map(\.value)
        if let values {
            let sure = ConfidenceRows(confidences: rows.map { train[$0] ?? 0 }, test: proxies)
            proxies = sure.mapped(
                values: values, weights: weights, rises: sure.rises(values: values, weights: weights))
        }
        return (
            Dictionary(zip(testRows + added.map(\.key), proxies)) { first, _ in first },
            proxies.prefix(test.count).reduce(0, +) / Double(max(test.count, 1))
        )
    }

    /// Number of test rows with a confidence.
    var testCount: Int { test.count }
}
