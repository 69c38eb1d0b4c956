/// What is said of folds, of how uncertain a score is, and of single weights.
package protocol WeighingCatalogue {
    /// A score of `score` on the validation set is uncertain by ±`set` points; from out-of-fold scores over all rows, by ±`all`
    func scoreMargin(score: String, set: String, all: String) -> String
    /// (±`set` and ±`all` if the rows of a group are right or wrong together)
    func scoreMarginByGroups(set: String, all: String) -> String
    /// uncertainty of a score of `score` in points: out-of-fold scores over all rows / validation set
    func scoreMarginName(score: String) -> String
    /// One row carries `share` of all weight, `multiple` times the mean: `place`. If its label is wrong, …
    func largestWeight(share: String, multiple: String, place: String, text: String) -> String
    /// Train and score your model in the folds of train.weighted.jsonl (cv_fold) …
    var trainInFolds: String { get }
    /// Weights by class (`label`, told with `accuracy` accuracy by `source`): `classes`
    func classWeights(label: String, accuracy: String, source: String, classes: String) -> String
    /// `name` `train` → `test` (×`ratio`)
    func classWeight(name: String, train: String, test: String, ratio: String) -> String
    /// A model's predictions …, for --weight class-prior
    var optionClassPredictions: String { get }
    /// --predictions needs --weight class-prior
    var predictionsNeedClassPrior: String { get }
    /// Keep the weighted shares of the values of a field …
    var optionStratify: String { get }
    /// `key`: the drawn set has no row of `classes`
    func lostStrata(key: String, classes: String) -> String
    /// `name` (`rows` of train, `share`)
    func lostStratum(name: String, rows: Int, share: String) -> String
    /// --stratify `key`: the set was drawn as a stream, without it
    func stratifyStreamed(key: String) -> String
    /// weights
    var weightFormTitle: String { get }
    /// effective rows
    var weightFormRows: String { get }
    /// groups
    var weightFormGroups: String { get }
    /// largest, × mean
    var weightFormLargest: String { get }
    /// (of this analysis)
    var weightFormOwn: String { get }
    /// To weigh by class: `command`
    func weighByClass(command: String) -> String
}
