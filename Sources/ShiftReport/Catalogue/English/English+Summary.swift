extension EnglishCatalogue: SummaryCatalogue {
    func inputs(train: Int, test: Int, fields: String, dropped: String, by: String) -> String {
        "train \(NumberText.whole(train)) rows, test \(NumberText.whole(test)) rows; fields: \(fields)"
            + (dropped.isEmpty ? "" : "; dropped: \(dropped)")
            + "; groups: "
            + (by.isEmpty ? "exact duplicates" : "equal \(by)")
    }
    func fitted(sample: String) -> String {
        "Fitted on \(sample) (--fit-rows, --fit-memory); the figures below are of these."
    }
    func allRows(rows: Int, weight: String, worth: String) -> String {
        "All \(NumberText.whole(rows)) train rows: mean weight \(weight), effective sample \(worth)."
    }
    func sample(train: Int, test: Int) -> String {
        "a sample of \(NumberText.whole(train)) train rows and \(NumberText.whole(test)) test rows"
    }
    func excluded(train: Int, test: Int) -> String {
        "\(NumberText.counted(train, "train row")) and \(NumberText.counted(test, "test row")) were left out as "
            + "reviewed (--exclude)."
    }
    func duplicates(exact: Int, exactShare: String, near: Int, nearShare: String) -> String {
        "\(NumberText.whole(exact)) test rows (\(exactShare)) are in train too, word for word"
            + (near > 0 ? ", and \(NumberText.whole(near)) (\(nearShare)) nearly so." : ".")
    }
    func evidence(worth: String, all: Int, share: String, shape: String, support: String, mean: String) -> String {
        "Effective sample \(worth) of \(NumberText.whole(all)) rows (\(share)), Pareto k̂ \(shape), not covered "
            + "by train \(support), mean ratio \(mean)."
    }
    var noneBounded: String { "none (bounded)" }
    func nothingClipped(cap: String) -> String { "No weight was above \(cap) times the mean: nothing was cut." }
    func clipped(count: Int, cap: String, share: String) -> String {
        "\(NumberText.whole(count)) \(count == 1 ? "weight was" : "weights were") cut at \(cap) times the mean "
            + "(\(share) of all weight)."
    }
    func validation(draws: Int, rows: Int, pool: Int, worth: String, remaining: Int) -> String {
        "Validation set: \(NumberText.whole(draws)) draws of \(NumberText.whole(rows)) different rows from a "
            + "pool of \(NumberText.whole(pool)) (effective sample \(worth)); train on the "
            + "\(NumberText.whole(remaining)) rows of train.remaining.jsonl with their sample_weight."
    }
    var nothingWritten: String { "Nothing was written; give --output DIR for the weighted files." }
    func written(files: String) -> String { "Written: \(files)" }
    func made(seed: String, weight: String, folds: Int) -> String { "seed \(seed), weight \(weight), \(folds) folds." }
    var moreInTestTitle: String { "More in test" }
    var moreInTrainTitle: String { "More in train" }
    var sharesOfRows: String { "(share of train rows → test rows)" }
    var testLikeTrainTitle: String { "Most test-like training rows" }
    var trainLikeTrainTitle: String { "Most train-like training rows" }
    var trainLikeTestTitle: String { "Most train-like test rows" }
    var outOfSupportTitle: String { "Test rows that train does not cover" }
    func placeOfID(id: String, file: String?) -> String { id + (file.map { " of \($0)" } ?? "") }
    func placeOfLine(line: Int, file: String?) -> String { "line \(line)" + (file.map { " of \($0)" } ?? "") }
    func ofFile(file: String) -> String { " of \(file)" }
    var figure: String { "figure" }
    var value: String { "value" }
    var field: String { "field" }
    var trainRows: String { "train rows" }
    var testRows: String { "test rows" }
    var weight: String { "weight" }
    var line: String { "line" }
    var used: String { "used" }
    var why: String { "why" }
    var areaAlone: String { "AUC alone" }
    var droppedWord: String { "dropped" }
    var whatFiguresMean: String { "What the figures mean" }
    var copiesName: String { "test rows that train holds too" }
    var effectiveRowsName: String { "effective sample size, rows" }
    var effectiveGroupsName: String { "effective sample size, groups" }
    var noSupportShareName: String { "test rows that train does not cover" }
    var meanRatioName: String { "mean ratio before normalising" }
    var largestWeightName: String { "largest weight" }
    var surfaceName: String { "surface-only AUC" }
    var drawsName: String { "validation draws / different rows" }
    var reasonNamed: String { "named" }
    var reasonTextLike: String { "text on both sides" }
    var reasonNotNamed: String { "not named" }
    var reasonOneSide: String { "on one side only" }
    var reasonReserved: String { "a label or an id by its name" }
    var reasonNotText: String { "not text" }
    var reasonTooShort: String { "less than two words on average" }
    var reasonIgnored: String { "left out with --ignore-field" }
    var reasonTime: String { "dates or times" }
    var reasonClasses: String { "few values, each many times" }
    var reasonCrossing: String { "its values cross the groups of another field" }
    var reasonRepeated: String { "the same text as another field" }
    var reasonIdentifier: String { "identifiers, addresses or names" }
    var reasonTooMany: String { "too many fields; those with more text are used" }
}
