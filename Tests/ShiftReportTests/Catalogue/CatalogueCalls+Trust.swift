import ShiftReport

extension CatalogueCall {
    static func ofTrust() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("noShiftDetectable", ["train": "8", "test": "9", "auc": "<auc>"]) {
            $0.noShiftDetectable(train: 8, test: 9, auc: "<auc>")
        }
        add("difference", ["auc": "<auc>", "p": "<p>"]) { $0.difference(auc: "<auc>", p: "<p>") }
        add("differenceNotWeighed") { $0.differenceNotWeighed }
        add("trainAsUsualButDiffers") { $0.trainAsUsualButDiffers }
        add("nextDifference") { $0.nextDifference }
        add("unbalanced", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.unbalanced(share: "<share>", greatest: "<greatest>")
        }
        add("drawnUnbalanced", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.drawnUnbalanced(share: "<share>", greatest: "<greatest>")
        }
        add("brieflyUnbalanced", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.brieflyUnbalanced(share: "<share>", greatest: "<greatest>")
        }
        add("brieflyDrawnUnbalanced", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.brieflyDrawnUnbalanced(share: "<share>", greatest: "<greatest>")
        }
        add("unsupportedTerms", ["terms": "<terms>"]) { $0.unsupportedTerms(terms: "<terms>") }
        add("unsupportedTexts", ["texts": "<texts>"]) { $0.unsupportedTexts(texts: "<texts>") }
        add("unsupportedBeyond", ["rows": "8", "p": "<p>"]) { $0.unsupportedBeyond(rows: 8, p: "<p>") }
        add("evidenceRows", ["text": "<text>", "rows": "8"]) { $0.evidenceRows(text: "<text>", rows: 8) }
        add("evidenceMore", ["count": "8"]) { $0.evidenceMore(count: 8) }
        add("gatherLikeTest") { $0.gatherLikeTest }
        add("nextGather") { $0.nextGather }
        add("balanceMeaning", ["auc": "<auc>", "share": "<share>"]) { $0.balanceMeaning(auc: "<auc>", share: "<share>") }
        add("leftMeaning") { $0.leftMeaning }
        add("meanRatioGate") { $0.meanRatioGate }
        add("effectiveGroupsMeaning") { $0.effectiveGroupsMeaning }
        add("countOfGroups", ["count": "<count>"]) { $0.countOfGroups(count: "<count>") }
        add("between", ["least": "<least>", "greatest": "<greatest>"]) { $0.between(least: "<least>", greatest: "<greatest>") }
        add("optionMaxLeft") { $0.optionMaxLeft }
        add("optionMinContent") { $0.optionMinContent }
        add("contentMeaning") { $0.contentMeaning }
        add("optionMeanRatio") { $0.optionMeanRatio }
        add("optionMinGroups") { $0.optionMinGroups }
        add("aRange") { $0.aRange }
        return all
    }
}
