/// What `textshift model` prints.
package protocol ModelCatalogue {
    /// `path`: a model of textshift
    func aModel(path: String) -> String
    /// fitted on
    var modelFittedOn: String { get }
    /// `train` of train, `test` of test
    func modelRows(train: Int, test: Int) -> String
    /// found
    var modelFound: String { get }
    /// a shift
    var foundShift: String { get }
    /// no shift shown: every p_test is 0.5, every weight 1
    var foundNoShift: String { get }
    /// nothing: a side has too few groups, so nothing was fitted; every p_test is 0.5, every weight 1
    var foundNothing: String { get }
    /// fields
    var modelFields: String { get }
    /// groups
    var modelGroups: String { get }
    /// `groups` in `folds` folds, by `by`
    func modelGroupsBy(groups: Int, folds: Int, by: String) -> String
    /// the key `key`
    func byKey(key: String) -> String
    /// the field `field`
    func byField(field: String) -> String
    /// all fields
    var byAllFields: String { get }
    /// looks at
    var modelLooksAt: String { get }
    /// `words`, `grams``surface``isCalibrated`
    func modelParts(words: Int, grams: Int, surface: Bool, isCalibrated: Bool) -> String
    /// weights
    var modelWeights: String { get }
    /// `weighting`, divided by `number`
    func dividedBy(weighting: String, number: String) -> String
    /// seed
    var modelSeed: String { get }
    /// written by
    var writtenBy: String { get }
    /// file
    var modelFile: String { get }
    /// format `format`, `bytes` bytes, checksum right
    func modelFormat(format: Int, bytes: Int) -> String
}
