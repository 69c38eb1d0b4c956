import ParallelWork

/// How a validation set is taken from the training rows.
public enum SplitMethod: String, Sendable, CaseIterable {
    /// Draws with replacement from the pool, in proportion to the weights: the set has the test set's distribution.
    case resample
    /// The pool as it is, each row with its weight.
    case weighted
    /// Draws from the pool without replacement, in proportion to the weights: for tools that cannot take repeats.
    case withoutReplacement = "without-replacement"
    /// The most test-like groups of all training rows.
    case top
    /// K parts, each with its weights, and the rest of each.
    case kfold
}

/// What ``split(analysis:options:)`` should do.
public struct SplitOptions: Sendable {
    /// How the set is taken.
    public var method = SplitMethod.resample
    /// Rows of the validation set; nil for as many as the pool has (`resample`, `weighted`, `top`) or as they are worth
    /// (`withoutReplacement`: the pool's effective sample size). Not for `kfold`.
    public var size: Int?
    /// Share of the rows that the validation set is taken from; nil for that of the analysis.
    public var poolShare: Double?
    /// Field whose values the pool and a drawn set have in their weighted shares; nil for that of the analysis.
    public var stratifyKey: String?
    /// nil for that of the analysis: `resample` then gives the validation set of the analysis again.
    public var seed: UInt64?
    /// Parts of `kfold`.
    public var folds = 5
    /// Whether to compare all methods.
    public var compares = false
    /// Where the corpora of the analysis are now, and the threads to work on.
    public var reread = RereadOptions()

    /// The defaults of `textshift split`.
    public init() {}
}
