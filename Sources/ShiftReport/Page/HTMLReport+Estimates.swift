import ShiftPipeline

extension HTMLReport {
    /// Metrics that are drawn.
    private static let drawnMetrics = 12

    /// The roads to each metric in pictures, with what makes the figures doubtful.
    static func context(_ estimates: EstimateSummary, _ wording: Wording) -> [String: Any] {
        let metrics = estimates.models.flatMap { model in model.metrics.map { (model.name, $0) } }
        let figures = metrics.prefix(drawnMetrics).enumerated().compactMap { number, own in
            RoadPlot.figure(own.1, model: own.0, of: estimates, number: number, wording)
        }
        let analysis = estimates.analysis
        var warnings = wording.estimateWarnings(estimates)
        if !analysis.isTrusted { warnings.append(wording.say.estimatesFail) }
        var notes = [wording.estimateBasis(estimates) + wording.say.stop]
        if analysis.isTrusted { notes.append(wording.estimateTrust(estimates)) }
        if metrics.count > drawnMetrics { notes.append(wording.say.moreEstimates) }
        return ["warnings": warnings, "notes": notes, "figures": figures.map(context)]
    }
}
