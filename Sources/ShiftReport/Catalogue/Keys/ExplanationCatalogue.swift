/// A figure of the report, what it means, and what to do about it.
package protocol ExplanationCatalogue {
    /// The discriminator gains `mean` nats a row, standard error `error` over no shift: more than two standard …
    func gainShown(mean: String, error: String) -> String
    /// The discriminator gains `mean` nats a row, standard error `error` over no shift: not above two standard …
    func gainNotShown(mean: String, error: String) -> String
    /// Of 100 pairs of a test row and a training row, the test row looks more test-like in `times` (50 is chance)
    func pairs(times: String) -> String
    /// ; the interval holds 0.5, so these rows do not show a difference.
    var pairsMayBeChance: String { get }
    /// ; judge the shift by this, not by the p-value.
    var pairsTell: String { get }
    /// Chance alone rarely separates the corpora as well; with many rows that also holds for shifts too small to …
    var pSmall: String { get }
    /// Chance alone may well separate the corpora as well; more rows would be needed to tell.
    var pLarge: String { get }
    /// 1 group has rows of both sides and takes no part in the p-value.
    func groupsOnBothSides(count: Int) -> String
    /// Length, scripts, digits and punctuation alone reach AUC `auc`, hardly above 0.5: the shift, if any, is in …
    func formAlike(auc: String) -> String
    /// Length, scripts, digits and punctuation alone separate the corpora this well (AUC `auc`); compare how the …
    func formDiffers(auc: String) -> String
    /// The field `field` says little by itself (AUC `auc`; 0.5 is no difference).
    func fieldSaysLittle(field: String, auc: String) -> String
    /// The field `field` differs by itself (AUC `auc`; 0.5 is no difference).
    func fieldDiffers(field: String, auc: String) -> String
    /// Of `rows` none is in train word for word.
    func noCopies(rows: Int) -> String
    /// `share` of the test rows are in train word for word: a score on them measures memory; consider taking …
    func copies(share: String) -> String
    /// Weighted estimates are about as precise as from `worth` unweighted rows (`share`).
    func precision(worth: String, share: String) -> String
    /// Weighted estimates are about as precise as from `worth` unweighted rows (`share`): few; expect wide …
    func precisionLow(worth: String, share: String) -> String
    /// Weighted estimates are about as precise as from `worth` unweighted rows (`share`): few; expect wide intervals.
    func precisionLowThoughBounded(worth: String, share: String) -> String
    /// Counted by groups, whose rows are not independent, that is `worth` of `all`; take intervals over groups, …
    func effectiveGroups(worth: String, all: String) -> String
    /// The ratio averages `mean` over train, near 1 as a ratio of densities must: the scores are not in sample …
    func ratioNearOne(mean: String) -> String
    /// The weights have no tail: they are equal or bounded.
    var noTail: String { get }
    /// The weights have a heavy tail (above `greatest`), up to the bound that --weight `weight` sets: no row …
    func tailBounded(greatest: String, weight: String) -> String
    /// The tail of the weights is light (k̂ `shape`; up to `greatest` is fine): no single row decides an estimate.
    func tailLight(shape: String, greatest: String) -> String
    /// The heaviest 1% of the training rows carry `share` of the weight.
    func heaviest(share: String) -> String
    /// The heaviest 1% of the training rows carry `share` of the weight: look at them.
    func heaviestLook(share: String) -> String
    /// The heaviest 1% of the training rows carry `share` of the weight: look at them, and use --weight clip:10 …
    func heaviestBound(share: String) -> String
    /// `share` of the test rows have nothing like them in train; weights say nothing about them, so look at them.
    func someUnsupported(share: String) -> String
    /// Train covers the test rows: `share` of them were found to have nothing like them in train.
    func covered(share: String) -> String
    /// p_test is too extreme (slope `slope`; 1 is calibrated); --weight `weight` bounds what that does to the …
    func slopeExtremeThoughBounded(slope: String, weight: String) -> String
    /// p_test is too extreme (slope `slope`; 1 is calibrated): prefer --weight relative:0.5 to the plain ratio.
    func slopeExtreme(slope: String) -> String
    /// p_test means what it says (slope `slope`; 1 is calibrated).
    func slopeRight(slope: String) -> String
    /// p_test is too cautious (slope `slope`; 1 is calibrated): the weights correct less than they could.
    func slopeCautious(slope: String) -> String
    /// A score on the validation set is about as precise as on `worth` rows, however many are drawn.
    func poolWorth(worth: String) -> String
    /// A score on the validation set is about as precise as on `worth` rows, however many are drawn; raise …
    func poolWorthFew(worth: String) -> String
}
