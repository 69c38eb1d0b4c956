import Foundation
import ImportanceWeights
import ShiftEstimates
import Statistics

/// The figure to quote of one metric, its interval, and whether the roads agree.
///
/// With r the part of a planted ratio that the pipeline finds (``PlugInWorlds/recovered``), every road goes 1/r times as far from no
/// weights as the weights lead, those by confidence half as much further. The half width is
///
///     h² = (z t)² (V_S + V_T) + z² V_W + (z κ c)² + (δ s)²,
///
/// with V_S the bootstrap's variance, V_T that of the test rows' labels, V_W that over the worlds, t Student's widening, c how far
/// the figure would be carried beyond the weights if r counted down to ``leastPlausible``, and s the spread of the roads. κ and δ
/// were set on worlds with a known ratio and on pairs that nobody built (docs/estimates.md).
struct RecommendedFigure {
    let recommendation: EstimateSummary.Recommendation?
    let agreement: EstimateSummary.Agreement?
    /// The road to it, carried beyond the weights; nil without one.
    let road: WalkedRoad?

    /// A smaller part than this is noise of few rows, and counts as this much.
    static let leastRecovered = 0.65
    /// From few rows the part that is found may be as small as this; the interval says so where the figure does not follow.
    static let leastPlausible = 0.35
    /// κ.
    static let recoveryShare = 0.3
    /// δ.
    static let spreadShare = 1.0
    private static let z = 1.959_963_984_540_054

    /// How many times as far as the weights to go.
    static func factor(_ recovered: Double?, least: Double = leastRecovered) -> Double {
        recovered.map { 1 / min(max($0, least), 1) } ?? 1
    }

    /// A road by confidence goes half as much further: the confidence stands for a part of what the weights miss.
    static func factor(of road: Road, _ factor: Double) -> Double {
        switch road {
        case .confidenceUnderWeights, .thresholdedConfidence, .meanOfConfidences: 0.5 * (1 + factor)
        case .unweighted, .selfNormalised, .clipped, .doublyRobust, .labelled, .bySource: factor
        }
    }

    /// - Parameters:
    ///   - roads: Under the weights of the analysis.
    ///   - alternative: Under the weights of the best score that is not null; nil where the analysis found a shift.
    ///   - worlds: nil where none were made.
    ///   - effectiveRows: Of the scored rows.
    ///   - groups: Effective number of groups.
    ///   - bounds: Of the metric.
    init(
        _ roads: [WalkedRoad], alternative: [WalkedRoad]?, worlds: PlugInWorlds?, effectiveRows: Double, groups: Double,
        bounds: ClosedRange<Double>?
    ) {
        guard let chosen = Self.choice(of: roads) else {
            (recommendation, agreement, road) = (nil, nil, nil)
            return
        }
        let factor = worlds.map { Self.factor($0.recovered) } ?? 1
        let furthest = worlds.map { Self.factor($0.recovered, least: Self.leastPlausible) } ?? 1
        let walked = roads.map { $0.further(Self.factor(of: $0.road, factor)) }
        let figure = chosen.further(Self.factor(of: chosen.road, factor))
        agreement = Self.agreement(walked)
        road = figure
        var parts = Self.width(figure, from: chosen, furthest: furthest, groups: groups, spread: agreement?.spread ?? 0)
        var range = figure.value - Self.half(parts)...figure.value + Self.half(parts)
        if let alternative, let other = Self.choice(of: alternative) {
            // Without a shift the weights are 1; what the best score that is not null would make of them is no less likely.
            let further = other.further(Self.factor(of: other.road, factor))
            let own = Self.width(
                further, from: other, furthest: furthest, groups: groups,
                spread: Self.agreement(alternative.map { $0.further(Self.factor(of: $0.road, factor)) })?.spread ?? 0)
            parts = EstimateSummary.Width(
                sampling: parts.sampling, weights: own.weights, recovery: own.recovery, roads: own.roads)
            let reach = Self.half(own)
            range = min(range.lowerBound, further.value - reach)...max(range.upperBound, further.value + reach)
        }
        var result = EstimateSummary.Recommendation(value: Self.inside(figure.value, bounds), method: figure.road)
        if effectiveRows < TrustLimits.leastEffectiveRows {
            result.reason = .fewEffectiveRows
        } else if let interval = Self.interval(range, around: result.value, bounds, groups: groups) {
            (result.low, result.high) = (interval.lowerBound, interval.upperBound)
            if worlds != nil { result.width = parts }
        } else {
            result.reason = .noVariation
        }
        recommendation = result
    }

