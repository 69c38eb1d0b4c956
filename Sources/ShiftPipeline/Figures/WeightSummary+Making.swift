import ElementaryFunctions
import Foundation
import ImportanceWeights
import ShiftModel

extension WeightSummary {
    /// Of the training rows of a pair.
    init(_ pair: ComparedPair, _ scored: ScoredPair, _ weighting: Weighting, _ rows: ExampleRows) throws {
        let weights = scored.weights.values
        let raw = scored.fitted.map { fitted in
            pair.trainRows.map { Double.exp(min(max(fitted.stages.uncalibratedLogits[$0], -40), 40)) }
        }
        func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
        var clipped: Clipped?
        if case .clip(let cap) = weighting {
            clipped = Clipped(cap: cap, rows: scored.weights.cappedRows, mass: scored.weights.cappedMass)
        }
        self.init(
            meanRatio: try DensityRatio.mean(ofTrain: pair.trainRows.map { scored.scores[$0].pTest }),
            minimum: weights.min() ?? 1, maximum: weights.max() ?? 1,
            effectiveRows: try EffectiveSampleSize.ofRows(weights),
            effectiveGroups: try EffectiveSampleSize.ofGroups(
                weights, groups: pair.trainRows.map { Int(pair.groups.ofRow[$0]) }),
            topPercentShare: try WeightConcentration(weights: weights).topShare,
            rawTailShape: finite(try raw.map { try ParetoTail(weights: $0).shape } ?? nil),
            tailShape: finite(try ParetoTail(weights: weights).shape), clipped: clipped,
            largest: LargestWeight(pair, weights: weights, rows: rows))
    }
}

extension ReliabilitySummary {
    /// - Parameter pTest: Calibrated, out of fold.
    init(pTest: [Double], isTest: [Bool]) throws {
        let bins = try Reliability.bins(probabilities: pTest, isTest: isTest).map {
            Bin(predicted: $0.meanPredicted, observed: $0.observed, trainRows: $0.trainRows, testRows: $0.testRows)
        }
        let slope = try Reliability.line(probabilities: pTest, isTest: isTest).slope
        self.init(bins: bins, slope: slope.flatMap { $0.isFinite ? $0 : nil })
    }
}
