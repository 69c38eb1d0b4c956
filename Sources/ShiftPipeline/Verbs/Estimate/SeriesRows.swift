import ImportanceWeights
import ParallelWork
import ShiftEstimates
import ShiftModel
import SparseFeatures
import TextRecords

/// The rows of each model with their weights and groups, and the regressions of their metrics.
struct SeriesRows {
    /// The keys of all groups that any model has scores for; groups are numbered in this order.
    let groupKeys: [UInt64]
    /// One for each series.
    let scored: [ScoredRows]
    private let testRows: [Int]

    /// Metrics made of more means than this have no regression, since each mean takes a fit.
    static let mostMeans = 150

    init(_ saved: RestoredAnalysis, _ series: [ScoredSeries], isDrawn: Bool) {
        let groups = saved.pair.groups
        let used = Set(series.flatMap { $0.rows.map { groups.ofRow[$0] } }).sorted()
        var numbers = [Int](repeating: 0, count: groups.count)
        for (number, group) in used.enumerated() { numbers[Int(group)] = number }
        groupKeys = used.map { groups.identities[Int($0)] }
        testRows = saved.pair.testRows
        var sizes = [Int](repeating: 0, count: groups.count)
        for row in testRows { sizes[Int(groups.ofRow[row])] += 1 }
        let testSizes = sizes.filter { $0 > 0 }
        let (weights, count) = (saved.pair.order.spread(ofTrain: saved.weights, other: 0), used.count)
        let numbered = numbers
        scored = series.map { one in
            ScoredRows(
                weights: one.rows.map { isDrawn ? 1 : weights[$0] }, groups: one.rows.map { numbered[Int(groups.ofRow[$0])] },
                groupCount: count, testGroupSizes: testSizes)
        }
    }

    /// For each series and metric the regressions of its means; nil for a metric that has none. Models with scores of the same
    /// rows are fitted together.
    func regressions(
        _ saved: RestoredAnalysis, _ series: [ScoredSeries], _ workers: WorkerPool
    ) -> [[[OutcomeRegression.Prediction]?]] {
        let features = RidgeFeatures(
            matrices: [saved.views.words, saved.views.grams], surface: saved.views.surface, rows: saved.pair.rows)
        var found: [[[OutcomeRegression.Prediction]?]] = series.map { $0.metrics.map { _ in nil } }
        let together = Dictionary(grouping: series.indices) { series[$0].rows }
        for (rows, members) in together {
            var targets: [[Double]] = []
            var owners: [(series: Int, metric: Int, first: Int, count: Int)] = []
            for member in members {
                for (place, metric) in series[member].metrics.enumerated() {
                    guard case .means(let columns, _) = metric.measure.form, columns.count <= Self.mostMeans else { continue }
                    owners.append((member, place, targets.count, columns.count))
                    targets += columns
                }
            }
            guard !targets.isEmpty, !testRows.isEmpty else { continue }
            let own = scored[members[0]]
            guard Set(own.groups).count >= 2 * OutcomeRegression.foldCount else { continue }
            let predictions = OutcomeRegression(
                of: targets, features: features, rows: rows, weights: own.weights, groups: own.groups, groupKeys: groupKeys,
                testRows: testRows, seed: saved.options.seed, workers: workers
            ).predictions
            for owner in owners {
                found[owner.series][owner.metric] = Array(predictions[owner.first..<owner.first + owner.count])
            }
        }
        return found
    }
}
