/// The roads to a figure for test, and whether they agree.
package protocol RoadCatalogue {
    /// recommended
    var recommended: String { get }
    /// Recommended: `figure`, `road`.
    func recommendedFigure(figure: String, road: String) -> String
    /// What the model will score on test
    var estimatesTitle: String { get }
    /// Estimates, in the page's navigation
    var estimatesName: String { get }
    /// Further metrics are in estimates.json.
    var moreEstimates: String { get }
    /// from: `road`
    func fromRoad(road: String) -> String
    /// by threshold
    var byThreshold: String { get }
    /// mean of the two by confidence
    var meanOfConfidences: String { get }
    /// The roads agree: they lie `spread` apart, and chance alone gives up to `noise`.
    func roadsAgree(spread: String, noise: String) -> String
    /// The roads disagree: `spread` apart, where chance alone gives up to `noise`; which assumptions could be wrong.
    func roadsDisagree(spread: String, noise: String) -> String
    /// Not walked: `roads`: `reason`.
    func notWalked(roads: String, reason: String) -> String
    /// No interval: `reason`.
    func noInterval(reason: String) -> String
    /// the confidences that count most are missing, and the options that give them
    var gapNoConfidences: String { get }
    /// the metric is no mean over rows
    var gapNotMean: String { get }
    /// the metric needs the probabilities of all classes, and the options that give them
    var gapNoProbabilities: String { get }
    /// too many classes for so many rows
    var gapTooManyClasses: String { get }
    /// a threshold wants values of 0 and 1
    var gapNotZeroOrOne: String { get }
    /// too few groups for a regression
    var gapNoRegression: String { get }
    /// a drawn set needs no weights
    var gapIsDrawn: String { get }
    /// the rows are worth fewer than `least`
    func gapFewRows(least: String) -> String
    /// all scores are equal
    var gapNoVariation: String { get }
    /// In `count` worlds the pipeline found `share` of the ratio; the figure goes `factor` times as far as the weights.
    func worldsFound(count: Int, share: String, factor: String) -> String
    /// The scores look in-sample: the confidence alone tells weighted train from test with `auc`.
    func scoresInSample(auc: String) -> String
    /// `count` records have another cv_fold than the analysis.
    func scoresOfOtherFolds(count: Int) -> String
    /// --quick
    var optionQuick: String { get }
    /// World `number` of `count` …
    func inWorld(number: Int, count: Int) -> String
}
