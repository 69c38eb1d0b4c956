import ImportanceWeights
import ShiftPipeline

// What estimates say, for the terminal and the page.
extension Wording {
    /// What was scored, and for which rows the figures are.
    func estimateBasis(_ summary: EstimateSummary) -> String {
        let rows = summary.models.first?.metrics.first?.rows ?? 0
        let what =
            summary.scores.isDrawn
            ? say.scoresOfDraws(rows: rows) : say.scoresOfRows(rows: rows, train: summary.analysis.trainRows)
        let count = summary.models.count
        let models = count > 1 ? say.severalModels(count: count) : ""
        let left = summary.scores.outsideSample
        return what + models + (left > 0 ? say.outsideFit(count: left) : "") + say.forTest(rows: summary.analysis.testRows)
    }

    /// What makes all figures doubtful, whatever the weights.
    func estimateWarnings(_ summary: EstimateSummary) -> [String] {
        var lines: [String] = []
        if let own = summary.scores.inSample, own.isLikely {
            lines.append(say.scoresInSample(auc: NumberText.fixed(own.auc, 3)))
        }
        if let count = summary.scores.otherFolds, count > 0 { lines.append(say.scoresOfOtherFolds(count: count)) }
        return lines
    }

    /// How far estimates with weights that are trusted hold.
    func estimateTrust(_ summary: EstimateSummary) -> String {
        let analysis = summary.analysis
        if summary.scores.isDrawn { return say.estimatesOfDraws }
        guard analysis.isShift else { return say.estimatesWithoutShift }
        guard let worlds = analysis.worlds else {
            return say.estimatesHold + (analysis.refits == 0 ? say.weightsTakenAsKnown : "")
        }
        let factor = NumberText.fixed(worlds.factor, 2)
        return say.estimatesHold
            + (worlds.recovered.map {
                say.worldsFound(count: worlds.count, share: NumberText.percent(min(max($0, 0), 1)), factor: factor)
            } ?? "")
    }

    /// What a road is called.
    func name(_ road: Road, isDrawn: Bool) -> String {
        switch road {
        case .unweighted: isDrawn ? say.meanOfDraws : say.unweighted
        case .selfNormalised: say.weighted
        case .clipped: say.clippedEstimate
        case .doublyRobust: say.doublyRobust
        case .confidenceUnderWeights: say.byConfidence
        case .thresholdedConfidence: say.byThreshold
        case .meanOfConfidences: say.meanOfConfidences
        case .labelled: say.byLabels
        case .bySource: say.bySource
        }
    }

    /// Why a road was not walked, or a figure has no interval.
    func words(_ reason: RoadGap) -> String {
        switch reason {
        case .noConfidences: say.gapNoConfidences
        case .notMean: say.gapNotMean
        case .noProbabilities: say.gapNoProbabilities
        case .tooManyClasses: say.gapTooManyClasses
        case .notZeroOrOne: say.gapNotZeroOrOne
        case .noRegression: say.gapNoRegression
        case .isDrawn: say.gapIsDrawn
        case .fewEffectiveRows: say.gapFewRows(least: NumberText.rounded(TrustLimits.leastEffectiveRows))
        case .noVariation: say.gapNoVariation
        }
    }

    /// Whether the roads lead to one place.
    func agreement(_ found: EstimateSummary.Agreement) -> String {
        let (spread, noise) = (NumberText.figure(found.spread), NumberText.figure(found.noise))
        return found.verdict == .agree
            ? say.roadsAgree(spread: spread, noise: noise) : say.roadsDisagree(spread: spread, noise: noise)
    }

    /// A figure with its interval, if it has one.
    func figure(_ value: Double, low: Double?, high: Double?) -> String {
        guard let low, let high else { return NumberText.figure(value) }
        return NumberText.figure(value)
            + say.bracketed(text: say.range(low: NumberText.figure(low), high: NumberText.figure(high)))
    }

    /// The figure to quote of a metric, where it comes from, and whether the roads agree: what its picture says.
    func estimate(_ metric: EstimateSummary.Metric, of summary: EstimateSummary) -> String {
        guard let best = metric.recommended else { return "" }
        var sentences = [
            say.recommendedFigure(
                figure: figure(best.value, low: best.low, high: best.high),
                road: name(best.method, isDrawn: summary.scores.isDrawn))
        ]
        if let agreement = metric.agreement { sentences.append(self.agreement(agreement)) }
        if best.low == nil, let reason = best.reason { sentences.append(say.noInterval(reason: words(reason))) }
        return join(sentences)
    }
}
