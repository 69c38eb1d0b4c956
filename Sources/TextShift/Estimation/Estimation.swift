import Foundation
import ImportanceWeights
import ParallelWork
import ShiftEstimates
import ShiftModel
import ShiftReport
import TextRecords

/// Estimates what models will score on the test rows, from their scores on training rows.
///
/// - Parameters:
///   - scores: A file with, for some training rows, values of metrics, or labels and predictions; see ``ScoreFile``.
///   - folder: The folder of an analysis.
///   - options: See ``EstimateOptions``.
/// - Throws: `RecordError` for what cannot be read; ``ScoreError`` for scores that cannot be joined or used;
///   ``AnalysisError`` for a folder that is no analysis or whose inputs have changed.
public func estimate(scores: String, analysis folder: String, options: EstimateOptions = EstimateOptions()) throws -> EstimateSummary {
    let saved = try SavedAnalysis(folder: folder, train: options.train, test: options.test, threads: options.threads)
    return try Estimation(saved, scores: scores, options).summary
}

/// One run of ``estimate(scores:analysis:options:)``.
struct Estimation {
    let summary: EstimateSummary

    init(_ saved: SavedAnalysis, scores path: String, _ options: EstimateOptions) throws {
        let workers = WorkerPool(workers: options.threads)
        let joined = try JoinedScores(saved, path: path, options, workers)
        let series = try SeriesReader(
            scores: joined.file, train: saved.pair.train, options: options, labelKey: saved.options.labelKey, pairRows: joined.pairRows
        ).read()
        let rows = SeriesRows(saved, series, isDrawn: options.isDrawn)
        let regressions = rows.regressions(saved, series, workers)
        let bootstrap = GroupBootstrap(
            groupCount: rows.groupKeys.count, replicates: options.replicates, seed: saved.options.seed)
        var models: [EstimateSummary.Model] = []
        var replicates: [String: [(model: String, value: Double, drawn: [Double])]] = [:]
        let refits = options.refits > 0 && !options.isDrawn ? WeightRefits(saved, options.refits, workers) : nil
        var confidence: ConfidenceEstimate?
        if let key = options.confidenceKey, let test = options.testConfidences {
            guard series.count == 1 else { throw ScoreError.severalModels(path: path, option: "--confidence") }
            confidence = try ConfidenceEstimate(
                saved, joined.file, pairRows: joined.pairRows, key: key, test: test, idKey: options.idKey,
                replicates: options.replicates, workers)
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
                summary.thresholdedConfidence = try confidence?.figure(metric.measure, rows: one.rows, workers)
                metrics.append(summary)
                let best: Estimator = predictions == nil ? (options.isDrawn ? .unweighted : .selfNormalised) : .doublyRobust
                replicates[metric.name, default: []].append(
                    (one.model, summary.best.value, found.replicates[best] ?? []))
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
        summary = EstimateSummary(
            version: Version.current, scores: joined.summary(isDrawn: options.isDrawn),
            analysis: EstimateSummary.Analysis(
                trainDigest: saved.summary.inputs.train.digest, testDigest: saved.summary.inputs.test.digest,
                trainRows: saved.pair.train.count, testRows: saved.pair.test.count, weight: saved.summary.options.weight,
                groups: saved.summary.groups.by,
                seed: saved.options.seed, replicates: options.replicates, refits: options.isDrawn ? 0 : options.refits,
                isTrusted: saved.summary.trust.isTrusted, isShift: saved.summary.discriminator.verdict == .shift,
                failures: saved.summary.trust.failures), models: models, rankings: rankings)
    }

    private static func metric(
        _ name: String, _ scored: ScoredRows, _ found: Estimates, _ predictions: [OutcomeRegression.Prediction]?,
        _ extra: [Estimator: Double], isDrawn: Bool
    ) -> EstimateSummary.Metric {
        func figure(_ estimator: Estimator) -> EstimateSummary.Figure? {
            guard let estimate = found.values[estimator] else { return nil }
            // What the refits add to the variance makes the interval wider about its value.
            let own = estimate.standardError ?? 0
            let factor = own > 0 ? ((own * own + (extra[estimator] ?? 0)) / (own * own)).squareRoot() : 1
            return EstimateSummary.Figure(
                value: estimate.value, low: estimate.interval.map { estimate.value - factor * (estimate.value - $0.lowerBound) },
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

/// The rows of each model with their weights and groups, and the regressions of their metrics.
private struct SeriesRows {
    /// The keys of all groups that any model has scores of; groups are numbered along them.
    let groupKeys: [UInt64]
    /// One for each series.
    let scored: [ScoredRows]
    private let testRows: [Int]

    /// Metrics that are made of more means than this have no regression: each costs a fit.
    static let mostMeans = 150

    init(_ saved: SavedAnalysis, _ series: [ScoredSeries], isDrawn: Bool) {
        let groups = saved.grouping.groups
        let used = Set(series.flatMap { $0.rows.map { groups.ofRow[$0] } }).sorted()
        var numbers = [Int](repeating: 0, count: groups.count)
        for (number, group) in used.enumerated() { numbers[Int(group)] = number }
        groupKeys = used.map { groups.identities[Int($0)] }
        testRows = saved.pair.isTest.indices.filter { saved.pair.isTest[$0] }
        var sizes = [Int](repeating: 0, count: groups.count)
        for row in testRows { sizes[Int(groups.ofRow[row])] += 1 }
        let testSizes = sizes.filter { $0 > 0 }
        var weightOfRow = [Double](repeating: 0, count: saved.pair.count)
        for (row, weight) in zip(saved.pair.trainRows, saved.weights) { weightOfRow[row] = weight }
        let (weights, count) = (weightOfRow, used.count)
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
        _ saved: SavedAnalysis, _ series: [ScoredSeries], _ workers: WorkerPool
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

/// A score file joined to the rows of an analysis.
private struct JoinedScores {
    let file: ScoreFile
    /// The canonical row of each record; nil for one outside the sample.
    let pairRows: [Int?]

    init(_ saved: SavedAnalysis, path: String, _ options: EstimateOptions, _ workers: WorkerPool) throws {
        let train = saved.pair.train
        let named = options.metrics + [options.modelKey, options.labelKey, options.predictionKey, options.probabilityKey]
            .compactMap { $0 }.filter { $0.contains(".") }.compactMap { try? FieldPath(parsing: $0) }
        let isSample = saved.summary.isTrainSample
        let idKey = options.idKey ?? saved.options.idKey
        var numbers = [Int](repeating: 0, count: train.count)
        for row in saved.pair.trainRows { numbers[saved.pair.fileRow(row)] = row }
        guard options.isDrawn else {
            let read = try ScoreFile(
                path: path, format: options.format, named: named, corpus: train, idKey: idKey,
                seriesKey: options.modelKey ?? "model", allowsAbsent: isSample, workers: workers)
            if isSample, !read.isJoinedByID { throw ScoreError.idsNeeded(path: path) }
            file = read
            pairRows = read.rows.map { $0 == ScoreFile.absent ? nil : numbers[$0] }
            return
        }
        if isSample { throw ScoreError.drawnSetStreamed(path: path) }
        let drawn = try ValidationDraw(saved.pair, saved.grouping, saved.weights, saved.options).validation
        let validation = try Self.table(of: drawn, train, workers)
        let read = try ScoreFile(
            path: path, format: options.format, named: named, corpus: validation, idKey: idKey,
            seriesKey: options.modelKey ?? "model", allowsRepeats: true, firstOfEqualIDs: true, workers: workers)
        try Self.check(read, drawn, path: path, modelKey: options.modelKey ?? "model")
        file = read
        pairRows = read.rows.map { numbers[drawn[$0]] }
    }

    /// The records of the validation set, in its order.
    private static func table(of drawn: [Int], _ train: RecordTable, _ workers: WorkerPool) throws -> RecordTable {
        var bytes: [UInt8] = []
        for row in drawn {
            train.appendJSON(ofRecord: row, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        let name = "validation.jsonl"
        let origins = drawn.indices.map { SourceLocation(path: name, line: $0 + 1) }
        return try RecordTable.read(selected: bytes, origins: origins, path: name, named: [], workers: workers)
    }

    /// Each model has as many records of a row as the row has draws.
    private static func check(_ file: ScoreFile, _ drawn: [Int], path: String, modelKey: String) throws {
        let models = file.table.column(named: modelKey)
        var counts: [String: [Int: Int]] = [:]
        for (record, row) in file.rows.enumerated() {
            counts[models?.string(at: record) ?? "", default: [:]][drawn[row], default: 0] += 1
        }
        var expected: [Int: Int] = [:]
        for row in drawn { expected[row, default: 0] += 1 }
        for (_, own) in counts.sorted(by: { $0.key < $1.key }) {
            let found = own.values.reduce(0, +)
            let wrong = own.filter { $0.value > expected[$0.key, default: 0] }.keys.min()
            if found != drawn.count || wrong != nil {
                var name: String?
                if case .id(let key) = file.join, let wrong,
                    let record = file.rows.firstIndex(where: { drawn[$0] == wrong })
                {
                    name = file.table.column(named: key)?.string(at: record)
                }
                throw ScoreError.notTheDrawnSet(path: path, found: found, expected: drawn.count, unknown: name)
            }
        }
    }

    func summary(isDrawn: Bool) -> EstimateSummary.Scores {
        let by =
            switch file.join {
            case .id(let key): "id:\(key)"
            case .rowNumber: "row"
            case .order: "order"
            }
        return EstimateSummary.Scores(
            name: (file.table.path as NSString).lastPathComponent, digest: file.table.digest, records: file.table.count,
            joinedBy: by, isDrawn: isDrawn, outsideSample: pairRows.count { $0 == nil })
    }
}
