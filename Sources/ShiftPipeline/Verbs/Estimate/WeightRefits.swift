import ImportanceWeights
import ParallelWork
import ShiftEstimates
import ShiftModel
import SparseFeatures
import Statistics

/// Weights of discriminators that were fitted again on resampled groups of both sides: how uncertain the weights themselves
/// are.
///
/// Features and folds stay; each refit draws as many groups as there are, with replacement, and all rows are then scored out
/// of fold by its models. The variance of an estimate over the refits, with the scores as they are, is added to the variance of
/// its interval.
struct WeightRefits: Sendable {
    /// For each refit, the weight of each row of the pair; 0 for test rows.
    private let weights: [[Double]]

    init?(_ saved: RestoredAnalysis, _ count: Int, _ workers: WorkerPool) {
        guard saved.summary.verdict.isShift else { return nil }
        let groups = saved.pair.groups
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

    private static func weights(_ saved: RestoredAnalysis, _ rows: [Int], _ workers: WorkerPool) throws -> [Double] {
        let data = LabelledRows(
            rows: saved.pair.rows.selecting(rows),
            isTest: rows.map { saved.data.isTest[$0] }, folds: saved.data.folds.selecting(rows),
            groupCounts: saved.data.groupCounts)
        let fitted = DiscriminatorFit(views: saved.views, data: data, groups: nil, workers: workers)
        let model = try DiscriminatorModel(
            saved.model.header, crossFit: fitted.crossFit, stages: fitted.stages, views: saved.views, data: data, isShift: true,
            blankLimits: fitted.blanks.limits,
            groupHashes: rows.map { saved.pair.groups.identities[Int(saved.pair.groups.ofRow[$0])] }, workers: workers)
        let scores = ModelScorer(model).scores(
            TextProjector.Views(saved.views), rows: saved.pair.rows, folds: saved.data.folds.numbers, workers: workers)
        // Weights by class do not follow the discriminator.
        if saved.model.header.classPriors != nil { return saved.pair.order.spread(ofTrain: saved.weights, other: 0) }
        let own = try saved.options.weighting.weights(of: saved.pair.trainRows.map { scores[$0].pTest }).values
        return saved.pair.order.spread(ofTrain: own, other: 0)
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
            guard
                let found = try? Estimates(of: measure, rows: rows, predictions: predictions, bootstrap: none, workers: workers)
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
