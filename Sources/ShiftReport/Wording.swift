/// The plain sentences that go with the figures: what each means and what to do.
public enum Wording {
    /// The verdict in one line.
    public static func headline(_ summary: ShiftSummary) -> String {
        switch summary.discriminator.verdict {
        case .noShift:
            return "No shift found: every weight is 1."
        case .tooFewGroups:
            return "Too few groups for \(summary.discriminator.folds) folds: nothing was fitted, every weight is 1."
        case .shift:
            guard let separability = summary.separability else { return "The corpora differ." }
            return "The corpora differ \(size(separability.auc))."
        }
    }

    /// What the figures are of, where that is not all rows; nil where it is.
    public static func fit(_ summary: ShiftSummary) -> String? {
        let fit = summary.fit
        guard fit.isSample else { return nil }
        let sample =
            "Fitted on a sample of \(NumberText.whole(fit.trainRows)) train rows and \(NumberText.whole(fit.testRows)) test rows "
            + "(--fit-rows, --fit-memory); the figures below are of these."
        guard let mean = fit.meanWeight, let effective = fit.effectiveRows else { return sample }
        return sample + " All \(NumberText.whole(summary.inputs.train.records)) train rows: mean weight "
            + "\(NumberText.fixed(mean, 2)), effective sample \(NumberText.whole(Int(effective.rounded())))."
    }

    /// An AUC in words.
    public static func size(_ auc: Double) -> String {
        switch auc {
        case ..<0.6: "slightly"
        case ..<0.7: "moderately"
        case ..<0.85: "strongly"
        case ..<0.95: "very strongly"
        default: "almost completely"
        }
    }

    /// What the headline follows from.
    public static func separability(_ summary: ShiftSummary) -> String {
        guard let s = summary.separability else {
            let groups = summary.groups
            return "\(NumberText.whole(groups.train)) groups in train, \(NumberText.whole(groups.test)) in test; cross-fitting "
                + "needs at least \(summary.discriminator.folds) on either side. Give more rows, or a finer --group."
        }
        return "AUC \(NumberText.fixed(s.auc, 3)) (95% interval \(NumberText.fixed(s.lower, 3)) to "
            + "\(NumberText.fixed(s.upper, 3)), p \(s.pValue < 0.001 ? "" : "= ")\(NumberText.pValue(s.pValue)))"
            + "; 0.5 would be no difference, 1 a complete one."
    }

    /// Formatting, not topic: where the surface features alone come close; nil where they do not.
    public static func surface(_ summary: ShiftSummary) -> String? {
        guard summary.discriminator.verdict == .shift, let s = summary.separability, s.surfaceAUC > 0.55,
            s.surfaceAUC - 0.5 > 0.6 * (s.auc - 0.5)
        else { return nil }
        return "Length, script and punctuation alone reach AUC \(NumberText.fixed(s.surfaceAUC, 3)): much of this is formatting, "
            + "not topic. See whether one side was cleaned differently."
    }

    /// Whether to weight.
    public static func trust(_ summary: ShiftSummary) -> String {
        if summary.discriminator.verdict != .shift { return "Nothing to weight." }
        return summary.trust.isTrusted
            ? "Weighting can be trusted, as far as p(y|x) is the same on both sides."
            : "Weighting is NOT to be trusted here:"
    }

    /// Effective sample size of fewer rows than an estimate needs.
    public static func effectiveSampleSize(_ found: Double) -> String {
        "The weights leave an effective sample of \(NumberText.fixed(found, 1)) rows (30 are the least): "
            + "a few rows carry everything. Use --weight relative:0.5, or gather training rows like the test set."
    }

    /// A heavy tail of the weights.
    public static func tailShape(_ found: Double) -> String {
        "The weights have a heavy tail (Pareto k̂ \(NumberText.fixed(found, 2)), above 0.7): estimates jump with single "
            + "rows. Use --weight clip:10 or relative:0.5."
    }

    /// Test rows beyond the reach of train.
    public static func noSupport(_ found: Double) -> String {
        "\(NumberText.percent(found)) of the test rows lie beyond 99.9% of train (5% are the most): train has nothing like "
            + "them, and no weight can stand in for it. Label some of them."
    }

    /// A mean ratio away from 1.
    public static func meanRatio(_ found: Double) -> String {
        "The mean ratio over train is \(NumberText.fixed(found, 2)), not near 1 (0.8 to 1.25): the discriminator is not "
            + "calibrated. Look for groups that were missed (--group) or identifiers among the fields."
    }

    /// A field that gives the sides away.
    public static func tellsSidesApart(_ field: String, _ auc: Double) -> String {
        "The field \"\(field)\" alone tells the sides apart (AUC \(NumberText.fixed(auc, 3))): an identifier or an artefact of "
            + "format? Leave it out by naming the other fields with --field."
    }

    /// Why a field was left out.
    public static func reason(_ reason: Field.Reason) -> String {
        switch reason {
        case .named: "named"
        case .textLike: "text on both sides"
        case .notNamed: "not named"
        case .oneSideOnly: "on one side only"
        case .reservedName: "a label or an id by its name"
        case .notText: "not text"
        case .tooShort: "shorter than 8 characters on average"
        case .identifier: "one token, different in every row"
        }
    }
}
