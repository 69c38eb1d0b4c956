import Foundation
import ImportanceWeights
import ParallelWork
import ShiftEstimates
import Statistics

/// All roads to one metric on the test rows.
struct MetricRoads {
    let measure: Measure
    /// What expected counts give of it; nil for nothing.
    let figure: ScoredMetric.Figure?
    let rows: ScoredRows
    /// The canonical row of each scored row.
    let canonical: [Int]
    let predictions: [OutcomeRegression.Prediction]?
    let estimates: Estimates
    let bootstrap: GroupBootstrap
    let confidences: Confidences?
    let worlds: PlugInWorlds?
    let isDrawn: Bool

    /// Those that were walked, under given weights of the scored rows.
    ///
    /// - Parameter isAnalysis: Whether the weights are those of the analysis, whose bootstrap is known.
    func walked(_ weights: [Double], isAnalysis: Bool, _ workers: WorkerPool) throws -> [WalkedRoad] {
        let planted = (worlds?.worlds ?? []).map { own in
            (canonical.map { own.planted[$0] }, canonical.map { own.found[$0] })
        }
        let own =
            isAnalysis
            ? estimates
            : try Estimates(
                of: measure,
                rows: ScoredRows(
                    weights: weights, groups: rows.groups, groupCount: rows.groupCount, testGroupSizes: rows.testGroupSizes),
                predictions: predictions, bootstrap: bootstrap, workers: workers)
        var roads: [WalkedRoad] = []
        let plain = own.values[.unweighted]?.value ?? .nan
        let plainDrawn = own.drawn[.unweighted] ?? []
        for (estimator, road) in [
            (Estimator.selfNormalised, Road.selfNormalised), (.clipped, .clipped), (.doublyRobust, .doublyRobust),
        ] {
            guard let value = own.values[estimator]?.value, let drawn = own.drawn[estimator] else { continue }
            // The regression stands as it is: what it leaves is what the weights have to find.
            let misses = workers.map(planted.count) { number in
                measure.value(weights: planted[number].1) - measure.value(weights: planted[number].0)
            }
            roads.append(
                WalkedRoad(
                    road: road, value: value, plain: plain, drawn: drawn, plainDrawn: plainDrawn,
                    testVariance: own.testVariances[estimator] ?? 0, misses: misses))
        }
        guard let confidences else { return roads }
        if let values = measure.rowValues {
            roads += byConfidence(confidences, values, weights, planted, workers)
        } else if let figure, confidences.suffice(for: figure),
            let road = byExpectedCounts(confidences, figure, weights, planted, workers)
        {
            roads.append(road)
        }
        return roads
    }

    /// Weights of the scored rows in each world: those planted, and those found.
    private typealias Worlds = [([Double], [Double])]

    /// The two roads of a mean over rows.
    private func byConfidence(
        _ confidences: Confidences, _ values: [Double], _ weights: [Double], _ worlds: Worlds, _ workers: WorkerPool
    ) -> [WalkedRoad] {
        let sure = confidences.rows(canonical)
        let rises = sure.rises(values: values, weights: weights)
        // The test rows are those that the figure is for: their confidences are known, and only their labels vary.
        let everyTest = [Double](repeating: 1, count: confidences.testCount)
        let fitted = sure.fitted(values: values, weights: weights, rises: rises)
        let testVariance = rows.testVariance(zip(values, fitted).map { $0 - $1 }, weights: weights)
        // In a world the test rows are the training rows under the planted weights, whose scores are known.
        let same = confidences.rows(canonical, against: canonical)
        @Sendable func truth(_ weights: [Double]) -> Double { Self.mean(values, weights) }
        var roads = [
            road(
                .confidenceUnderWeights, weights, worlds, testVariance, workers,
                { Self.mean(sure.mapped(values: values, weights: $0, rises: rises), everyTest) },
                miss: { Self.mean(same.mapped(values: values, weights: $1, rises: rises), $0) - truth($0) })
        ]
        if values.allSatisfy({ $0 == 0 || $0 == 1 }), rises {
            roads.append(
                road(
                    .thresholdedConfidence, weights, worlds, testVariance, workers,
                    { sure.aboveThreshold(values: values, weights: $0, testWeights: everyTest) },
                    miss: { same.aboveThreshold(values: values, weights: $1, testWeights: $0) - truth($0) }))
        }
        return roads
    }

