import ImportanceWeights
import ParallelWork
import ShiftModel
import TextRecords

/// Each source of train told from the other sources by a discriminator of its own: the weights under which the others stand for it.
///
/// The steps are those of the analysis, on its features and folds: the choice of λ, the calibration and the rule of the null model. A row
/// that names no source is among the others of every source.
struct SourceFits: Sendable {
    /// One source held out.
    struct Held: Sendable {
        let name: String
        /// Its training rows, canonical, ascending.
        let rows: [Int]
        /// Weights of the other training rows, by canonical row; 0 for those of the source and of test.
        let weights: [Double]
        /// Whether the discriminator tells it from the others.
        let isShift: Bool
    }

    /// By name.
    let held: [Held]
    /// Sources with too few rows to be held out, and those beyond the largest ``most``.
    let leftOut: Int
    /// Training rows that name no source.
    let unnamed: Int
    /// Test rows that name a source which train has.
    let knownTestRows: Int
    /// The share of each source in test, in the order of their names; rows that name none are one.
    let testShares: [Double]

    /// A source of fewer rows says too little.
    static let leastRows = 30
    /// Each source takes a fit, so the largest ones are held out, fewer of them the larger the fit.
    private static let most = 10...40
    private static let budget = 80_000_000

    /// - Parameters:
    ///   - scored: Canonical rows with scores of some model.
    ///   - progress: Called as each fit begins, with its number and how many there are.
    /// - Throws: ``AnalysisError`` for a key that gives no two sources; `WeightError`.
    init(
        _ saved: RestoredAnalysis, key: String, period: TimePeriod?, scored: Set<Int>, _ workers: WorkerPool,
        progress: (@Sendable (Int, Int) -> Void)?
    ) throws {
        let pair = saved.pair
        let sources = try SourceColumn(pair, key: key, period: period).ofRow
        var rowsOf: [String: [Int]] = [:]
        for row in pair.trainRows {
            if let name = sources[row] { rowsOf[name, default: []].append(row) }
        }
        let groups = pair.groups.ofRow
        let enough = rowsOf.filter { _, rows in
            rows.count { scored.contains($0) } >= Self.leastRows
                && Set(rows.map { groups[$0] }).count >= 2 * saved.data.folds.count && rows.count < pair.trainRows.count
        }
        let entries = saved.views.words.entries.count + saved.views.grams.entries.count
        let most = min(max(Self.budget / max(entries, 1), Self.most.lowerBound), Self.most.upperBound)
        let chosen = enough.sorted { ($1.value.count, Array($0.key.utf8)) < ($0.value.count, Array($1.key.utf8)) }
            .prefix(most).sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
        guard chosen.count > 1 else {
            throw AnalysisError.sourcesTooFew(
                path: pair.train.path, key: key, found: rowsOf.count, enough: enough.count, least: Self.leastRows)
        }
        leftOut = rowsOf.count - chosen.count
        unnamed = pair.trainRows.count { sources[$0] == nil }
        let inTest = Dictionary(grouping: pair.testRows) { sources[$0] ?? "" }
        testShares = inTest.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }.map {
            Double($0.value.count) / Double(max(pair.testRows.count, 1))
        }
        knownTestRows = pair.testRows.count { sources[$0].map { rowsOf[$0] != nil } ?? false }
        held = try chosen.enumerated().map { number, source in
            progress?(number, chosen.count)
            return try Self.hold(out: source.value, name: source.key, saved, workers)
        }
    }

    private static func hold(
        out rows: [Int], name: String, _ saved: RestoredAnalysis, _ workers: WorkerPool
    ) throws -> Held {
        let pair = saved.pair
        var isHeld = [Bool](repeating: false, count: pair.count)
        for row in rows { isHeld[row] = true }
        let subset = RowSubset(
            pair.trainRows,
            of: LabelledRows(rows: pair.rows, isTest: isHeld, folds: saved.data.folds, groupCounts: saved.data.groupCounts),
            groups: pair.groups)
        var pTest = [Double](repeating: 0.5, count: pair.trainRows.count)
        var isShift = false
        if saved.data.folds.count > 1 {
            let fit = DiscriminatorFit(views: saved.views, data: subset.data, groups: nil, workers: workers)
            isShift = fit.gain(groups: subset.groups).isClear
            if isShift { pTest = fit.stages.calibratedLogits.map(LogisticObjective.sigmoid) }
        }
        let others = pTest.indices.filter { !subset.data.isTest[$0] }
        let own = try saved.options.weighting.weights(of: others.map { pTest[$0] }).values
        var weights = [Double](repeating: 0, count: pair.count)
        for (place, weight) in zip(others, own) { weights[pair.trainRows[place]] = weight }
        return Held(name: name, rows: rows, weights: weights, isShift: isShift)
    }
}

private func < (a: (Int, [UInt8]), b: (Int, [UInt8])) -> Bool {
    a.0 != b.0 ? a.0 < b.0 : a.1.lexicographicallyPrecedes(b.1)
}
