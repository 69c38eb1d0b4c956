extension EnglishCatalogue: TrustCatalogue {
    func noShiftDetectable(train: Int, test: Int, auc: String) -> String {
        "No shift shown by \(NumberText.whole(train)) train and \(NumberText.whole(test)) test rows, which "
            + "would have shown an AUC of \(auc) four times of five: every weight is 1."
    }
    func difference(auc: String, p: String) -> String {
        "The corpora differ (AUC \(auc), \(p)), but too little, or over too few rows, to weigh by: every weight is 1."
    }
    var differenceNotWeighed: String {
        "Every weight is 1: weights made from so small a difference, or so few rows, would be mostly noise."
    }
    var trainAsUsualButDiffers: String {
        "Train without weights; more rows of either side would tell whether there is something to weigh by."
    }
    var nextDifference: String { "Next: train without weights; with more rows of either side, run again." }
    func unbalanced(share: String, greatest: String) -> String {
        "Weighted train can still be told from test: \(share) of the unweighted AUC's way above 0.5 is left "
            + "(\(greatest) is the most). Gather training rows like the test set, or compare fewer fields (--field)."
    }
    func drawnUnbalanced(share: String, greatest: String) -> String {
        "The drawn validation set can still be told from test: \(share) of the way above 0.5 that random rows have "
            + "is left (\(greatest) is the most). Draw from more rows (--pool), or gather training rows like the test set."
    }
    func brieflyUnbalanced(share: String, greatest: String) -> String {
        "weighting leaves \(share) of the difference (\(greatest) is the most)"
    }
    func brieflyDrawnUnbalanced(share: String, greatest: String) -> String {
        "the drawn set keeps \(share) of the difference (\(greatest) is the most)"
    }
    func unsupportedTerms(terms: String) -> String { "Train never has \(terms)." }
    func unsupportedTexts(texts: String) -> String { "Whole texts that train lacks: \(texts)." }
    func unsupportedBeyond(rows: Int, p: String) -> String {
        "\(NumberText.counted(rows, "test row")) look more like test than nearly all of train (\(p))."
    }
    func evidenceRows(text: String, rows: Int) -> String { "\(quoted(text)) (\(NumberText.counted(rows, "test row")))" }
    func evidenceMore(count: Int) -> String { "\(NumberText.whole(count)) more" }
    var gatherLikeTest: String {
        "Do not weight yet: weights of these rows do not make train like test. Gather training rows like the test set, and run again."
    }
    var nextGather: String { "Next: do not weight yet; gather training rows like the test set, run again." }
    func balanceMeaning(auc: String, share: String) -> String {
        "A fresh discriminator tells weighted train from test with AUC \(auc): \(share) of the difference is left."
    }
    var leftMeaning: String { "what weighting leaves of the difference, of train or of the drawn set" }
    var meanRatioGate: String { "the mean of the density ratio over train, 1 where it is calibrated" }
    var effectiveGroupsMeaning: String { "how many unweighted groups of rows the weighted ones are worth" }
    func countOfGroups(count: String) -> String { "\(count) groups" }
    func between(least: String, greatest: String) -> String { "\(least) to \(greatest)" }
    var optionMaxLeft: String {
        "The largest share of the difference that weighting may leave, in train and in the drawn set."
    }
    var optionMinContent: String { "The smallest share of the difference that must be left without form." }
    var contentMeaning: String { "what is left of the difference without length, punctuation and other form" }
    var optionMeanRatio: String { "The range of the mean density ratio over TRAIN." }
    var optionMinGroups: String { "The smallest effective number of groups." }
    var aRange: String { "two numbers, as in 0.8:1.25" }
}
