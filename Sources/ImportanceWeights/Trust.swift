import Statistics

/// What weights must keep to, to be trusted; in the order in which failures are told: what rules out weighting altogether comes
/// first.
public enum TrustCondition: String, Codable, Sendable, CaseIterable {
    /// The share of the test rows where train has none, 0...1; ``Overlap/noSupportShare``.
    case noSupport
    /// The mean of the density ratio over train before normalising; ``DensityRatio/mean(ofTrain:)``.
    case meanRatio
    /// (Σw)²/Σw² over the rows of train; ``EffectiveSampleSize``.
    case effectiveSampleSize
    /// Pareto k̂ of the density ratio over train; ``ParetoTail/shape``.
    case tailShape
    /// What is left of the AUC's way from one half without form, where that is not beyond chance: a share, 1 for all.
    case form
}

/// The limits within which weights are trusted; outside any one they are not. They are defined only here.
///
/// Tail and effective sample size alone never fire on bounded weights: with a whole kind of text missing from train both
/// look healthy while most test rows have no support.
public enum TrustLimits {
    /// Fewest effective rows.
    public static let leastEffectiveRows = 30.0
    /// Greatest k̂ (Vehtari et al. 2024, section 3.2.4).
    public static let greatestTailShape = 0.7
    /// Greatest share of the test rows without support.
    public static let greatestNoSupportShare = 0.05
    /// Bounds of the mean ratio before normalising.
    public static let meanRatios = 0.8...1.25
    /// Least share of the AUC's way from one half that has to be left without form, where what is left is not beyond chance.
    public static let leastLeftOfForm = 1.0 / 3

    /// The figures that meet a condition, including those on a limit.
    public static func range(of condition: TrustCondition) -> ClosedRange<Double> {
        switch condition {
        case .noSupport: -.infinity...greatestNoSupportShare
        case .meanRatio: meanRatios
        case .effectiveSampleSize: leastEffectiveRows ... .infinity
        case .tailShape: -.infinity...greatestTailShape
        case .form: leastLeftOfForm ... .infinity
        }
    }
}

/// A reason not to trust the weights: the condition that fails, the figure, and the limit that it exceeds.
public struct TrustReason: Sendable, Equatable, Codable {
    /// The condition.
    public var condition: TrustCondition
    /// The figure; nil if it is infinite or not a number.
    public var found: Double?

    /// The figures that would have met the condition.
    public var limit: ClosedRange<Double> { TrustLimits.range(of: condition) }

    /// The condition that `found` fails.
    package init(_ condition: TrustCondition, found: Double) {
        self.condition = condition
        self.found = found.isFinite ? found : nil
    }
}

/// The basis of the decision whether weights can be trusted.
package struct TrustEvidence: Sendable, Equatable {
    /// As ``TrustCondition/effectiveSampleSize``.
    package let effectiveSampleSize: Double
    /// As ``TrustCondition/tailShape``; nil if the ratios are bounded, or have no tail.
    package let tailShape: Double?
    /// As ``TrustCondition/noSupport``.
    package let noSupportShare: Double
    /// As ``TrustCondition/meanRatio``.
    package let meanRatio: Double
    /// As ``TrustCondition/form``; nil where something is left beyond chance, or form does not come near the discriminator.
    package var formLeft: Double?

    /// Combines the four figures.
    package init(effectiveSampleSize: Double, tailShape: Double?, noSupportShare: Double, meanRatio: Double) {
        self.effectiveSampleSize = effectiveSampleSize
        self.tailShape = tailShape
        self.noSupportShare = noSupportShare
        self.meanRatio = meanRatio
    }

    /// The figures of training rows.
    ///
    /// - Parameters:
    ///   - pTrain: Out-of-fold, calibrated probabilities of "test" of the rows of train.
    ///   - weights: Of the same rows.
    ///   - noSupportShare: Of the test rows.
    ///   - looksAtTail: Whether to check the tail; if every weight is 1 there is none.
    /// - Throws: ``StatisticsError`` for rows that have none of these.
    package init(pTrain: [Double], weights: [Double], noSupportShare: Double, looksAtTail: Bool = true) throws(StatisticsError)
    {
        self.init(
            effectiveSampleSize: try EffectiveSampleSize.ofRows(weights),
            tailShape: looksAtTail ? try ParetoTail(weights: pTrain.map(DensityRatio.ratio)).shape : nil,
            noSupportShare: noSupportShare, meanRatio: try DensityRatio.mean(ofTrain: pTrain))
    }

    /// The conditions that fail, in the order of ``TrustCondition``; empty if the weights can be trusted. A figure on its limit
    /// passes, NaN fails.
    package var reasons: [TrustReason] {
        TrustCondition.allCases.compactMap { condition in
            guard let found = figure(of: condition), !TrustLimits.range(of: condition).contains(found) else { return nil }
            return TrustReason(condition, found: found)
        }
    }

    private func figure(of condition: TrustCondition) -> Double? {
        switch condition {
        case .noSupport: noSupportShare
        case .meanRatio: meanRatio
        case .effectiveSampleSize: effectiveSampleSize
        case .tailShape: tailShape
        case .form: formLeft
        }
    }

    /// The same evidence with what is left without form.
    package func with(formLeft: Double?) -> TrustEvidence {
        var evidence = self
        evidence.formLeft = formLeft
        return evidence
    }
}
