extension EnglishCatalogue: EstimateCatalogue {
    func scoresOfDraws(rows: Int) -> String { "scores of the \(NumberText.whole(rows)) draws of validation.jsonl" }
    func scoresOfRows(rows: Int, train: Int) -> String {
        "scores of \(NumberText.whole(rows)) of \(NumberText.whole(train)) training rows"
    }
    func severalModels(count: Int) -> String { "; \(count) models" }
    func outsideFit(count: Int) -> String { "; \(NumberText.whole(count)) outside the fit take no part" }
    func forTest(rows: Int) -> String { "; for the \(NumberText.whole(rows)) test rows, with 95% intervals" }
    var meanOfDraws: String { "mean of the draws" }
    var unweighted: String { "unweighted" }
    var weighted: String { "weighted" }
    var clippedEstimate: String { "clipped" }
    var byConfidence: String { "by confidence" }
    var drawnMean: String { "drawn mean" }
    var doublyRobust: String { "doubly robust" }
    func drawnGroups(count: Int) -> String {
        count == 1 ? "1 group was drawn" : "\(NumberText.whole(count)) different groups were drawn"
    }
    func effectiveOf(worth: String, rows: Int) -> String { "effective sample \(worth) of \(NumberText.whole(rows)) rows" }
    func massClipped(share: String) -> String { "\(share) of the weight clipped" }
    var nothingExplained: String { "the features explain nothing of it" }
    func explained(share: String) -> String { "the features explain \(share) of its variance" }
    var ranking: String { "Ranking on test" }
    func rankedModels(metric: String, models: String, order: String, best: String, first: String) -> String {
        "\(metric): \(models); the order holds with probability \(order), \(best) is the best with \(first)."
    }
    var estimatesFail: String { "These estimates are not to be trusted: the weights are not." }
    var estimatesOfDraws: String {
        "The set was drawn to resemble test, so no weights are needed; the estimates can be trusted as far as "
            + "p(y|x) is the same on both sides."
    }
    var estimatesWithoutShift: String { "No shift was shown: every weight is 1, and a plain mean is an estimate for test." }
    var estimatesHold: String {
        "The estimates can be trusted as far as p(y|x) is the same on both sides and the model has not seen these rows."
    }
    var weightsTakenAsKnown: String { " The intervals take the weights as known; --refit-bootstrap does not." }
}
