import ShiftReport

extension CatalogueCall {
    static func ofEstimate() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("scoresOfDraws", ["rows": "8"]) { $0.scoresOfDraws(rows: 8) }
        add("scoresOfRows", ["rows": "9", "train": "10"]) { $0.scoresOfRows(rows: 9, train: 10) }
        add("severalModels", ["count": "11"]) { $0.severalModels(count: 11) }
        add("outsideFit", ["count": "12"]) { $0.outsideFit(count: 12) }
        add("forTest", ["rows": "13"]) { $0.forTest(rows: 13) }
        add("meanOfDraws") { $0.meanOfDraws }
        add("unweighted") { $0.unweighted }
        add("weighted") { $0.weighted }
        add("clippedEstimate") { $0.clippedEstimate }
        add("byConfidence") { $0.byConfidence }
        add("drawnMean") { $0.drawnMean }
        add("doublyRobust") { $0.doublyRobust }
        add("drawnGroups", ["count": "14"]) { $0.drawnGroups(count: 14) }
        add("effectiveOf", ["worth": "<worth>", "rows": "15"]) { $0.effectiveOf(worth: "<worth>", rows: 15) }
        add("massClipped", ["share": "<share>"]) { $0.massClipped(share: "<share>") }
        add("nothingExplained") { $0.nothingExplained }
        add("explained", ["share": "<share>"]) { $0.explained(share: "<share>") }
        add("ranking") { $0.ranking }
        add(
            "rankedModels",
            ["metric": "<metric>", "models": "<models>", "order": "<order>", "best": "<best>", "first": "<first>"]
        ) { $0.rankedModels(metric: "<metric>", models: "<models>", order: "<order>", best: "<best>", first: "<first>") }
        add("estimatesFail") { $0.estimatesFail }
        add("estimatesOfDraws") { $0.estimatesOfDraws }
        add("estimatesWithoutShift") { $0.estimatesWithoutShift }
        add("estimatesHold") { $0.estimatesHold }
        add("weightsTakenAsKnown") { $0.weightsTakenAsKnown }
        return all
    }
}
