/// What the terminal summary and report.md say besides the verdict.
package protocol SummaryCatalogue {
    /// train `train` rows, test `test` rows; fields: `fields`
    func inputs(train: Int, test: Int, fields: String, dropped: String, by: String) -> String
    /// Fitted on `sample` (--fit-rows, --fit-memory); the figures below are of these.
    func fitted(sample: String) -> String
    /// All `rows` train rows: mean weight `weight`, effective sample `worth`.
    func allRows(rows: Int, weight: String, worth: String) -> String
    /// a sample of `train` train rows and `test` test rows
    func sample(train: Int, test: Int) -> String
    /// `train` and `test` were left out as reviewed (--exclude).
    func excluded(train: Int, test: Int) -> String
    /// `exact` test rows (`exactShare`) are in train too, word for word
    func duplicates(exact: Int, exactShare: String, near: Int, nearShare: String) -> String
    /// Effective sample `worth` of `all` rows (`share`), Pareto k̂ `shape`, not covered by train `support`, mean …
    func evidence(worth: String, all: Int, share: String, shape: String, support: String, mean: String) -> String
    /// none (bounded)
    var noneBounded: String { get }
    /// No weight was above `cap` times the mean: nothing was cut.
    func nothingClipped(cap: String) -> String
    /// `count` `count` cut at `cap` times the mean (`share` of all weight).
    func clipped(count: Int, cap: String, share: String) -> String
    /// Validation set: `draws` draws of `rows` different rows from a pool of `pool` (effective sample `worth`); …
    func validation(draws: Int, rows: Int, pool: Int, worth: String, remaining: Int) -> String
    /// Nothing was written; give --output DIR for the weighted files.
    var nothingWritten: String { get }
    /// Written: `files`
    func written(files: String) -> String
    /// seed `seed`, weight `weight`, `folds` folds.
    func made(seed: String, weight: String, folds: Int) -> String
    /// More in test
    var moreInTestTitle: String { get }
    /// More in train
    var moreInTrainTitle: String { get }
    /// (share of train rows → test rows)
    var sharesOfRows: String { get }
    /// Most test-like training rows
    var testLikeTrainTitle: String { get }
    /// Most train-like training rows
    var trainLikeTrainTitle: String { get }
    /// Most train-like test rows
    var trainLikeTestTitle: String { get }
    /// Test rows that train does not cover
    var outOfSupportTitle: String { get }
    /// of `…`
    func placeOfID(id: String, file: String?) -> String
    /// line `line`
    func placeOfLine(line: Int, file: String?) -> String
    /// of `file`
    func ofFile(file: String) -> String
    /// figure
    var figure: String { get }
    /// value
    var value: String { get }
    /// field
    var field: String { get }
    /// train rows
    var trainRows: String { get }
    /// test rows
    var testRows: String { get }
    /// weight
    var weight: String { get }
    /// line
    var line: String { get }
    /// used
    var used: String { get }
    /// why
    var why: String { get }
    /// AUC alone
    var areaAlone: String { get }
    /// dropped
    var droppedWord: String { get }
    /// What the figures mean
    var whatFiguresMean: String { get }
    /// test rows that train holds too
    var copiesName: String { get }
    /// effective sample size, rows
    var effectiveRowsName: String { get }
    /// effective sample size, groups
    var effectiveGroupsName: String { get }
    /// test rows that train does not cover
    var noSupportShareName: String { get }
    /// mean ratio before normalising
    var meanRatioName: String { get }
    /// largest weight
    var largestWeightName: String { get }
    /// surface-only AUC
    var surfaceName: String { get }
    /// validation draws / different rows
    var drawsName: String { get }
    /// named
    var reasonNamed: String { get }
    /// text on both sides
    var reasonTextLike: String { get }
    /// not named
    var reasonNotNamed: String { get }
    /// on one side only
    var reasonOneSide: String { get }
    /// a label or an id by its name
    var reasonReserved: String { get }
    /// not text
    var reasonNotText: String { get }
    /// less than two words on average
    var reasonTooShort: String { get }
    /// --ignore-field
    var reasonIgnored: String { get }
    /// dates or times
    var reasonTime: String { get }
    /// few values, each many times
    var reasonClasses: String { get }
    /// its values cross the groups of another field
    var reasonCrossing: String { get }
    /// the same text as another field
    var reasonRepeated: String { get }
    /// identifiers, addresses or names
    var reasonIdentifier: String { get }
    /// too many fields; those with more text are used
    var reasonTooMany: String { get }
}
