import ShiftReport

extension CatalogueCall {
    static func ofDiagnosis() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("diagnosed", ["folder": "<folder>", "train": "<train>", "test": "<test>", "label": "<label>"]) {
            $0.diagnosed(folder: "<folder>", train: "<train>", test: "<test>", label: "<label>")
        }
        add("diagnosedNoShift") { $0.diagnosedNoShift }
        add("diagnosedInputShift") { $0.diagnosedInputShift }
        add("diagnosedPriorShift") { $0.diagnosedPriorShift }
        add("diagnosedAnnotationShift") { $0.diagnosedAnnotationShift }
        add("diagnosedUnknown") { $0.diagnosedUnknown }
        add("tooFewLabelled") { $0.tooFewLabelled }
        add("labelTellsALittle") { $0.labelTellsALittle }
        add("tooFewGroupsToCompare") { $0.tooFewGroupsToCompare }
        add("labelsUnknown") { $0.labelsUnknown }
        add("inputsDiffer", ["gain": "<gain>"]) { $0.inputsDiffer(gain: "<gain>") }
        add("inputsNotShownToDiffer", ["gain": "<gain>"]) { $0.inputsNotShownToDiffer(gain: "<gain>") }
        add("ownSource") { $0.ownSource }
        add("classShares", ["source": "<source>", "accuracy": "<accuracy>"]) {
            $0.classShares(source: "<source>", accuracy: "<accuracy>")
        }
        add("classTitle") { $0.classTitle }
        add("shareOfTrainTitle") { $0.shareOfTrainTitle }
        add("likelihoodTitle") { $0.likelihoodTitle }
        add("blackBoxTitle") { $0.blackBoxTitle }
        add("notToBeHad") { $0.notToBeHad }
        add("stillDiffer", ["gain": "<gain>"]) { $0.stillDiffer(gain: "<gain>") }
        add("noDifferenceLeft", ["gain": "<gain>"]) { $0.noDifferenceLeft(gain: "<gain>") }
        add("noShareClear") { $0.noShareClear }
        add("labelledRows", ["train": "8", "test": "9", "name": "<name>"]) {
            $0.labelledRows(train: 8, test: 9, name: "<name>")
        }
        add("labelTells", ["label": "<label>", "gain": "<gain>"]) { $0.labelTells(label: "<label>", gain: "<gain>") }
        add("labelNotShownToTell", ["label": "<label>", "gain": "<gain>"]) {
            $0.labelNotShownToTell(label: "<label>", gain: "<gain>")
        }
        add("inputsTell", ["label": "<label>", "gain": "<gain>"]) { $0.inputsTell(label: "<label>", gain: "<gain>") }
        add("inputsNotShownToTell", ["label": "<label>", "gain": "<gain>"]) {
            $0.inputsNotShownToTell(label: "<label>", gain: "<gain>")
        }
        add("questionShares", ["train": "<train>", "test": "<test>"]) { $0.questionShares(train: "<train>", test: "<test>") }
        add("questionAnswer", ["label": "<label>", "value": "<value>"]) {
            $0.questionAnswer(label: "<label>", value: "<value>")
        }
        add("questionElements", ["label": "<label>", "count": "<count>"]) {
            $0.questionElements(label: "<label>", count: "<count>")
        }
        add("questionHolds", ["label": "<label>", "value": "<value>"]) { $0.questionHolds(label: "<label>", value: "<value>") }
        add("questionDistinct", ["label": "<label>", "count": "<count>"]) {
            $0.questionDistinct(label: "<label>", count: "<count>")
        }
        add("questionLength", ["label": "<label>", "count": "<count>"]) {
            $0.questionLength(label: "<label>", count: "<count>")
        }
        add("unseenMayDiffer") { $0.unseenMayDiffer }
        add("cannotBeKnown") { $0.cannotBeKnown }
        add("gain", ["mean": "<mean>", "error": "<error>"]) { $0.gain(mean: "<mean>", error: "<error>") }
        return all
    }
}
