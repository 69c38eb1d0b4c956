extension EnglishCatalogue: VerdictCatalogue {
    func noShift(train: Int, test: Int, upper: String) -> String {
        "No shift shown by \(NumberText.whole(train)) train and \(NumberText.whole(test)) test rows, which "
            + "cannot rule out an AUC up to \(upper): every weight is 1."
    }
    var noShiftWithoutArea: String { "No shift shown by these rows: every weight is 1." }
    func tooFewGroups(folds: Int) -> String {
        "Not measured: too few groups for \(folds) folds, so nothing was fitted and every weight is 1."
    }
    var differByUnknown: String { "The corpora differ." }
    func differ(size: String) -> String { "The corpora differ \(size)." }
    var slightly: String { "slightly" }
    var moderately: String { "moderately" }
    var strongly: String { "strongly" }
    var veryStrongly: String { "very strongly" }
    var almostCompletely: String { "almost completely" }
    func separability(auc: String, lower: String, upper: String, p: String) -> String {
        "AUC \(auc) (95% interval \(lower) to \(upper), \(p)); 0.5 would be no difference, 1 a complete one."
    }
    func fewGroups(train: Int, test: Int, folds: Int) -> String {
        "\(NumberText.counted(train, "group")) in train, \(NumberText.whole(test)) in test; cross-fitting needs "
            + "at least \(folds) on either side. Give more rows, or a finer --group."
    }
    func variation(share: String) -> String {
        "At least \(share) of either corpus would have to change to match the other (total variation, by the "
            + "interval's lower end)."
    }
    var nothingToWeight: String { "Nothing to weight: no shift was shown." }
    var trustHolds: String { "Weighting can be trusted, as far as p(y|x) is the same on both sides." }
    var trustFails: String { "Weighting is NOT to be trusted here:" }
    func effectiveTooSmall(rows: String, least: String) -> String {
        "The weights leave an effective sample of \(rows) groups of rows (\(least) are the least): a few carry "
            + "everything. Use --weight relative:0.5, or gather training rows like the test set."
    }
    func effectiveTooSmallThoughBounded(rows: String, least: String, weight: String) -> String {
        "The weights leave an effective sample of \(rows) groups of rows (\(least) are the least), bounded as they "
            + "are (--weight \(weight)): a few carry everything. Gather training rows like the test set."
    }
    func tailTooHeavy(shape: String, greatest: String) -> String {
        "The weights have a heavy tail (Pareto k̂ \(shape), above \(greatest)): estimates jump with single rows. "
            + "Use --weight clip:10 or relative:0.5."
    }
    func tailTooHeavyThoughBounded(shape: String, greatest: String, weight: String) -> String {
        "The density ratio has a heavy tail (Pareto k̂ \(shape), above \(greatest)). --weight \(weight) bounds "
            + "the weights, so that no single row decides an estimate; but what is estimated then lies between train "
            + "and test: the bound is paid for with bias. Gather training rows like the test set."
    }
    func unsupported(share: String, greatest: String) -> String {
        "At least \(share) of the test rows have nothing like them in train (\(greatest) are the most), and no "
            + "weight can stand in for it. Label some of them."
    }
    func ratioOff(mean: String, least: String, greatest: String) -> String {
        "The mean ratio over train is \(mean), not near 1 (\(least) to \(greatest)): the discriminator is not "
            + "calibrated. Look for groups that were missed (--group) or identifiers among the fields."
    }
    func brieflyEffective(rows: String, least: String) -> String {
        "effective sample of \(rows) groups (\(least) are the least)"
    }
    func brieflyUnsupported(share: String, greatest: String) -> String {
        "\(share) of test without support (\(greatest) are the most)"
    }
    func brieflyRatio(mean: String, least: String, greatest: String) -> String {
        "mean ratio \(mean) (\(least) to \(greatest))"
    }
    func tellsSidesApart(field: String, auc: String) -> String {
        "The field \(quoted(field)) alone tells the sides apart (AUC \(auc)): an identifier or an artefact of "
            + "format? Leave it out by naming the other fields with --field."
    }
    var howLarge: String { "How large" }
    var whatKind: String { "What kind" }
    var canWeights: String { "Can weights mend it" }
    var whatNext: String { "What to do next" }
    var effectiveName: String { "effective rows" }
    var noSupportName: String { "test rows that train does not cover" }
    var trustedWord: String { "Yes" }
    var untrustedWord: String { "No" }
    var nothingWord: String { "Not needed" }
    func chanceRarely(p: String) -> String { "Chance alone rarely does that (\(p))." }
    func chanceMayWell(p: String) -> String { "Chance alone may well do that (\(p))." }
    func mostlyContent(form: String, all: String) -> String {
        "Mostly what is said, not its form: length, scripts and punctuation alone reach AUC \(form) of \(all)."
    }
    func neitherWordsNorForm(auc: String, upper: String) -> String {
        "Neither words nor form were shown to tell train from test better than chance: AUC \(auc), at most "
            + "\(upper) by its interval."
    }
    func moreInTest(terms: String) -> String { "More in test: \(terms)." }
    func moreInTrain(terms: String) -> String { "More in train: \(terms)." }
    var weightsAreOne: String { "Every weight is 1: no shift was shown that they could mend." }
    var trainAsUsual: String { "Train as you are used to, without weights; a random validation set will do." }
    func leaveFieldOut(field: String) -> String { "Leave the field \(quoted(field)) out (--field) and run again." }
    var trainOnRemaining: String {
        "Or train on train.remaining.jsonl with its sample_weight, and validate on validation.jsonl: a score there "
            + "is closer to the score on test than that on random rows."
    }
    var lookAtExamples: String {
        "Before that, look at the first examples below: if the labels of such rows were made differently, "
            + "weights cannot help."
    }
    var doNotWeight: String {
        "Do not weight yet. Label some of the test rows that train lacks (they are under Examples), add them to "
            + "train, and run again."
    }
    func boundedAlready(weight: String) -> String {
        "If that cannot be, the weights are bounded already (--weight \(weight)); expect a score on "
            + "validation.jsonl to be too good."
    }
    var boundThem: String {
        "If that cannot be, --weight relative:0.5 bounds the weights; expect a score on validation.jsonl to be too good."
    }
    var cleanBothSides: String { "Clean both sides in the same way first: trimming, punctuation, full-width forms." }
    var takeCopiesOut: String { "Take the test rows that train holds word for word out of train, or score them apart." }
    var nextTrusted: String {
        "Next: train and score in the folds of train.weighted.jsonl (cv_fold) and give the out-of-fold scores and confidences to "
            + "textshift estimate; or train on train.remaining.jsonl with its sample_weight and validate on validation.jsonl."
    }
    var nextTrustedUnwritten: String {
        "Next: run again with --output DIR for the weighted rows and a validation set like test."
    }
    var nextUntrusted: String { "Next: do not weight yet; label test rows that train does not cover, add them, run again." }
    func nextField(field: String) -> String { "Next: leave the field \(quoted(field)) out (--field) and run again." }
    var nextUsual: String { "Next: train as you are used to, without weights." }
    var nextMoreGroups: String { "Next: give more rows, or a finer --group." }
    func onlyExplained(auc: String, range: String) -> String { "AUC \(auc) (95% interval \(range))." }
}
