extension EnglishCatalogue: ModelCatalogue {
    func aModel(path: String) -> String { "\(path): a model of textshift" }
    var modelFittedOn: String { "fitted on" }
    func modelRows(train: Int, test: Int) -> String {
        "\(NumberText.counted(train, "row")) of train, \(NumberText.whole(test)) of test"
    }
    var modelFound: String { "found" }
    var foundShift: String { "a shift" }
    var foundNoShift: String { "no shift shown: every p_test is 0.5, every weight 1" }
    var foundNothing: String {
        "nothing: a side has too few groups, so nothing was fitted; every p_test is 0.5, every weight 1"
    }
    var modelFields: String { "fields" }
    var modelGroups: String { "groups" }
    func modelGroupsBy(groups: Int, folds: Int, by: String) -> String {
        "\(NumberText.whole(groups)) in \(folds) folds, by \(by)"
    }
    func byKey(key: String) -> String { "the key \(key)" }
    func byField(field: String) -> String { "the field \(field)" }
    var byAllFields: String { "all fields" }
    var modelLooksAt: String { "looks at" }
    func modelParts(words: Int, grams: Int, surface: Bool, isCalibrated: Bool) -> String {
        "\(NumberText.counted(words, "word")), "
            + "\(NumberText.counted(grams, "n-gram"))\(surface ? ", surface features" : "")\(isCalibrated ? "; calibrated" : "; not calibrated")"
    }
    var modelWeights: String { "weights" }
    func dividedBy(weighting: String, number: String) -> String { "\(weighting), divided by \(number)" }
    var modelSeed: String { "seed" }
    var writtenBy: String { "written by" }
    var modelFile: String { "file" }
    func modelFormat(format: Int, bytes: Int) -> String {
        "format \(format), \(NumberText.whole(bytes)) bytes, checksum right"
    }
}
