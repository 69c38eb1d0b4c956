import ShiftReport

extension CatalogueCall {
    static func ofModel() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("aModel", ["path": "<path>"]) { $0.aModel(path: "<path>") }
        add("modelFittedOn") { $0.modelFittedOn }
        add("modelRows", ["train": "8", "test": "9"]) { $0.modelRows(train: 8, test: 9) }
        add("modelFound") { $0.modelFound }
        add("foundShift") { $0.foundShift }
        add("foundNoShift") { $0.foundNoShift }
        add("foundNothing") { $0.foundNothing }
        add("modelFields") { $0.modelFields }
        add("modelGroups") { $0.modelGroups }
        add("modelGroupsBy", ["groups": "10", "folds": "11", "by": "<by>"]) {
            $0.modelGroupsBy(groups: 10, folds: 11, by: "<by>")
        }
        add("byKey", ["key": "<key>"]) { $0.byKey(key: "<key>") }
        add("byField", ["field": "<field>"]) { $0.byField(field: "<field>") }
        add("byAllFields") { $0.byAllFields }
        add("modelLooksAt") { $0.modelLooksAt }
        add("modelParts", ["words": "12", "grams": "13"]) {
            $0.modelParts(words: 12, grams: 13, surface: true, isCalibrated: true)
        }
        add("modelWeights") { $0.modelWeights }
        add("dividedBy", ["weighting": "<weighting>", "number": "<number>"]) {
            $0.dividedBy(weighting: "<weighting>", number: "<number>")
        }
        add("modelSeed") { $0.modelSeed }
        add("writtenBy") { $0.writtenBy }
        add("modelFile") { $0.modelFile }
        add("modelFormat", ["format": "14", "bytes": "15"]) { $0.modelFormat(format: 14, bytes: 15) }
        return all
    }
}
