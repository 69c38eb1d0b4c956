import Statistics

extension MetricRoads {
    /// Adds what the sources of train say to a metric, and puts it in the place of the recommended figure's interval where there are
    /// ``EstimateSummary/leastSources`` of them and test is none.
    ///
    /// With e the errors of the sources, the metric on test is the figure minus their mean, ± t(k-1)·√(hτ² + SE² + V_S + V_T), the last two
    /// the variances by sampling of this figure, and h what part of τ² the sources of test leave in their mean.
    ///
    /// - Parameters:
    ///   - isOrdered: Whether the sources are spans of time, in order.
    ///   - isTestNew: Whether test is of no source that train has.
    ///   - road: That of the recommended figure.
    func fill(
        _ metric: inout EstimateSummary.Metric, sources: SourceFits, isOrdered: Bool, isTestNew: Bool,
        errors: [SourceErrors.Error],
        road: WalkedRoad?
    ) {
        guard let spread = SourceSpread(errors: errors.map { $0.estimated - $0.truth }, variances: errors.map(\.variance))
        else {
            return
        }
        let share = SourceSpread.varianceShare(
            of: sources.testShares,
            autocorrelation: isOrdered ? SourceSpread.autocorrelation(errors.map { $0.estimated - $0.truth }) : 0)
        let isShift = Dictionary(sources.held.map { ($0.name, $0.isShift) }) { first, _ in first }
        var found = EstimateSummary.BySource(
            sources: errors.map {
                EstimateSummary.BySource.Source(
                    name: $0.name, rows: $0.rows, estimated: $0.estimated, truth: $0.truth, offBy: $0.estimated - $0.truth,
                    standardError: $0.variance.squareRoot(), isShift: isShift[$0.name] ?? false)
            }, largest: errors.map { abs($0.estimated - $0.truth) }.max() ?? 0, mean: spread.mean,
            standardError: spread.standardError, tau: spread.tau, testShare: share)
        if isTestNew, spread.count >= EstimateSummary.leastSources, let before = metric.recommended, before.low != nil, let road
        {
            let bounds = RecommendedFigure.bounds(of: measure, metric.name)
            let middle = road.value - spread.mean
            let reach = spread.reach(sampling: road.samplingVariance + road.testVariance, share: share)
            var result = EstimateSummary.Recommendation(value: RecommendedFigure.inside(middle, bounds), method: .bySource)
            result.low = RecommendedFigure.inside(middle - reach, bounds)
            result.high = RecommendedFigure.inside(middle + reach, bounds)
            metric.recommended = result
            found.before = EstimateSummary.RoadFigure(
                name: before.method, value: before.value, low: before.low, high: before.high, reason: before.reason)
        }
        metric.bySource = found
    }
}
