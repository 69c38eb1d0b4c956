import Foundation
import ImportanceWeights
import ParallelWork
import ShiftEstimates
import ShiftModel
import Statistics
import TextRecords

/// Estimates what models will score on the test rows of an analysis, from their scores on training rows.
package struct Estimation {
    package private(set) var summary: EstimateSummary

    /// - Parameters:
    ///   - path: A file with, for some training rows, values of metrics, or labels and predictions; see ``ScoreFile``.
    /// - Throws: `RecordError` for what cannot be read; ``AnalysisError`` for scores that cannot be joined or used.
    ///   - progress: Called as each plug-in world begins, with its number and how many there are.
    ///   - onSource: The same of the sources that are held out.
    package init(
        _ saved: RestoredAnalysis, scores path: String, _ options: EstimateOptions,
        progress: (@Sendable (Int, Int) -> Void)? = nil, onSource: (@Sendable (Int, Int) -> Void)? = nil
    ) throws {
        let workers = WorkerPool(workers: options.reread.threads)
        let joined = try JoinedScores(saved, path: path, options, workers)
        let series = try SeriesReader(
            scores: joined.file, train: saved.pair.train, options: options, labelKey: saved.options.labelKey,
            pairRows: joined.pairRows
        ).read()
        let rows = SeriesRows(saved, series, isDrawn: options.isDrawn)
        let regressions = rows.regressions(saved, series, workers)
        let bootstrap = GroupBootstrap(
            groupCount: rows.groupKeys.count, replicates: options.replicates, seed: saved.options.seed)
        var models: [EstimateSummary.Model] = []
        var replicates: [String: [(model: String, value: Double, drawn: [Double])]] = [:]
        let refits = options.refits > 0 && !options.isDrawn ? WeightRefits(saved, options.refits, workers) : nil
        let confidences = try options.testConfidences.map { path in
            try Self.confidences(saved, joined.file, series, test: path, options, workers)
        }
        let labelled = try options.labelledTest.map {
            try LabelledTest(saved, path: $0, scores: series, options, workers)
        }
        let worlds = options.isQuick || options.isDrawn ? nil : try PlugInWorlds(saved, workers, progress: progress)
        let sources = try options.sourceKey.map { key in
            try SourceFits(
                saved, key: key, period: options.period, scored: Set(series.flatMap(\.rows)), workers, progress: onSource)
        }
        let errors = sources.map {
            SourceErrors(
                saved, $0, groupKeys: rows.groupKeys, factor: worlds.map { RecommendedFigure.factor($0.recovered) } ?? 1,
                workers)
        }
        for (number, one) in series.enumerated() {
            let scored = rows.scored[number]
            var metrics: [EstimateSummary.Metric] = []
            for (place, metric) in one.metrics.enumerated() {
                let predictions = regressions[number][place]
                let found = try Estimates(
                    of: metric.measure, rows: scored, predictions: predictions, bootstrap: bootstrap, workers: workers)
                let widened = refits?.extraVariance(one, metric.measure, predictions: predictions) ?? [:]
                var summary = Self.metric(metric.name, scored, found, predictions, widened, isDrawn: options.isDrawn)
                let roads = MetricRoads(
                    measure: metric.measure, figure: metric.figure, rows: scored, canonical: one.rows, predictions: predictions,
                    estimates: found, bootstrap: bootstrap, confidences: confidences?[number], worlds: worlds,
                    isDrawn: options.isDrawn)
                let road = try roads.fill(&summary, isShift: saved.summary.verdict.isShift, workers)
                if let sources, let errors {
                    roads.fill(
                        &summary, sources: sources, isOrdered: options.period != nil, isTestNew: Self.isNew(sources, saved),
                        errors: errors.errors(
                            metric, canonical: one.rows, groups: scored.groups, confidences: confidences?[number]),
                        road: road)
                }
                if let labelled { roads.fill(&summary, labelled: labelled, model: one.model) }
                metrics.append(summary)
                let best: Estimator = predictions == nil ? (options.isDrawn ? .unweighted : .selfNormalised) : .doublyRobust
                replicates[metric.name, default: []].append(
                    (one.model, summary.best.value, road?.stretched ?? found.replicates[best] ?? []))
            }
            models.append(EstimateSummary.Model(name: one.model, metrics: metrics))
        }
        let order = series.first.map { $0.metrics.map(\.name) } ?? []
        let rankings = replicates.filter { $0.value.count > 1 }.map { metric, entries in
            let ranking = Ranking(
                values: entries.map(\.value), replicates: entries.map(\.drawn), higherIsBetter: !MetricNames.isLoss(metric))
            return EstimateSummary.Ranking(
                metric: metric, models: ranking.order.map { entries[$0].model },
                probability: ranking.probability.isFinite ? ranking.probability : 0,
                bestProbability: ranking.bestProbability.isFinite ? ranking.bestProbability : 0)
        }.sorted { (order.firstIndex(of: $0.metric) ?? .max, $0.metric) < (order.firstIndex(of: $1.metric) ?? .max, $1.metric) }
        var analysed = EstimateSummary.Analysis(
            trainDigest: saved.summary.inputs.train.digest, testDigest: saved.summary.inputs.test.digest,
            trainRows: saved.pair.train.count, testRows: saved.pair.test.count, weight: saved.summary.options.weight,
            groups: saved.summary.groups.by,
            seed: saved.options.seed, replicates: options.replicates, refits: options.isDrawn ? 0 : options.refits,
            verdict: saved.summary.verdict)
        analysed.worlds = worlds.map {
            EstimateSummary.WorldsSummary(
                count: $0.worlds.count, recovered: $0.recovered, factor: RecommendedFigure.factor($0.recovered))
        }
        var scores = joined.summary(isDrawn: options.isDrawn)
        // Of several models the one that looks most so.
        scores.inSample = try confidences?.enumerated().map { number, own in
            try InSampleCheck.summary(
                own, canonical: series[number].rows, rows.scored[number], seed: saved.options.seed, workers)
        }.max { $0.auc - InSampleCheck.errors * $0.standardError < $1.auc - InSampleCheck.errors * $1.standardError }
        scores.otherFolds = try joined.otherFolds(than: saved.data.folds.numbers)
        scores.labelled = labelled?.summary
        summary = EstimateSummary(
            version: Version.current, scores: scores,
            analysis: analysed, models: models, rankings: rankings)
        if let sources, let key = options.sourceKey {
            summary.sources = EstimateSummary.Sources(
                key: key, period: options.period, count: sources.held.count, leftOut: sources.leftOut,
                unnamedRows: sources.unnamed, knownTestRows: sources.knownTestRows, isTestNew: Self.isNew(sources, saved))
        } else if !options.isDrawn {
            summary.proposedSources = SourceProposal.find(saved, Set(series.flatMap(\.rows)), options)
        }
    }

    /// The confidences of each model.
    private static func confidences(
        _ saved: RestoredAnalysis, _ scores: ScoreFile, _ series: [ScoredSeries], test path: String, _ options: EstimateOptions,
        _ workers: WorkerPool
    ) throws -> [Confidences] {
        let option = options.confidenceKey == nil ? "--probabilities" : "--confidence"
        // Several models' metrics side by side in a record have one field of confidences between them.
        guard Set(series.map(\.recordModel)).count == series.count else {
            throw AnalysisError.severalModels(path: scores.table.path, option: option)
        }
        let modelKey = options.modelKey ?? "model"
        let file = try ScoreFile(
            path: path, named: options.namedOfTest, corpus: saved.pair.test, idKey: options.idKey ?? saved.options.idKey,
            seriesKey: modelKey, allowsAbsent: saved.pair.test.count < saved.summary.inputs.test.records, workers: workers)
        let hasModels = file.table.column(named: modelKey) != nil && series.contains { !$0.recordModel.isEmpty }
        guard series.count == 1 || hasModels else { throw AnalysisError.severalModels(path: path, option: option) }
        return try series.map { one in
            try Confidences(
                saved, scores, one, test: file, modelKey: hasModels ? modelKey : nil, key: options.confidenceKey,
                replicates: options.replicates)
        }
    }

    /// Whether most test rows are of no source that train has: the errors between sources are then like the one to come.
    private static func isNew(_ sources: SourceFits, _ saved: RestoredAnalysis) -> Bool {
        2 * sources.knownTestRows < saved.pair.testRows.count
    }

    private static func metric(
        _ name: String, _ scored: ScoredRows, _ found: Estimates, _ predictions: [OutcomeRegression.Prediction]?,
        _ extra: [Estimator: Double], isDrawn: Bool
    ) -> EstimateSummary.Metric {
        func figure(_ estimator: Estimator) -> EstimateSummary.Figure? {
            guard let estimate = found.values[estimator] else { return nil }
            // The variance that the refits add widens the interval around its value.
            let own = estimate.standardError ?? 0
            let factor = own > 0 ? ((own * own + (extra[estimator] ?? 0)) / (own * own)).squareRoot() : 1
            return EstimateSummary.Figure(
                value: estimate.value,
                low: estimate.interval.map { estimate.value - factor * (estimate.value - $0.lowerBound) },
                high: estimate.interval.map { estimate.value + factor * ($0.upperBound - estimate.value) },
                standardError: estimate.standardError.map { $0 * factor })
        }
        let nothing = EstimateSummary.Figure(value: 0, low: nil, high: nil, standardError: nil)
        return EstimateSummary.Metric(
            name: name, rows: scored.count, groups: Set(scored.groups).count, effectiveRows: found.effectiveRows,
            effectiveGroups: found.effectiveGroups, unweighted: figure(.unweighted) ?? nothing,
            selfNormalised: isDrawn ? nil : figure(.selfNormalised), clipped: isDrawn ? nil : figure(.clipped),
            clippedMass: isDrawn ? 0 : scored.clipped.mass, doublyRobust: figure(.doublyRobust),
            explained: predictions?.count == 1 ? predictions?.first?.explained : nil,
            penalty: predictions?.count == 1 ? predictions?.first?.penalty : nil)
    }
}
