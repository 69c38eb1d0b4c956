import ShiftReport

extension CatalogueCall {
    static func ofRoads() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("recommended") { $0.recommended }
        add("fromRoad", ["road": "<road>"]) { $0.fromRoad(road: "<road>") }
        add("byThreshold") { $0.byThreshold }
        add("meanOfConfidences") { $0.meanOfConfidences }
        add("roadsAgree", ["spread": "<spread>", "noise": "<noise>"]) { $0.roadsAgree(spread: "<spread>", noise: "<noise>") }
        add("roadsDisagree", ["spread": "<spread>", "noise": "<noise>"]) {
            $0.roadsDisagree(spread: "<spread>", noise: "<noise>")
        }
        add("notWalked", ["roads": "<roads>", "reason": "<reason>"]) { $0.notWalked(roads: "<roads>", reason: "<reason>") }
        add("noInterval", ["reason": "<reason>"]) { $0.noInterval(reason: "<reason>") }
        add("gapNoConfidences") { $0.gapNoConfidences }
        add("gapNotMean") { $0.gapNotMean }
        add("recommendedFigure", ["figure": "0.5", "road": "R"]) { $0.recommendedFigure(figure: "0.5", road: "R") }
        add("estimatesTitle") { $0.estimatesTitle }
        add("estimatesName") { $0.estimatesName }
        add("moreEstimates") { $0.moreEstimates }
        add("gapNoProbabilities") { $0.gapNoProbabilities }
        add("gapTooManyClasses") { $0.gapTooManyClasses }
        add("optionProbabilities") { $0.optionProbabilities }
        add("testConfidencesOf") { $0.testConfidencesOf }
        add("gapNotZeroOrOne") { $0.gapNotZeroOrOne }
        add("gapNoRegression") { $0.gapNoRegression }
        add("gapIsDrawn") { $0.gapIsDrawn }
        add("gapFewRows", ["least": "<least>"]) { $0.gapFewRows(least: "<least>") }
        add("gapNoVariation") { $0.gapNoVariation }
        add("worldsFound", ["count": "8", "share": "<share>", "factor": "<factor>"]) {
            $0.worldsFound(count: 8, share: "<share>", factor: "<factor>")
        }
        add("scoresInSample", ["auc": "<auc>"]) { $0.scoresInSample(auc: "<auc>") }
        add("scoresOfOtherFolds", ["count": "11"]) { $0.scoresOfOtherFolds(count: 11) }
        add("optionQuick") { $0.optionQuick }
        add("inWorld", ["number": "9", "count": "10"]) { $0.inWorld(number: 9, count: 10) }
        return all
    }
}
