import ImportanceWeights
import ParallelWork
import ShiftEstimates
import ShiftModel
import SparseFeatures
import Statistics

/// How far off the recommended figure would have been for each source of train, had it been the test set.
struct SourceErrors {
    /// Replicates of the bootstrap, whose variance alone is used.
    private static let replicates = 100

    private let saved: RestoredAnalysis
    private let fits: SourceFits
    private let groupKeys: [UInt64]
    private let features: RidgeFeatures
    /// How far beyond the weights the recommended figures go.
    private let factor: Double
    private let workers: WorkerPool

    /// - Parameter factor: That of the recommended figures.
    init(_ saved: RestoredAnalysis, _ fits: SourceFits, groupKeys: [UInt64], factor: Double, _ workers: WorkerPool) {
        (self.saved, self.fits, self.groupKeys, self.factor, self.workers) = (saved, fits, groupKeys, factor, workers)
        features = RidgeFeatures(
            matrices: [saved.views.words, saved.views.grams], surface: saved.views.surface, rows: saved.pair.rows)
    }

    /// One source.
    struct Error: Sendable {
        var name: String
        /// With a score.
        var rows: Int
        var estimated: Double
        var truth: Double
        /// Variance of the difference by sampling.
        var variance: Double
    }

    /// By source; a source without a figure, as an AUC with one kind of label, is left out.
    ///
    /// - Parameters:
    ///   - canonical: The scored rows, ascending, and their groups as ``SeriesRows`` numbers them.
    func errors(
        _ metric: ScoredMetric, canonical: [Int], groups: [Int], confidences: Confidences?
    ) -> [Error] {
        let measure = metric.measure
        return fits.held.compactMap { held in
            var isHeld = [Bool](repeating: false, count: saved.pair.count)
            for row in held.rows { isHeld[row] = true }
            let own = canonical.indices.filter { isHeld[canonical[$0]] }
            let others = canonical.indices.filter { !isHeld[canonical[$0]] }
            guard own.count >= SourceFits.leastRows, others.count >= SourceFits.leastRows else { return nil }
            let truth = measure.selecting(own).value(weights: [Double](repeating: 1, count: own.count))
            guard truth.isFinite,
                let road = road(
                    ScoredMetric(name: metric.name, measure: measure.selecting(others), figure: metric.figure), held,
                    rows: others.map { canonical[$0] }, groups: others.map { groups[$0] },
                    ofSource: (own.map { canonical[$0] }, own.map { groups[$0] }), confidences: confidences)
            else { return nil }
            let bounds = RecommendedFigure.bounds(of: measure, metric.name)
            return Error(
                name: held.name, rows: own.count, estimated: RecommendedFigure.inside(road.value, bounds), truth: truth,
                variance: road.samplingVariance + road.testVariance)
        }
    }

    /// What would be recommended for a source.
    private func road(
        _ metric: ScoredMetric, _ held: SourceFits.Held, rows: [Int], groups: [Int],
        ofSource source: (rows: [Int], groups: [Int]),
        confidences: Confidences?
    ) -> WalkedRoad? {
        let measure = metric.measure
        let weights = rows.map { held.weights[$0] }
        var sizes: [Int: Int] = [:]
        for group in source.groups { sizes[group, default: 0] += 1 }
        let scored = ScoredRows(
            weights: weights, groups: groups, groupCount: groupKeys.count,
            testGroupSizes: sizes.sorted { $0.key < $1.key }.map(\.value))
        let bootstrap = GroupBootstrap(
            groupCount: groupKeys.count, replicates: Self.replicates, seed: saved.options.seed)
        // Where there is a road by confidence it is taken, and needs no regression.
        let isByConfidence =
            confidences.map { measure.rowValues != nil || metric.figure.map($0.suffice) ?? false } ?? false
        let predictions = isByConfidence ? nil : self.predictions(measure, scored, rows, source.rows)
        guard
            let estimates = try? Estimates(
                of: measure, rows: scored, predictions: predictions, bootstrap: bootstrap, workers: workers)
        else { return nil }
        let roads = MetricRoads(
            measure: measure, figure: metric.figure, rows: scored, canonical: rows, predictions: predictions,
            estimates: estimates, bootstrap: bootstrap, confidences: isByConfidence ? confidences?.heldOut(source.rows) : nil,
            worlds: nil,
            isDrawn: false)
        guard let walked = try? roads.walked(weights, isAnalysis: true, workers),
            let chosen = RecommendedFigure.choice(of: walked)
        else {
            return nil
        }
        let found = chosen.further(RecommendedFigure.factor(of: chosen.road, factor))
        return found.value.isFinite ? found : nil
    }

    private func predictions(
        _ measure: Measure, _ scored: ScoredRows, _ rows: [Int], _ source: [Int]
    ) -> [OutcomeRegression.Prediction]? {
        guard case .means(let columns, _) = measure.form, columns.count <= SeriesRows.mostMeans,
            Set(scored.groups).count >= 2 * OutcomeRegression.foldCount
        else { return nil }
        return OutcomeRegression(
            of: columns, features: features, rows: rows, weights: scored.weights, groups: scored.groups, groupKeys: groupKeys,
            testRows: source, seed: saved.options.seed, workers: workers
        ).predictions
    }
}
