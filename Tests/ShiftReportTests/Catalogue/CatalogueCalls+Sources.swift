import ShiftReport

extension CatalogueCall {
    static func ofSources() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("bySource") { $0.bySource }
        add("sourcesHeldOut", ["count": "91", "key": "<key>"]) { $0.sourcesHeldOut(count: 91, key: "<key>") }
        add("sourceHead") { $0.sourceHead }
        add("sourceRows") { $0.sourceRows }
        add("sourceEstimated") { $0.sourceEstimated }
        add("sourceTruth") { $0.sourceTruth }
        add("sourceOffBy") { $0.sourceOffBy }
        add("sourcesMore", ["count": "91"]) { $0.sourcesMore(count: 91) }
        add("sourcesLeftOut", ["count": "91"]) { $0.sourcesLeftOut(count: 91) }
        add("sourcesSpread", ["mean": "<mean>", "tau": "<tau>", "largest": "<largest>", "name": "<name>"]) {
            $0.sourcesSpread(mean: "<mean>", tau: "<tau>", largest: "<largest>", name: "<name>")
        }
        add("sourcesPredict", ["from": "<from>", "range": "<range>"]) { $0.sourcesPredict(from: "<from>", range: "<range>") }
        add("sourcesFew", ["least": "5"]) { $0.sourcesFew(least: 5) }
        add("sourcesKnown", ["rows": "91"]) { $0.sourcesKnown(rows: 91) }
        add("sourcesProposed", ["count": "91", "option": "<option>"]) { $0.sourcesProposed(count: 91, option: "<option>") }
        add("inSource", ["number": "9", "count": "10"]) { $0.inSource(number: 9, count: 10) }
        add("periodNeedsBy") { $0.periodNeedsBy }
        add("optionBy") { $0.optionBy }
        add("optionPeriod") { $0.optionPeriod }
        return all
    }
}
