import ShiftReport

extension CatalogueCall {
    static func ofWeighing() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("scoreMargin", ["score": "<score>", "set": "<set>", "all": "<all>"]) {
            $0.scoreMargin(score: "<score>", set: "<set>", all: "<all>")
        }
        add("scoreMarginByGroups", ["set": "<set>", "all": "<all>"]) { $0.scoreMarginByGroups(set: "<set>", all: "<all>") }
        add("scoreMarginName", ["score": "<score>"]) { $0.scoreMarginName(score: "<score>") }
        add("largestWeight", ["share": "<share>", "multiple": "<multiple>", "place": "<place>", "text": "<text>"]) {
            $0.largestWeight(share: "<share>", multiple: "<multiple>", place: "<place>", text: "<text>")
        }
        add("classWeights", ["label": "<label>", "accuracy": "<accuracy>", "source": "<source>", "classes": "<classes>"]) {
            $0.classWeights(label: "<label>", accuracy: "<accuracy>", source: "<source>", classes: "<classes>")
        }
        add("classWeight", ["name": "<name>", "train": "<train>", "test": "<test>", "ratio": "<ratio>"]) {
            $0.classWeight(name: "<name>", train: "<train>", test: "<test>", ratio: "<ratio>")
        }
        add("optionClassPredictions") { $0.optionClassPredictions }
        add("predictionsNeedClassPrior") { $0.predictionsNeedClassPrior }
        add("optionStratify") { $0.optionStratify }
        add("lostStrata", ["key": "<key>", "classes": "<classes>"]) { $0.lostStrata(key: "<key>", classes: "<classes>") }
        add("lostStratum", ["name": "<name>", "rows": "31", "share": "<share>"]) {
            $0.lostStratum(name: "<name>", rows: 31, share: "<share>")
        }
        add("stratifyStreamed", ["key": "<key>"]) { $0.stratifyStreamed(key: "<key>") }
        add("weightFormTitle") { $0.weightFormTitle }
        add("weightFormRows") { $0.weightFormRows }
        add("weightFormGroups") { $0.weightFormGroups }
        add("weightFormLargest") { $0.weightFormLargest }
        add("weightFormOwn") { $0.weightFormOwn }
        add("weighByClass", ["command": "<command>"]) { $0.weighByClass(command: "<command>") }
        add("trainInFolds") { $0.trainInFolds }
        return all
    }
}
