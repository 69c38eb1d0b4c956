import ShiftReport

extension CatalogueCall {
    static func ofVerdict() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("noShift", ["train": "8", "test": "9", "upper": "<upper>"]) { $0.noShift(train: 8, test: 9, upper: "<upper>") }
        add("noShiftWithoutArea") { $0.noShiftWithoutArea }
        add("tooFewGroups", ["folds": "10"]) { $0.tooFewGroups(folds: 10) }
        add("differByUnknown") { $0.differByUnknown }
        add("differ", ["size": "<size>"]) { $0.differ(size: "<size>") }
        add("slightly") { $0.slightly }
        add("moderately") { $0.moderately }
        add("strongly") { $0.strongly }
        add("veryStrongly") { $0.veryStrongly }
        add("almostCompletely") { $0.almostCompletely }
        add("separability", ["auc": "<auc>", "lower": "<lower>", "upper": "<upper>", "p": "<p>"]) {
            $0.separability(auc: "<auc>", lower: "<lower>", upper: "<upper>", p: "<p>")
        }
        add("fewGroups", ["train": "11", "test": "12", "folds": "13"]) { $0.fewGroups(train: 11, test: 12, folds: 13) }
        add("variation", ["share": "<share>"]) { $0.variation(share: "<share>") }
        add("nothingToWeight") { $0.nothingToWeight }
        add("trustHolds") { $0.trustHolds }
        add("trustFails") { $0.trustFails }
        add("effectiveTooSmall", ["rows": "<rows>", "least": "<least>"]) {
            $0.effectiveTooSmall(rows: "<rows>", least: "<least>")
        }
        add("effectiveTooSmallThoughBounded", ["rows": "<rows>", "least": "<least>", "weight": "<weight>"]) {
            $0.effectiveTooSmallThoughBounded(rows: "<rows>", least: "<least>", weight: "<weight>")
        }
        add("tailTooHeavy", ["shape": "<shape>", "greatest": "<greatest>"]) {
            $0.tailTooHeavy(shape: "<shape>", greatest: "<greatest>")
        }
        add("tailTooHeavyThoughBounded", ["shape": "<shape>", "greatest": "<greatest>", "weight": "<weight>"]) {
            $0.tailTooHeavyThoughBounded(shape: "<shape>", greatest: "<greatest>", weight: "<weight>")
        }
        add("unsupported", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.unsupported(share: "<share>", greatest: "<greatest>")
        }
        add("ratioOff", ["mean": "<mean>", "least": "<least>", "greatest": "<greatest>"]) {
            $0.ratioOff(mean: "<mean>", least: "<least>", greatest: "<greatest>")
        }
        add("brieflyEffective", ["rows": "<rows>", "least": "<least>"]) {
            $0.brieflyEffective(rows: "<rows>", least: "<least>")
        }
        add("brieflyUnsupported", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.brieflyUnsupported(share: "<share>", greatest: "<greatest>")
        }
        add("brieflyRatio", ["mean": "<mean>", "least": "<least>", "greatest": "<greatest>"]) {
            $0.brieflyRatio(mean: "<mean>", least: "<least>", greatest: "<greatest>")
        }
        add("tellsSidesApart", ["field": "<field>", "auc": "<auc>"]) { $0.tellsSidesApart(field: "<field>", auc: "<auc>") }
        add("howLarge") { $0.howLarge }
        add("whatKind") { $0.whatKind }
        add("canWeights") { $0.canWeights }
        add("whatNext") { $0.whatNext }
        add("effectiveName") { $0.effectiveName }
        add("noSupportName") { $0.noSupportName }
        add("trustedWord") { $0.trustedWord }
        add("untrustedWord") { $0.untrustedWord }
        add("nothingWord") { $0.nothingWord }
        add("chanceRarely", ["p": "<p>"]) { $0.chanceRarely(p: "<p>") }
        add("chanceMayWell", ["p": "<p>"]) { $0.chanceMayWell(p: "<p>") }
        add("mostlyContent", ["form": "<form>", "all": "<all>"]) { $0.mostlyContent(form: "<form>", all: "<all>") }
        add("neitherWordsNorForm", ["auc": "<auc>", "upper": "<upper>"]) {
            $0.neitherWordsNorForm(auc: "<auc>", upper: "<upper>")
        }
        add("moreInTest", ["terms": "<terms>"]) { $0.moreInTest(terms: "<terms>") }
        add("moreInTrain", ["terms": "<terms>"]) { $0.moreInTrain(terms: "<terms>") }
        add("weightsAreOne") { $0.weightsAreOne }
        add("trainAsUsual") { $0.trainAsUsual }
        add("leaveFieldOut", ["field": "<field>"]) { $0.leaveFieldOut(field: "<field>") }
        add("trainOnRemaining") { $0.trainOnRemaining }
        add("lookAtExamples") { $0.lookAtExamples }
        add("doNotWeight") { $0.doNotWeight }
        add("boundedAlready", ["weight": "<weight>"]) { $0.boundedAlready(weight: "<weight>") }
        add("boundThem") { $0.boundThem }
        add("cleanBothSides") { $0.cleanBothSides }
        add("takeCopiesOut") { $0.takeCopiesOut }
        add("nextTrusted") { $0.nextTrusted }
        add("nextTrustedUnwritten") { $0.nextTrustedUnwritten }
        add("nextUntrusted") { $0.nextUntrusted }
        add("nextField", ["field": "<field>"]) { $0.nextField(field: "<field>") }
        add("nextUsual") { $0.nextUsual }
        add("nextMoreGroups") { $0.nextMoreGroups }
        add("onlyExplained", ["auc": "<auc>", "range": "<range>"]) { $0.onlyExplained(auc: "<auc>", range: "<range>") }
        return all
    }
}
