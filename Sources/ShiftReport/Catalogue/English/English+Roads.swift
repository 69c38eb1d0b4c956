extension EnglishCatalogue: RoadCatalogue {
    var recommended: String { "recommended" }
    func recommendedFigure(figure: String, road: String) -> String { "Quote \(figure), \(road)." }
    var estimatesTitle: String { "What the model will score on test" }
    var estimatesName: String { "Estimates" }
    var moreEstimates: String { "Further metrics are in estimates.json." }
    func fromRoad(road: String) -> String { "(\(road))" }
    var byThreshold: String { "by threshold" }
    var meanOfConfidences: String { "mean of the two by confidence" }
    func roadsAgree(spread: String, noise: String) -> String {
        "The roads agree: they lie \(spread) apart, and chance alone gives up to \(noise). That does not certify them."
    }
    func roadsDisagree(spread: String, noise: String) -> String {
        "The roads disagree: they lie \(spread) apart, where chance alone gives up to \(noise). If the weights lead furthest, the "
            + "confidences may be calibrated differently on test; if the confidences do, p(y|x) may differ, or the weights may "
            + "miss a part of the shift. The interval is wider for it."
    }
    func notWalked(roads: String, reason: String) -> String { "Not walked: \(roads): \(reason)." }
    func noInterval(reason: String) -> String { "No interval: \(reason)." }
    var gapNoConfidences: String {
        "no confidences were given; they cost nothing and count most (--confidence KEY with --test-confidences FILE)"
    }
    var gapNotMean: String { "the metric is not the mean of a value per row" }
    var gapNoProbabilities: String {
        "it takes the probabilities of the classes on both sides (--probabilities KEY with --test-confidences FILE)"
    }
    var gapTooManyClasses: String { "there are too many classes for so many rows" }
    var gapNotZeroOrOne: String { "it wants values of 0 and 1 that rise with the confidence" }
    var gapNoRegression: String { "there are too few groups for a regression, or the metric has too many parts" }
    var gapIsDrawn: String { "a drawn set needs no weights" }
    func gapFewRows(least: String) -> String { "the scored rows are worth fewer than \(least)" }
    var gapNoVariation: String { "all scores are equal" }
    func worldsFound(count: Int, share: String, factor: String) -> String {
        " In \(count) worlds made with the estimated ratio the pipeline found \(share) of it, so a recommended figure goes "
            + "\(factor) times as far as the weights (by confidence half as much further), and its interval knows that they are estimated."
    }
    func scoresInSample(auc: String) -> String {
        "These scores look as if the model had been trained on the rows: its confidence alone tells weighted train from test (AUC "
            + "\(auc)). Score every row by a model that was not trained on it or its group, for instance over the folds of cv_fold; if "
            + "that was done, test holds rows that are harder than any in train."
    }
    func scoresOfOtherFolds(count: Int) -> String {
        "\(NumberText.whole(count)) records have another cv_fold than their row has in the analysis: rows of one group may then lie on "
            + "both sides of the model's training."
    }
    var optionQuick: String { "Leave out the worlds: the interval by the bootstrap alone, with the weights taken as known." }
    func inWorld(number: Int, count: Int) -> String { "world \(number) of \(count)" }
}
