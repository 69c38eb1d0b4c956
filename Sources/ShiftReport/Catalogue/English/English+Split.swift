extension EnglishCatalogue: SplitCatalogue {
    var set: String { "set" }
    var rowsTitle: String { "rows" }
    var uniqueTitle: String { "unique" }
    var effectiveTitle: String { "effective" }
    var areaAgainstTest: String { "AUC against test (95%)" }
    var leftToTrain: String { "left to train on" }
    func kfoldPart(number: String) -> String { "kfold, part \(number)" }
    func worth(rows: String) -> String { " (worth \(rows))" }
    var setAreaMeaning: String { "An AUC of 0.5 is a set that a discriminator cannot tell from test." }
    var splitsAreRandom: String { "No shift was shown: every weight is 1, and these are random splits." }
    var splitsFail: String { "Not to be trusted: the weights are not; see textshift report." }
    func toLabel(count: Int, rows: Int) -> String { "\(count) of \(rows) test rows to label" }
    func toLabelUncovered(all: Int) -> String { ", all of them not covered by train (\(all) test rows in all)" }
    var toLabelOfSample: String { ", from the sample of the test rows that the analysis was fitted on" }
    var strataRows: String { "rows" }
    var strataDrawn: String { "drawn" }
    var strataProbability: String { "probability" }
    var theseRows: String { "these rows" }
    var thisSample: String { "the sample, which is a random part of test" }
    func unbiasedMean(rows: Int, over: String) -> String {
        "Sum of value / inclusion_probability over the labelled rows, divided by \(rows): an unbiased mean over \(over)."
    }
}