    /// The road of macro F1 and AUC; nil without class probabilities, and for too many.
    private func byExpectedCounts(
        _ confidences: Confidences, _ figure: ScoredMetric.Figure, _ weights: [Double], _ worlds: Worlds, _ workers: WorkerPool
    ) -> WalkedRoad? {
        guard let counts = confidences.expectedCounts(canonical),
            let same = confidences.heldOut(canonical).expectedCounts(canonical)
        else { return nil }
        let everyTest = [Double](repeating: 1, count: confidences.testCount)
        @Sendable func value(_ counts: ExpectedCounts, _ weights: [Double], _ others: [Double]) -> Double {
            switch figure {
            case .macroF1: counts.macroF1(weights: weights, counts: others)
            case .area(let positive): counts.area(of: positive, weights: weights, counts: others)
            }
        }
        let deviations =
            switch figure {
            case .macroF1: counts.deviationsOfMacroF1(weights: weights)
            case .area(let positive): counts.deviationsOfArea(of: positive, weights: weights)
            }
        return road(
            .confidenceUnderWeights, weights, worlds, rows.testVariance(deviations, weights: weights), workers,
            { value(counts, $0, everyTest) }, miss: { value(same, $1, $0) - measure.value(weights: $0) })
    }

    /// - Parameters:
    ///   - figure: On the test rows, by weights of the scored rows.
    ///   - miss: In a world, by the weights planted and those found, how far off it is.
    private func road(
        _ road: Road, _ weights: [Double], _ worlds: Worlds, _ testVariance: Double, _ workers: WorkerPool,
        _ figure: @escaping @Sendable ([Double]) -> Double, miss: @escaping @Sendable ([Double], [Double]) -> Double
    ) -> WalkedRoad {
        let (groups, bootstrap) = (rows.groups, bootstrap)
        let drawn = workers.map(bootstrap.replicates) { number -> (Double, Double) in
            let counts = bootstrap.counts(number)
            let times = groups.map { Double(counts[$0]) }
            return (figure(zip(times, weights).map { $0 * $1 }), figure(times))
        }
        let ones = [Double](repeating: 1, count: rows.count)
        return WalkedRoad(
            road: road, value: figure(weights), plain: figure(ones), drawn: drawn.map(\.0), plainDrawn: drawn.map(\.1),
            testVariance: testVariance, misses: workers.map(worlds.count) { miss(worlds[$0].0, worlds[$0].1) })
    }

    private static func mean(_ values: [Double], _ weights: [Double]) -> Double {
        zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    }
}

extension MetricRoads {
    /// Adds the roads, the figure to quote and the agreement to a metric.
    ///
    /// - Parameter isShift: Whether the analysis found a shift; where it did not, every weight is 1.
    /// - Returns: The road to the figure to quote; nil without one, and for a drawn set.
    func fill(_ metric: inout EstimateSummary.Metric, isShift: Bool, _ workers: WorkerPool) throws -> WalkedRoad? {
        let bounds = bounds(metric.name)
        guard !isDrawn else {
            fillDrawn(&metric, bounds)
            return nil
        }
        let walked = try walked(rows.weights, isAnalysis: true, workers)
        var alternative: [WalkedRoad]?
        if !isShift, let worlds {
            alternative = try self.walked(canonical.map { worlds.alternative[$0] }, isAnalysis: false, workers)
        }
        let groups = estimates.effectiveGroups
        let found = RecommendedFigure(
            walked, alternative: alternative, worlds: worlds, effectiveRows: estimates.effectiveRows, groups: groups,
            bounds: bounds)
        metric.recommended = found.recommendation
        metric.agreement = found.agreement
        let isWide = estimates.effectiveRows >= TrustLimits.leastEffectiveRows
        metric.roads = Road.walked.map { road in
            var figure = EstimateSummary.RoadFigure(name: road)
            var range: ClosedRange<Double>?
            if let own = walked.first(where: { $0.road == road }), own.value.isFinite {
                figure.value = own.value
                let reach =
                    1.959_963_984_540_054 * StudentT.widening(degrees: groups - 1)
                    * (own.samplingVariance + own.testVariance).squareRoot()
                range = own.value - reach...own.value + reach
            } else if road == .unweighted, let own = estimates.values[.unweighted] {
                figure.value = own.value
                range = own.interval ?? own.value...own.value
            } else {
                figure.reason = gap(road)
                return figure
            }
            let value = figure.value ?? 0
            if !isWide {
                figure.reason = .fewEffectiveRows
            } else if let range,
                let interval = RecommendedFigure.interval(range, around: value, bounds, groups: groups)
            {
                (figure.low, figure.high) = (interval.lowerBound, interval.upperBound)
            } else {
                figure.reason = .noVariation
            }
            return figure
        }
        return found.road
    }

