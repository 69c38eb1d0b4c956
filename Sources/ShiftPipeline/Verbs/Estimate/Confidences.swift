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
    private let classes: Classes?

    /// Probabilities of classes on both sides, and the true classes of train.
    private struct Classes: Sendable {
        let train: ClassTable
        /// Whether they are of all classes, not of one against the others.
        let areAll: Bool
        let labels: [Int]
        /// The place in these of each canonical row.
        let places: [Int: Int]
        /// In the order of the test rows.
        let test: ExpectedCounts.Rows
    }

    /// - Parameters:
    ///   - scores: The scores of training rows.
    ///   - one: Those of the model.
    ///   - file: The test rows' file.
    ///   - modelKey: The field of `file` that names the model of a record; nil for none.
    ///   - key: The field of both files with the confidences; nil for the probability of the predicted class.
    /// - Throws: ``AnalysisError``.
    init(
        _ saved: RestoredAnalysis, _ scores: ScoreFile, _ one: ScoredSeries, test file: ScoreFile, modelKey: String?,
        key: String?, replicates: Int
    ) throws(AnalysisError) {
        let canonical = saved.pair.order.rows(of: .test)
        let names = try modelKey.map { key throws(AnalysisError) in try file.texts(under: key) }
        // Records of rows outside the fit's sample take no part, nor do those of other models.
        let found = file.rows.enumerated().filter { record, row in
            row != ScoreFile.absent && (names.map { $0[record] == one.recordModel } ?? true)
        }.map { (row: canonical[$0.element], record: $0.offset) }.sorted { $0.row < $1.row }
        guard !found.isEmpty else { throw .noRows(path: file.table.path) }
        testRows = found.map(\.row)
        let testTable = try one.classes.flatMap { own throws(AnalysisError) in try own.table(ofTest: file) }
        if let key {
            let values = (try scores.numbers(under: key), try file.numbers(under: key))
            train = Dictionary(zip(one.rows, one.records.map { values.0[$0] })) { first, _ in first }
            test = found.map { values.1[$0.record] }
        } else if let own = one.classes, let testTable {
            train = Dictionary(zip(one.rows, own.table.confidences)) { first, _ in first }
            let confidences = testTable.confidences
            test = found.map { confidences[$0.record] }
        } else {
            throw .scoreKeyAbsent(path: file.table.path, key: "probability", available: file.table.columns.map(\.name))
        }
        classes =
            if let own = one.classes, let testTable, let numbers = own.numbers {
                Classes(
                    train: own.table, areAll: own.areAll, labels: numbers,
                    places: Dictionary(zip(one.rows, one.rows.indices)) { first, _ in first },
                    test: testTable.selecting(found.map(\.record)))
            } else { nil }
        testGroups = GroupNumbering(testRows.map { Int(saved.pair.groups.ofRow[$0]) })
        bootstrap = GroupBootstrap(
            groupCount: testGroups.count, replicates: replicates, seed: saved.options.seed ^ 0xA7C)
    }

    private init(_ all: Confidences, heldOut rows: [Int]) {
        (train, testRows) = (all.train, rows)
        test = rows.map { all.train[$0] ?? 0 }
        testGroups = GroupNumbering(Array(rows.indices))
        bootstrap = GroupBootstrap(groupCount: rows.count, replicates: 0, seed: 0)
        classes = all.classes.map { own in
            Classes(
                train: own.train, areAll: own.areAll, labels: own.labels, places: own.places,
                test: own.train.selecting(rows.map { own.places[$0] ?? 0 }))
        }
    }

    /// The same model's, with these scored rows in the place of the test rows, for a figure without a bootstrap over these.
    func heldOut(_ rows: [Int]) -> Confidences { Confidences(self, heldOut: rows) }

    /// The class probabilities of a metric's rows, to give figures for the test rows; nil without any, and for too many.
    func expectedCounts(_ rows: [Int]) -> ExpectedCounts? {
        classes.flatMap { own in
            let places = rows.map { own.places[$0] ?? 0 }
            return ExpectedCounts(
                classCount: own.train.classes.count, labels: places.map { own.labels[$0] },
                labelled: own.train.selecting(places), others: own.test)
        }
    }

    /// Whether there are the class probabilities that a figure takes.
    func suffice(for figure: ScoredMetric.Figure) -> Bool {
        switch figure {
        case .macroF1: classes?.areAll ?? false
        case .area: classes != nil
        }
    }

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
