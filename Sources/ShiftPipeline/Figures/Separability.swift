/// How well the two corpora can be told apart, by the out-of-fold first-stage score that is best on the other folds.
public struct Separability: Codable, Sendable, Equatable {
    /// Area under the ROC curve, pairs compared within folds; 0.5 for no shift.
    public var auc: Double
    /// Lower end of its 95% group-bootstrap interval, widened by √2 for the training of the fold models.
    public var lower: Double
    /// Upper end.
    public var upper: Double
    /// Chance of such an AUC or a higher one without a shift: 1 - Φ((auc - ½) / standardError); with `--permutations B` the share of
    /// permutations that reach it.
    public var pValue: Double
    /// Standard error of `auc` without a shift: the group bootstrap's with the scores fixed, times √2 for the training of the fold
    /// models. nil in reports of older versions.
    public var standardError: Double?
    /// AUC of the final score before the null rule: second stage and calibration included where they were kept.
    public var finalAUC: Double
    /// Groups with rows of both sides, whose sides no permutation changes.
    public var groupsLeftOut: Int
    /// AUC of lengths, scripts and punctuation alone.
    public var surfaceAUC: Double

    package init(
        auc: Double, lower: Double, upper: Double, pValue: Double, finalAUC: Double, groupsLeftOut: Int, surfaceAUC: Double,
        standardError: Double? = nil
    ) {
        self.auc = auc
        self.lower = lower
        self.upper = upper
        self.pValue = pValue
        self.finalAUC = finalAUC
        self.groupsLeftOut = groupsLeftOut
        self.surfaceAUC = surfaceAUC
        self.standardError = standardError
    }
}
