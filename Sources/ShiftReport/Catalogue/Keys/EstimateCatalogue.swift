/// What `textshift estimate` prints.
package protocol EstimateCatalogue {
    /// scores of the `rows` draws of validation.jsonl
    func scoresOfDraws(rows: Int) -> String
    /// scores of `rows` of `train` training rows
    func scoresOfRows(rows: Int, train: Int) -> String
    /// ; `count` models
    func severalModels(count: Int) -> String
    /// ; `count` outside the fit take no part
    func outsideFit(count: Int) -> String
    /// ; for the `rows` test rows, with 95% intervals
    func forTest(rows: Int) -> String
    /// mean of the draws
    var meanOfDraws: String { get }
    /// unweighted
    var unweighted: String { get }
    /// weighted
    var weighted: String { get }
    /// clipped
    var clippedEstimate: String { get }
    /// by confidence
    var byConfidence: String { get }
    /// drawn mean
    var drawnMean: String { get }
    /// doubly robust
    var doublyRobust: String { get }
    /// 1 group was drawn
    func drawnGroups(count: Int) -> String
    /// effective sample `worth` of `rows` rows
    func effectiveOf(worth: String, rows: Int) -> String
    /// `share` of the weight clipped
    func massClipped(share: String) -> String
    /// the features explain nothing of it
    var nothingExplained: String { get }
    /// the features explain `share` of its variance
    func explained(share: String) -> String
    /// Ranking on test
    var ranking: String { get }
    /// `metric`: `models`; the order holds with probability `order`, `best` is the best with `first`.
    func rankedModels(metric: String, models: String, order: String, best: String, first: String) -> String
    /// These estimates are not to be trusted: the weights are not.
    var estimatesFail: String { get }
    /// The set was drawn to resemble test, so no weights are needed; the estimates can be trusted as far as …
    var estimatesOfDraws: String { get }
    /// No shift was shown: every weight is 1, and a plain mean is an estimate for test.
    var estimatesWithoutShift: String { get }
    /// The estimates can be trusted as far as p(y|x) is the same on both sides and the model has not seen these rows.
    var estimatesHold: String { get }
    /// The intervals take the weights as known; --refit-bootstrap does not.
    var weightsTakenAsKnown: String { get }
}
