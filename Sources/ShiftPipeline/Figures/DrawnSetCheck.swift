import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures
import Statistics

/// Asks the first stage again, out of group and fold: can it tell the drawn validation set from test, and can it tell the same
/// number of random rows of the pool from test?
///
/// The same views, solver, choice of the candidate, AUC and interval as for train against test, on a sample of the rows, with
/// one penalty only: stronger ones were better on none of six pairs. Copies of a row share its group, so its fold.
struct DrawnSetCheck {
    /// Maximum number of rows of each set, and of test.
    static let mostRows = 2000
    /// C of the sparse views.
    private static let strengths = [1.0]
    private static let purpose = SeededGenerator.Purpose("validation-check")

    private let pair: ComparedPair
    private let views: FeatureViews
    private let groups: Groups
    private let options: AnalysisOptions
    private let workers: WorkerPool

    /// - Parameter views: Of the pair's texts.
    init(_ pair: ComparedPair, _ views: FeatureViews, _ options: AnalysisOptions, _ workers: WorkerPool) {
        (self.pair, self.views, groups, self.options, self.workers) = (pair, views, pair.groups, options, workers)
    }

    /// - Parameters:
    ///   - drawn: Canonical rows in the order of the draws, which are independent: any prefix is a sample.
    ///   - poolRows: Canonical rows of the pool.
    /// - Returns: nil if a set or test has fewer than two groups per fold.
    func run(drawn: [Int], poolRows: [Int]) throws -> ValidationCheck? {
        let testRows = sample(pair.testRows, Self.mostRows, key: 0)
        let count = min(drawn.count, poolRows.count, Self.mostRows)
        let sets = [Array(drawn.prefix(count)), sample(poolRows, count, key: 1)]
        for rows in sets + [testRows] where Set(rows.map { groups.ofRow[$0] }).count < 2 * options.folds { return nil }
        let areas = try sets.map { try area($0, testRows) }
        return ValidationCheck(drawn: areas[0], random: areas[1], setRows: count, testRows: testRows.count)
    }

    /// `count` of the rows, all equally likely, in their order. What is drawn depends on the order given, which depends only on
    /// the records.
    private func sample(_ rows: [Int], _ count: Int, key: UInt64) -> [Int] {
        guard rows.count > count else { return rows }
        var generator = SeededGenerator(seed: options.seed, purpose: Self.purpose, key: key)
        var rows = rows
        for position in 0..<count { rows.swapAt(position, position + generator.index(below: rows.count - position)) }
        return rows.prefix(count).sorted()
    }

    /// The AUC of one set (canonical rows, copies as often as they are drawn) against a sample of test; nil if either has fewer
    /// than two groups per fold. A longer set is sampled.
    func area(of set: [Int]) throws -> ValidationCheck.Area? {
        let testRows = sample(pair.testRows, Self.mostRows, key: 0)
        let own = sample(set, Self.mostRows, key: 1)
        for rows in [own, testRows] where Set(rows.map { groups.ofRow[$0] }).count < 2 * options.folds { return nil }
        return try area(own, testRows)
    }

    /// Weighted train against test, beside the same number of training rows as they are, by folds of its own.
    ///
    /// The weights become copies by a systematic draw, whose counts differ from their expectation by less than one.
    /// - Parameter weights: Of the training rows.
    /// - Returns: nil if a side has fewer than two groups per fold.
    func balance(_ weights: [Double]) throws -> BalanceSummary? {
        let testRows = sample(pair.testRows, Self.mostRows, key: 0)
        let count = min(pair.trainRows.count, Self.mostRows)
        let weighted = systematic(weights, count).map { pair.trainRows[$0] }
        let plain = sample(pair.trainRows, count, key: 2)
        for rows in [plain, weighted, testRows] where Set(rows.map { groups.ofRow[$0] }).count < 2 * options.folds {
            return nil
        }
        let seed = options.seed &+ 1
        return BalanceSummary(
            unweighted: try area(plain, testRows, seed: seed), weighted: try area(weighted, testRows, seed: seed),
            trainRows: count, testRows: testRows.count)
    }

    /// `count` positions, each about as often as count · weight / sum of the weights.
    private func systematic(_ weights: [Double], _ count: Int) -> [Int] {
        let step = weights.reduce(0, +) / Double(max(count, 1))
        guard step > 0 else { return [] }
        var rows: [Int] = []
        var next = step * SeededGenerator.uniform(seed: options.seed, purpose: Self.purpose, key: 3)
        var sum = 0.0
        for (row, weight) in weights.enumerated() {
            sum += weight
            while next < sum, rows.count < count {
                rows.append(row)
                next += step
            }
        }
        return rows
    }

    private func area(_ set: [Int], _ test: [Int]) throws -> ValidationCheck.Area {
        try area(set, test, seed: options.seed)
    }

    /// - Parameter seed: Of the folds.
    private func area(_ set: [Int], _ test: [Int], seed: UInt64) throws -> ValidationCheck.Area {
        // In canonical order, as the solver and the sums need it; copies are adjacent.
        let rows = (set.map { ($0, false) } + test.map { ($0, true) }).sorted { $0.0 < $1.0 }
        let isTest = rows.map(\.1)
        let identities = rows.map { groups.identities[Int(groups.ofRow[$0.0])] }
        let own = Groups(rows: rows.count, rules: [identities], fallback: identities)
        let folds = Folds(own, count: options.folds, isTest: isTest, seed: seed)
        let (segments, texts) = numbered(rows.map(\.0))
        let data = LabelledRows(
            rows: segments, isTest: isTest, folds: folds, groupCounts: own.counts(isTest: isTest))
        let matrices = workers.map(2) { ($0 == 0 ? views.words : views.grams).selecting(texts, minimum: 2) }
        let width = SurfaceFeatures.count
        let firstStage = FirstStage(
            [
                View(name: "words", matrix: matrices[0], strengths: Self.strengths),
                View(name: "grams", matrix: matrices[1], strengths: Self.strengths),
            ],
            surface: texts.flatMap { views.surface[$0 * width..<($0 + 1) * width] }, rows: segments, workers)
        let (_, candidates) = firstStage.fit(data, keepsModels: false, workers)
        let ranks = try RankStatistics(
            scores: StageSelection.firstStageLogits(candidates: candidates, data: data, workers: workers), isTest: isTest,
            folds: folds.numbers)
        let interval = try Separability.interval(
            ranks, AreaBootstrap(ranks, groups: own.ofRow.map { Int($0) }), seed: options.seed, workers)
        return ValidationCheck.Area(auc: ranks.area, lower: interval.lower, upper: interval.upper)
    }

    /// The rows with their own texts renumbered, and the texts' segments in the fit.
    private func numbered(_ rows: [Int]) -> (rows: SegmentRows, texts: [Int]) {
        let all = pair.rows
        var numbers: [Int: Int32] = [:]
        var texts: [Int] = []
        var segments: [Int32] = []
        for row in rows {
            for slot in 0..<all.slots {
                let segment = all[row, slot]
                if numbers[segment] == nil {
                    numbers[segment] = Int32(texts.count)
                    texts.append(segment)
                }
                segments.append(numbers[segment, default: 0])
            }
        }
        return (SegmentRows(slots: all.slots, segments: segments), texts)
    }
}