    /// Draws count equally, and need no weights.
    private func fillDrawn(_ metric: inout EstimateSummary.Metric, _ bounds: ClosedRange<Double>?) {
        let own = metric.unweighted
        var figure = EstimateSummary.Recommendation(value: own.value, method: .unweighted)
        let range = own.low.flatMap { low in own.high.map { low...max(low, $0) } }
        let interval = range.flatMap {
            RecommendedFigure.interval($0, around: own.value, bounds, groups: estimates.effectiveGroups)
        }
        (figure.low, figure.high) = (interval?.lowerBound, interval?.upperBound)
        if interval == nil { figure.reason = range == nil ? .fewEffectiveRows : .noVariation }
        metric.recommended = figure
        metric.roads = Road.walked.map { road in
            road == .unweighted
                ? EstimateSummary.RoadFigure(
                    name: road, value: figure.value, low: figure.low, high: figure.high, reason: figure.reason)
                : EstimateSummary.RoadFigure(name: road, reason: .isDrawn)
        }
    }

    /// Puts what the labels of test rows say in the place of the roads' figure, and says whether that one was right.
    ///
    /// The proxy is the road by confidence, row by row: the map of the confidence to the metric under the weights. For a metric that is no
    /// mean over rows it is the confidence itself.
    func fill(_ metric: inout EstimateSummary.Metric, labelled: LabelledTest, model: String) {
        var proxies: (values: [Int: Double], mean: Double, isOfMetric: Bool)?
        if let confidences {
            let own = confidences.proxies(
                canonical, values: measure.rowValues, weights: rows.weights, others: labelled.outside)
            proxies = (own.values, own.mean, measure.rowValues != nil)
        }
        guard let found = labelled.figure(model: model, metric: metric.name, proxies: proxies) else { return }
        let (figure, before) = (found.figure, metric.recommended)
        let bounds = bounds(metric.name)
        var result = EstimateSummary.Recommendation(value: RecommendedFigure.inside(figure.value, bounds), method: .labelled)
        result.low = RecommendedFigure.inside(figure.interval.lowerBound, bounds)
        result.high = RecommendedFigure.inside(figure.interval.upperBound, bounds)
        metric.recommended = result
        var summary = EstimateSummary.Labelled(
            rows: found.rows, strata: found.strata, labelsAlone: figure.labelsAlone, proxyShare: figure.share,
            degrees: figure.degrees)
        if let before {
            summary.roads = EstimateSummary.RoadFigure(
                name: before.method, value: before.value, low: before.low, high: before.high, reason: before.reason)
            summary.moved = result.value - before.value
            summary.roadsHeld = figure.interval.contains(before.value)
        }
        metric.labelled = summary
    }

    private func bounds(_ name: String) -> ClosedRange<Double>? { RecommendedFigure.bounds(of: measure, name) }

    private func gap(_ road: Road) -> RoadGap {
        switch road {
        case .unweighted, .selfNormalised, .clipped, .meanOfConfidences, .labelled, .bySource: return .noVariation
        case .doublyRobust:
            if case .means = measure.form { return .noRegression }
            return .notMean
        case .confidenceUnderWeights, .thresholdedConfidence:
            if measure.rowValues == nil {
                guard let figure, road == .confidenceUnderWeights else { return .notMean }
                return confidences?.suffice(for: figure) == true ? .tooManyClasses : .noProbabilities
            }
            if confidences == nil { return .noConfidences }
            return .notZeroOrOne
        }
    }
}
