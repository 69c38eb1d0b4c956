extension EnglishCatalogue: AuditCatalogue {
    var metricTitle: String { "metric: " }
    func offBy(weighted: String, unweighted: String) -> String {
        "On data like yours, weighted estimates are off by \(weighted) points, unweighted by \(unweighted)."
    }
    func offByTrueRatio(error: String) -> String {
        "With the true ratio in place of the weights they would be off by \(error): what is left is the noise of "
            + "the rows."
    }
    func offByLikeFound(weighted: String, unweighted: String) -> String {
        "Of a shift like the one found, weighted estimates are off by \(weighted) points, unweighted by \(unweighted)."
    }
    var isSampled: String { " (a sample)" }
    func audited(name: String, rows: Int, sample: String, groups: Int, fields: String) -> String {
        "\(name): \(NumberText.counted(rows, "row"))\(sample) in \(NumberText.counted(groups, "group")); fields: "
            + "\(fields)"
    }
    func metricMean(name: String, mean: String) -> String { "\(name) (\(mean))" }
    func meanOf(list: String) -> String { "the mean of \(list)" }
    func auditedInputs(names: String) -> String {
        "the shares of rows in the upper half of \(names) (name a label with --label, or a model's results with "
            + "--scores, to audit a metric of yours)"
    }
    func accuracyOf(label: String) -> String { "accuracy of a classifier of \(label)" }
    var lengthName: String { "length" }
    func directionName(number: String) -> String { "direction \(number)" }
    var planted: String { "planted" }
    var shareOfDomain: String { "share of domain" }
    var offByTitle: String { "off by:" }
    var trueRatio: String { "true ratio" }
    var correlation: String { "corr." }
    var factor: String { "factor" }
    var trusted: String { "trusted" }
    func odds(odds: String) -> String { ", odds \(odds)" }
    func timesOf(count: Int, draws: Int) -> String { "\(count) of \(draws)" }
    var shiftNone: String { "none" }
    var shiftTopic: String { "topic" }
    var shiftLength: String { "length" }
    var shiftRare: String { "rare" }
    var shiftLabel: String { "label" }
    var shiftFound: String { "found" }
    func auditNotes(draws: Int, found: Int) -> String {
        "Each shift was planted \(draws) \(draws == 1 ? "time" : "times") by dealing whole groups to two sides, "
            + "a quarter of the rows to test. Without a shift, one was found in \(found) of \(draws). corr.: "
            + "correlation of weight and true ratio; factor: how far apart they typically are; trusted: in how many "
            + "the weights passed the conditions of trust."
    }
}
