import ShiftReport

extension CatalogueCall {
    static func ofAudit() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("metricTitle") { $0.metricTitle }
        add("offBy", ["weighted": "<weighted>", "unweighted": "<unweighted>"]) {
            $0.offBy(weighted: "<weighted>", unweighted: "<unweighted>")
        }
        add("offByTrueRatio", ["error": "<error>"]) { $0.offByTrueRatio(error: "<error>") }
        add("offByLikeFound", ["weighted": "<weighted>", "unweighted": "<unweighted>"]) {
            $0.offByLikeFound(weighted: "<weighted>", unweighted: "<unweighted>")
        }
        add("isSampled") { $0.isSampled }
        add("audited", ["name": "<name>", "rows": "8", "sample": "<sample>", "groups": "9", "fields": "<fields>"]) {
            $0.audited(name: "<name>", rows: 8, sample: "<sample>", groups: 9, fields: "<fields>")
        }
        add("metricMean", ["name": "<name>", "mean": "<mean>"]) { $0.metricMean(name: "<name>", mean: "<mean>") }
        add("meanOf", ["list": "<list>"]) { $0.meanOf(list: "<list>") }
        add("auditedInputs", ["names": "<names>"]) { $0.auditedInputs(names: "<names>") }
        add("accuracyOf", ["label": "<label>"]) { $0.accuracyOf(label: "<label>") }
        add("lengthName") { $0.lengthName }
        add("directionName", ["number": "<number>"]) { $0.directionName(number: "<number>") }
        add("planted") { $0.planted }
        add("shareOfDomain") { $0.shareOfDomain }
        add("offByTitle") { $0.offByTitle }
        add("trueRatio") { $0.trueRatio }
        add("correlation") { $0.correlation }
        add("factor") { $0.factor }
        add("trusted") { $0.trusted }
        add("odds", ["odds": "<odds>"]) { $0.odds(odds: "<odds>") }
        add("timesOf", ["count": "10", "draws": "11"]) { $0.timesOf(count: 10, draws: 11) }
        add("shiftNone") { $0.shiftNone }
        add("shiftTopic") { $0.shiftTopic }
        add("shiftLength") { $0.shiftLength }
        add("shiftRare") { $0.shiftRare }
        add("shiftLabel") { $0.shiftLabel }
        add("shiftFound") { $0.shiftFound }
        add("auditNotes", ["draws": "12", "found": "13"]) { $0.auditNotes(draws: 12, found: 13) }
        return all
    }
}
