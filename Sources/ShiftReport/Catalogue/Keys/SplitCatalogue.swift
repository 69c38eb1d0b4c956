/// What `textshift split` prints.
package protocol SplitCatalogue {
    /// set
    var set: String { get }
    /// rows
    var rowsTitle: String { get }
    /// unique
    var uniqueTitle: String { get }
    /// effective
    var effectiveTitle: String { get }
    /// AUC against test (95%)
    var areaAgainstTest: String { get }
    /// left to train on
    var leftToTrain: String { get }
    /// kfold, part `number`
    func kfoldPart(number: String) -> String
    /// (worth `rows`)
    func worth(rows: String) -> String
    /// An AUC of 0.5 is a set that a discriminator cannot tell from test.
    var setAreaMeaning: String { get }
    /// No shift was shown: every weight is 1, and these are random splits.
    var splitsAreRandom: String { get }
    /// Not to be trusted: the weights are not; see textshift report.
    var splitsFail: String { get }
    /// `count` of `rows` test rows to label
    func toLabel(count: Int, rows: Int) -> String
    /// , all of them not covered by train (`all` test rows in all)
    func toLabelUncovered(all: Int) -> String
    /// , from the sample of the test rows that the analysis was fitted on
    var toLabelOfSample: String { get }
    /// rows
    var strataRows: String { get }
    /// drawn
    var strataDrawn: String { get }
    /// probability
    var strataProbability: String { get }
    /// these rows
    var theseRows: String { get }
    /// the sample, which is a random part of test
    var thisSample: String { get }
    /// Sum of value / inclusion_probability over the labelled rows, divided by `rows`: an unbiased mean over `over`.
    func unbiasedMean(rows: Int, over: String) -> String
}
