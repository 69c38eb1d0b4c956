import Statistics

/// What weights must keep to, to be trusted; in the order in which failures are told: what rules out weighting altogether comes
/// first.
public enum TrustCondition: String, Codable, Sendable, CaseIterable {
    /// The lower bound (95%, one-sided, by groups) of the share of the test rows that train has nothing like, 0...1.
    case noSupport
    /// How much of the way from ½ the AUC between train and test keeps, once train is weighted: 0 for balanced sides, 1 where the
    /// weights changed nothing. It counts only where it is beyond chance.
    case balance
    /// The same of the validation set that was drawn.
    case drawnSet
    /// The mean of the density ratio over train before normalising; ``DensityRatio/mean(ofTrain:)``.
    case meanRatio
    /// (Σw)²/Σw² over the groups of train; ``EffectiveSampleSize``.
    case effectiveSampleSize
    /// What is left of the AUC's way from one half without form, where that is not beyond chance: a share, 1 for all.
    case form
}

/// The limits within which weights are trusted; outside any one they are not. They are defined only here.
///
/// The effective sample size alone never fires on bounded weights: with a whole kind of text missing from train it looks healthy
/// while most test rows have no support. Nor does the tail of the ratio judge them: on bounded mixtures exact weights have a Pareto k̂ of
/// 2.6, so it is reported beside, and nothing more.
public enum TrustLimits {
    /// Fewest effective groups, and rows of an estimate.
    public static let leastEffectiveRows = 30.0
    /// Greatest k̂ that is called light (Vehtari et al. 2024, section 3.2.4).
    public static let greatestTailShape = 0.7
    /// Greatest share of the test rows without support.
    public static let greatestNoSupportShare = 0.05
    /// Greatest part of the AUC's way from ½ that weighting may leave.
    public static let greatestLeft = 1.0 / 3
    /// Bounds of the mean ratio before normalising.
    public static let meanRatios = 0.8...1.25
    /// Least share of the AUC's way from one half that has to be left without form, where what is left is not beyond chance.
    public static let leastLeftOfForm = 1.0 / 3

    /// The figures that meet a condition, including those on a limit.
    public static func range(of condition: TrustCondition) -> ClosedRange<Double> {
        switch condition {
        case .noSupport: -.infinity...greatestNoSupportShare
        case .balance, .drawnSet: -.infinity...greatestLeft
        case .meanRatio: meanRatios
        case .effectiveSampleSize: leastEffectiveRows ... .infinity
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
    /// As ``TrustCondition/noSupport``.
    package let noSupport: Double
    /// As ``TrustCondition/meanRatio``.
    package let meanRatio: Double
    /// As ``TrustCondition/balance``; nil where it was not asked, or is not beyond chance.
    package let balance: Double?
    /// As ``TrustCondition/drawnSet``; nil likewise.
    package let drawnSet: Double?
    /// As ``TrustCondition/form``; nil where something is left beyond chance, or form does not come near the discriminator.
    package var formLeft: Double?

    /// Combines the figures.
    package init(
        effectiveSampleSize: Double, noSupport: Double, meanRatio: Double, balance: Double? = nil, drawnSet: Double? = nil
    ) {
        self.effectiveSampleSize = effectiveSampleSize
        self.noSupport = noSupport
        self.meanRatio = meanRatio
        self.balance = balance
        self.drawnSet = drawnSet
    }

    /// The figures of training rows.
    ///
    /// - Parameters:
    ///   - pTrain: Out-of-fold, calibrated probabilities of "test" of the rows of train.
    ///   - weights: Of the same rows.
    ///   - groups: The group of each of them.
    ///   - noSupport: Of the test rows.
    ///   - balance: Of weighted train and test.
    ///   - drawnSet: Of the drawn set and test.
    /// - Throws: ``StatisticsError`` for rows that have none of these.
    package init(
        pTrain: [Double], weights: [Double], groups: [Int], noSupport: Double, balance: Double? = nil, drawnSet: Double? = nil
    ) throws(StatisticsError) {
        self.init(
            effectiveSampleSize: try EffectiveSampleSize.ofGroups(weights, groups: groups), noSupport: noSupport,
            meanRatio: try DensityRatio.mean(ofTrain: pTrain), balance: balance, drawnSet: drawnSet)
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
        case .noSupport: noSupport
        case .balance: balance
        case .drawnSet: drawnSet
        case .meanRatio: meanRatio
        case .effectiveSampleSize: effectiveSampleSize
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
