/// What the decision whether weights can be trusted rests on.
public struct TrustEvidence: Sendable, Equatable {
    /// (Σw)²/Σw² over the rows of train; ``EffectiveSampleSize``.
    public let effectiveSampleSize: Double
    /// k̂ of the weights; nil where they are bounded; ``ParetoTail/shape``.
    public let tailShape: Double?
    /// Share of test rows beyond train's scores, 0...1; ``Overlap/noSupportShare``.
    public let noSupportShare: Double
    /// Mean of the density ratio over train before normalising; ``DensityRatio/mean(ofTrain:)``.
    public let meanRatio: Double

    /// Puts the four figures together.
    public init(effectiveSampleSize: Double, tailShape: Double?, noSupportShare: Double, meanRatio: Double) {
        self.effectiveSampleSize = effectiveSampleSize
        self.tailShape = tailShape
        self.noSupportShare = noSupportShare
        self.meanRatio = meanRatio
    }
}

/// A reason not to trust the weights, with the figure that gave it.
public enum TrustFailure: Sendable, Equatable {
    /// Too few effective rows for any interval.
    case effectiveSampleSize(found: Double, minimum: Double)
    /// A tail too heavy for the variance to settle.
    case tailShape(found: Double, maximum: Double)
    /// Too many test rows where train has none.
    case noSupport(found: Double, maximum: Double)
    /// The scores do not describe a ratio of two densities.
    case meanRatio(found: Double, minimum: Double, maximum: Double)
}

/// The limits within which weights are trusted; outside any one they are not.
///
/// Tail and effective sample size alone never fire on bounded weights: with a whole kind of text missing from train both
/// look healthy while most test rows have no support.
public struct TrustConditions: Sendable, Equatable {
    /// Fewest effective rows: 30.
    public var minimumEffectiveSampleSize = 30.0
    /// Greatest k̂: 0.7 (Vehtari et al. 2024, section 3.2.4).
    public var maximumTailShape = 0.7
    /// Greatest share of test rows without support: 5%.
    public var maximumNoSupportShare = 0.05
    /// Bounds of the mean ratio before normalising: 0.8 ... 1.25.
    public var meanRatioBounds = 0.8...1.25

    /// The default limits.
    public init() {}

    /// The conditions that fail, in the order in which the limits stand above; empty if the weights can be trusted. A figure
    /// on its limit passes, NaN fails.
    public func failures(_ evidence: TrustEvidence) -> [TrustFailure] {
        var failures: [TrustFailure] = []
        if !(evidence.effectiveSampleSize >= minimumEffectiveSampleSize) {
            failures.append(
                .effectiveSampleSize(found: evidence.effectiveSampleSize, minimum: minimumEffectiveSampleSize))
        }
        if let shape = evidence.tailShape, !(shape <= maximumTailShape) {
            failures.append(.tailShape(found: shape, maximum: maximumTailShape))
        }
        if !(evidence.noSupportShare <= maximumNoSupportShare) {
            failures.append(.noSupport(found: evidence.noSupportShare, maximum: maximumNoSupportShare))
        }
        if !meanRatioBounds.contains(evidence.meanRatio) {
            failures.append(
                .meanRatio(
                    found: evidence.meanRatio, minimum: meanRatioBounds.lowerBound, maximum: meanRatioBounds.upperBound))
        }
        return failures
    }
}
