extension EnglishCatalogue: WeighingCatalogue {
    func scoreMargin(score: String, set: String, all: String) -> String {
        "A score of \(score) on the validation set is uncertain by ±\(set) points; from out-of-fold scores over all rows, by ±\(all)"
    }
    func scoreMarginByGroups(set: String, all: String) -> String {
        " (±\(set) and ±\(all) if the rows of a group are right or wrong together)"
    }
    func scoreMarginName(score: String) -> String {
        "uncertainty of a score of \(score), in points: out-of-fold scores over all rows / validation set"
    }
    func largestWeight(share: String, multiple: String, place: String, text: String) -> String {
        "One row carries \(share) of all weight, \(multiple) times the mean: \(place), \(quoted(text)). A weighted score moves by as "
            + "much with its label alone. Look at it; --weight clip:10 or relative:0.5 bounds it."
    }
    func classWeights(label: String, accuracy: String, source: String, classes: String) -> String {
        "Weights by class (\(label); right for \(accuracy) of train, by \(source)), share of train → test: \(classes)."
    }
    func classWeight(name: String, train: String, test: String, ratio: String) -> String {
        "\(name) \(train) → \(test) (×\(ratio))"
    }
    var optionClassPredictions: String {
        "For --weight class-prior: your model's predictions for training rows that it was not trained on, as for textshift diagnose. "
            + "Default: a classifier on the discriminator's features."
    }
    var predictionsNeedClassPrior: String { "--predictions is for --weight class-prior" }
    var optionStratify: String {
        "Field whose values (labels, sources) the pool and the drawn set keep in their weighted shares; groups stay whole all the same."
    }
    func lostStrata(key: String, classes: String) -> String { "--stratify \(key): the drawn set has no row of \(classes)." }
    func lostStratum(name: String, rows: Int, share: String) -> String {
        "\(name) (\(NumberText.counted(rows, "row")) of train, \(share))"
    }
    func stratifyStreamed(key: String) -> String {
        "--stratify \(key): train is larger than the fit, so the set was drawn as the rows passed, without it."
    }
    var weightFormTitle: String { "weights" }
    var weightFormRows: String { "effective rows" }
    var weightFormGroups: String { "groups" }
    var weightFormLargest: String { "largest, × mean" }
    var weightFormOwn: String { "(of this analysis)" }
    func weighByClass(command: String) -> String {
        "For a validation set, estimates and exports with weights by class, run: \(command)"
    }
    var trainInFolds: String {
        "Train and score your model in the folds of train.weighted.jsonl (cv_fold, with its sample_weight), and give its out-of-fold "
            + "scores and confidences to textshift estimate: that uses all rows, and is the least uncertain."
    }
}
