/// What was found: how large the shift is, what kind, whether weights correct it, what to do.
package protocol VerdictCatalogue {
    /// No shift shown by `train` train and `test` test rows, which cannot rule out an AUC up to `upper`: every …
    func noShift(train: Int, test: Int, upper: String) -> String
    /// No shift shown by these rows: every weight is 1.
    var noShiftWithoutArea: String { get }
    /// Not measured: too few groups for `folds` folds, so nothing was fitted and every weight is 1.
    func tooFewGroups(folds: Int) -> String
    /// The corpora differ.
    var differByUnknown: String { get }
    /// The corpora differ `size`.
    func differ(size: String) -> String
    /// slightly
    var slightly: String { get }
    /// moderately
    var moderately: String { get }
    /// strongly
    var strongly: String { get }
    /// very strongly
    var veryStrongly: String { get }
    /// almost completely
    var almostCompletely: String { get }
    /// AUC `auc` (95% interval `lower` to `upper`, `p`); 0.5 would be no difference, 1 a complete one.
    func separability(auc: String, lower: String, upper: String, p: String) -> String
    /// `train` in train, `test` in test; cross-fitting needs at least `folds` on either side. Give more rows, or …
    func fewGroups(train: Int, test: Int, folds: Int) -> String
    /// At least `share` of either corpus would have to change to match the other (total variation, by the …
    func variation(share: String) -> String
    /// Nothing to weight: no shift was shown.
    var nothingToWeight: String { get }
    /// Weighting can be trusted, as far as p(y|x) is the same on both sides.
    var trustHolds: String { get }
    /// Weighting is NOT to be trusted here:
    var trustFails: String { get }
    /// The weights leave an effective sample of `rows` groups of rows (`least` are the least): a few …
    func effectiveTooSmall(rows: String, least: String) -> String
    /// The weights leave an effective sample of `rows` groups of rows (`least` are the least), bounded …
    func effectiveTooSmallThoughBounded(rows: String, least: String, weight: String) -> String
    /// The weights have a heavy tail (Pareto k̂ `shape`, above `greatest`): estimates jump with single rows. Use …
    func tailTooHeavy(shape: String, greatest: String) -> String
    /// The density ratio has a heavy tail (Pareto k̂ `shape`, above `greatest`). --weight `weight` bounds the …
    func tailTooHeavyThoughBounded(shape: String, greatest: String, weight: String) -> String
    /// At least `share` of the test rows have nothing like them in train (`greatest` are the most), and no weight …
    func unsupported(share: String, greatest: String) -> String
    /// The mean ratio over train is `mean`, not near 1 (`least` to `greatest`): the discriminator is not …
    func ratioOff(mean: String, least: String, greatest: String) -> String
    /// effective sample of `rows` groups (`least` are the least)
    func brieflyEffective(rows: String, least: String) -> String
    /// `share` of test without support (`greatest` are the most)
    func brieflyUnsupported(share: String, greatest: String) -> String
    /// mean ratio `mean` (`least` to `greatest`)
    func brieflyRatio(mean: String, least: String, greatest: String) -> String
    /// The field `field` alone tells the sides apart (AUC `auc`): an identifier or an artefact of format? Leave …
    func tellsSidesApart(field: String, auc: String) -> String
    /// How large
    var howLarge: String { get }
    /// What kind
    var whatKind: String { get }
    /// Can weights mend it
    var canWeights: String { get }
    /// What to do next
    var whatNext: String { get }
    /// effective rows
    var effectiveName: String { get }
    /// test rows that train does not cover
    var noSupportName: String { get }
    /// Yes
    var trustedWord: String { get }
    /// No
    var untrustedWord: String { get }
    /// Not needed
    var nothingWord: String { get }
    /// Chance alone rarely does that (`p`).
    func chanceRarely(p: String) -> String
    /// Chance alone may well do that (`p`).
    func chanceMayWell(p: String) -> String
    /// Mostly what is said, not its form: length, scripts and punctuation alone reach AUC `form` of `all`.
    func mostlyContent(form: String, all: String) -> String
    /// Neither words nor form were shown to tell train from test better than chance: AUC `auc`, at most `upper` …
    func neitherWordsNorForm(auc: String, upper: String) -> String
    /// More in test: `terms`.
    func moreInTest(terms: String) -> String
    /// More in train: `terms`.
    func moreInTrain(terms: String) -> String
    /// Every weight is 1: no shift was shown that they could mend.
    var weightsAreOne: String { get }
    /// Train as you are used to, without weights; a random validation set will do.
    var trainAsUsual: String { get }
    /// Leave the field `field` out (--field) and run again.
    func leaveFieldOut(field: String) -> String
    /// Train on train.remaining.jsonl with its sample_weight, and validate on validation.jsonl: a score there is …
    var trainOnRemaining: String { get }
    /// Before that, look at the first examples below: if the labels of such rows were made differently, weights …
    var lookAtExamples: String { get }
    /// Do not weight yet. Label some of the test rows that train lacks (they are under Examples), add them to …
    var doNotWeight: String { get }
    /// If that cannot be, the weights are bounded already (--weight `weight`); expect a score on …
    func boundedAlready(weight: String) -> String
    /// If that cannot be, --weight relative:0.5 bounds the weights; expect a score on validation.jsonl to be too …
    var boundThem: String { get }
    /// Clean both sides in the same way first: trimming, punctuation, full-width forms.
    var cleanBothSides: String { get }
    /// Take the test rows that train holds word for word out of train, or score them apart.
    var takeCopiesOut: String { get }
    /// Next: train on train.remaining.jsonl with its sample_weight, validate on validation.jsonl.
    var nextTrusted: String { get }
    /// Next: run again with --output DIR for the weighted rows and a validation set like test.
    var nextTrustedUnwritten: String { get }
    /// Next: do not weight yet; label test rows that train does not cover, add them, run again.
    var nextUntrusted: String { get }
    /// Next: leave the field `field` out (--field) and run again.
    func nextField(field: String) -> String
    /// Next: train as you are used to, without weights.
    var nextUsual: String { get }
    /// Next: give more rows, or a finer --group.
    var nextMoreGroups: String { get }
    /// AUC `auc` (95% interval `range`).
    func onlyExplained(auc: String, range: String) -> String
}