    /// The road to quote of those walked.
    static func choice(of roads: [WalkedRoad]) -> WalkedRoad? {
        func road(_ kind: Road) -> WalkedRoad? { roads.first { $0.road == kind && $0.value.isFinite } }
        if let map = road(.confidenceUnderWeights) {
            return road(.thresholdedConfidence).map { .mean(map, $0, as: .meanOfConfidences) } ?? map
        }
        return road(.doublyRobust) ?? road(.selfNormalised)
    }

    /// Those of the metric, else 0 to 1 where all values lie there and it is no loss.
    static func bounds(of measure: Measure, _ name: String) -> ClosedRange<Double>? {
        if let bounds = measure.bounds { return bounds }
        guard let values = measure.rowValues, !MetricNames.isLoss(name), values.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
            return nil
        }
        return 0...1
    }

    static func inside(_ value: Double, _ bounds: ClosedRange<Double>?) -> Double {
        bounds.map { min(max(value, $0.lowerBound), $0.upperBound) } ?? value
    }

    /// The range within the bounds; for a share of 0 or 1 that did not vary, Wilson's interval of as many groups. nil if all that is
    /// known is one value of something that is no share.
    static func interval(
        _ range: ClosedRange<Double>, around value: Double, _ bounds: ClosedRange<Double>?, groups: Double
    ) -> ClosedRange<Double>? {
        guard range.lowerBound.isFinite, range.upperBound.isFinite else { return nil }
        let cut = inside(range.lowerBound, bounds)...inside(range.upperBound, bounds)
        guard cut.upperBound - cut.lowerBound < 1e-9 else { return cut }
        guard let bounds, bounds == 0...1, groups > 0 else { return nil }
        let reach = z * z / (groups + z * z)
        return max(0, value - value * reach)...min(1, value + (1 - value) * reach)
    }

    private static func half(_ parts: EstimateSummary.Width) -> Double {
        (parts.sampling * parts.sampling + parts.weights * parts.weights + parts.recovery * parts.recovery + parts.roads
            * parts.roads)
            .squareRoot()
    }

    private static func width(
        _ figure: WalkedRoad, from weighted: WalkedRoad, furthest: Double, groups: Double, spread: Double
    ) -> EstimateSummary.Width {
        let widening = StudentT.widening(degrees: groups - 1)
        let carried = weighted.further(Self.factor(of: weighted.road, furthest)).value - weighted.value
        return EstimateSummary.Width(
            sampling: z * widening * (figure.samplingVariance + figure.testVariance).squareRoot(),
            weights: z * figure.weightsVariance.squareRoot(), recovery: z * recoveryShare * abs(carried),
            roads: spreadShare * spread)
    }

    /// The largest difference between roads that need not lead to the same figure, and what it may be by chance.
    static func agreement(_ roads: [WalkedRoad]) -> EstimateSummary.Agreement? {
        let kinds: [Road] = [.doublyRobust, .confidenceUnderWeights, .thresholdedConfidence]
        var compared = roads.filter { kinds.contains($0.road) && $0.value.isFinite }
        if compared.count < 2 { compared = roads.filter { $0.road != .unweighted && $0.value.isFinite } }
        guard compared.count > 1, let low = compared.min(by: { $0.value < $1.value }),
            let high = compared.max(by: { $0.value < $1.value })
        else { return nil }
        let spread = high.value - low.value
        let sampling = WalkedRoad.variance(zip(high.drawn, low.drawn).map { $0 - $1 })
        let weights = WalkedRoad.variance(zip(high.misses, low.misses).map { $0 - $1 })
        let noise = z * (sampling + weights).squareRoot()
        return EstimateSummary.Agreement(verdict: spread > noise ? .disagree : .agree, spread: spread, noise: noise)
    }
}
