extension Separability {
    /// The least total variation distance of the two corpora that the lower end of the AUC's interval allows; nil if there is
    /// none.
    public var leastVariation: Double? { Self.leastVariation(auc: lower) }

    /// 1 - √(2 (1 - AUC)): the least total variation distance TV of two distributions that some score separates with an area
    /// `auc`; nil where it is 0.
    ///
    /// No set of texts is more than TV likelier on one side than on the other, so the ROC curve lies below min(1, x + TV), and
    /// AUC ≤ 1/2 + TV - TV²/2; solved for TV. (2 AUC - 1 is not such a bound: for the best score it is the *upper* one.) The
    /// bound is convex in the AUC, so it holds for a mean over folds too.
    package static func leastVariation(auc: Double) -> Double? {
        guard auc > 0.5 else { return nil }
        return 1 - (2 * (1 - min(auc, 1))).squareRoot()
    }
}
