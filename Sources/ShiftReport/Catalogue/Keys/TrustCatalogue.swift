/// What is said of trust: the kinds of verdict, and each reason not to trust the weights, with what to do.
package protocol TrustCatalogue {
    /// No shift shown by `train` train and `test` test rows, which would have shown an AUC of `auc` four times …
    func noShiftDetectable(train: Int, test: Int, auc: String) -> String
    /// The corpora differ (AUC `auc`, `p`), but too little, or over too few rows, to weigh by: every weight is 1.
    func difference(auc: String, p: String) -> String
    /// Every weight is 1: weights made from so small a difference, or so few rows, would be mostly noise.
    var differenceNotWeighed: String { get }
    /// Train without weights; more rows of either side would tell whether there is something to weigh by.
    var trainAsUsualButDiffers: String { get }
    /// Next: train without weights; with more rows of either side, run again.
    var nextDifference: String { get }
    /// Weighted train can still be told from test: `share` of the unweighted AUC's way above 0.5 is left …
    func unbalanced(share: String, greatest: String) -> String
    /// The drawn validation set can still be told from test: `share` of the way above 0.5 that random rows have …
    func drawnUnbalanced(share: String, greatest: String) -> String
    /// weighting leaves `share` of the difference (`greatest` is the most)
    func brieflyUnbalanced(share: String, greatest: String) -> String
    /// the drawn set keeps `share` of the difference (`greatest` is the most)
    func brieflyDrawnUnbalanced(share: String, greatest: String) -> String
    /// Train never has `terms`.
    func unsupportedTerms(terms: String) -> String
    /// Whole texts that train lacks: `texts`.
    func unsupportedTexts(texts: String) -> String
    /// `rows` test rows look more like test than nearly all of train (`p`).
    func unsupportedBeyond(rows: Int, p: String) -> String
    /// “`text`” (`rows` test rows)
    func evidenceRows(text: String, rows: Int) -> String
    /// `count` more
    func evidenceMore(count: Int) -> String
    /// Do not weight yet: weights of these rows do not make train like test. Gather training rows like the test …
    var gatherLikeTest: String { get }
    /// Next: do not weight yet; gather training rows like the test set, run again.
    var nextGather: String { get }
    /// A fresh discriminator tells weighted train from test with AUC `auc`: `share` of the difference is left.
    func balanceMeaning(auc: String, share: String) -> String
    /// what weighting leaves of the difference, of train or of the drawn set
    var leftMeaning: String { get }
    /// the mean of the density ratio over train, 1 where it is calibrated
    var meanRatioGate: String { get }
    /// how many unweighted groups of rows the weighted ones are worth
    var effectiveGroupsMeaning: String { get }
    /// `count` groups
    func countOfGroups(count: String) -> String
    /// `least` to `greatest`
    func between(least: String, greatest: String) -> String
    /// The largest share of the difference that weighting may leave, in train and in the drawn set.
    var optionMaxLeft: String { get }
    var optionMinContent: String { get }
    var contentMeaning: String { get }
    /// The range of the mean density ratio over TRAIN.
    var optionMeanRatio: String { get }
    /// The smallest effective number of groups.
    var optionMinGroups: String { get }
    /// two numbers, as in 0.8:1.25
    var aRange: String { get }
}
