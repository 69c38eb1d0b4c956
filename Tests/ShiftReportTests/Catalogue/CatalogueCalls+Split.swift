import ShiftReport

extension CatalogueCall {
    static func ofSplit() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("set") { $0.set }
        add("rowsTitle") { $0.rowsTitle }
        add("uniqueTitle") { $0.uniqueTitle }
        add("effectiveTitle") { $0.effectiveTitle }
        add("areaAgainstTest") { $0.areaAgainstTest }
        add("leftToTrain") { $0.leftToTrain }
        add("kfoldPart", ["number": "<number>"]) { $0.kfoldPart(number: "<number>") }
        add("worth", ["rows": "<rows>"]) { $0.worth(rows: "<rows>") }
        add("setAreaMeaning") { $0.setAreaMeaning }
        add("splitsAreRandom") { $0.splitsAreRandom }
        add("splitsFail") { $0.splitsFail }
        add("toLabel", ["count": "8", "rows": "9"]) { $0.toLabel(count: 8, rows: 9) }
        add("toLabelUncovered", ["all": "10"]) { $0.toLabelUncovered(all: 10) }
        add("toLabelOfSample") { $0.toLabelOfSample }
        add("strataRows") { $0.strataRows }
        add("strataDrawn") { $0.strataDrawn }
        add("strataProbability") { $0.strataProbability }
        add("theseRows") { $0.theseRows }
        add("thisSample") { $0.thisSample }
        add("unbiasedMean", ["rows": "11", "over": "<over>"]) { $0.unbiasedMean(rows: 11, over: "<over>") }
        return all
    }
}
