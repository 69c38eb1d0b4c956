import ImportanceWeights
import ParallelWork
import ShiftEstimates
import ShiftModel
import SparseFeatures

/// Weights of discriminators that were fitted again on resampled groups of both sides: how uncertain the weights themselves are.
///
/// Features and folds stay; each refit draws as many groups as there are, with replacement, and all rows are then scored out
/// of fold by its models. What an estimate varies over the refits, with the scores as they are, is added to the variance of
/// its interval.
struct WeightRefits: Sendable {
    /// Of each refit the weight of each row of the pair; 0 for test rows.
    private let weights: [[Double]]

    init?(_ saved: SavedAnalysis, _ count: Int, _ workers: WorkerPool) {
        guard saved.summary.discriminator.verdict == .shift else { return nil }
        let groups = saved.grouping.groups
        var rowsOfGroup = [[Int]](repeating: [], count: groups.count)
        for (row, group) in groups.ofRow.enumerated() { rowsOfGroup[Int(group)].append(row) }
        let bootstrap = GroupBootstrap(groupCount: groups.count, replicates: count, seed: saved.options.seed &+ 1)
        weights = (0..<count).compactMap { number in
            var rows: [Int] = []
            for (group, times) in bootstrap.counts(number).enumerated() {
                for _ in 0..<times { rows += rowsOfGroup[group] }
            }
            return try? Self.weights(saved, rows, workers)
        }
    }

    private static func weights(_ saved: SavedAnalysis, _ rows: [Int], _ workers: WorkerPool) throws -> [Double] {
        let slots = saved.pair.rows.slots
        let data = LabelledRows(
            rows: SegmentRows(
                slots: slots, segments: rows.flatMap { row in (0..<slots).map { Int32(saved.pair.rows[row, $0]) } }),
            isTest: rows.map { saved.data.isTest[$0] }, folds: rows.map { saved.data.folds[$0] },
            foldCount: saved.data.foldCount)
        let fitted = FittedPair(views: saved.views, data: data, workers: workers)
        let model = try DiscriminatorModel(
            saved.model.header, crossFit: fitted.crossFit, stages: fitted.stages, views: saved.views, data: data, isShift: true,
            groupHashes: rows.map { saved.grouping.groups.identities[Int(saved.grouping.groups.ofRow[$0])] }, workers: workers)
        let scores = ModelScorer(model).scores(
            TextProjector.Views(saved.views), rows: saved.pair.rows, folds: saved.data.folds.map { Int($0) }, workers: workers)
        let own = try saved.options.weighting.weights(of: saved.pair.trainRows.map { scores[$0].pTest }).values
        var weights = [Double](repeating: 0, count: saved.pair.count)
        for (row, weight) in zip(saved.pair.trainRows, own) { weights[row] = weight }
        return weights
    }

    /// The variance of each estimate of a measure over the refits.
    func extraVariance(
        _ series: ScoredSeries, _ measure: Measure, predictions: [OutcomeRegression.Prediction]?
    ) -> [Estimator: Double] {
        var values: [Estimator: [Double]] = [:]
        let none = GroupBootstrap(groupCount: 1, replicates: 0, seed: 0)
        for refit in weights {
            let rows = ScoredRows(
                weights: series.rows.map { refit[$0] }, groups: series.rows.map { _ in 0 }, groupCount: 1, testGroupSizes: [])
            let workers = WorkerPool(workers: 1)
            guard let found = try? Estimates(of: measure, rows: rows, predictions: predictions, bootstrap: none, workers: workers)
            else { continue }
            for (estimator, estimate) in found.values { values[estimator, default: []].append(estimate.value) }
        }
        return values.mapValues { list in
            guard list.count > 1 else { return 0 }
            let mean = list.reduce(0, +) / Double(list.count)
            return list.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(list.count - 1)
        }
    }
}
