import ShiftReport

extension CatalogueCall {
    static func ofGate() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("gateColumns") { $0.gateColumns }
        add("pass") { $0.pass }
        add("fail") { $0.fail }
        add("gateReason", ["name": "<name>", "message": "<message>", "reason": "<reason>"]) {
            $0.gateReason(name: "<name>", message: "<message>", reason: "<reason>")
        }
        add("gateMessage", ["found": "<found>", "limit": "<limit>"]) { $0.gateMessage(found: "<found>", limit: "<limit>") }
        add("areaMeaning") { $0.areaMeaning }
        add("countOfRows", ["count": "<count>"]) { $0.countOfRows(count: "<count>") }
        add("effectiveMeaning") { $0.effectiveMeaning }
        add("noSupportMeaning") { $0.noSupportMeaning }
        add("duplicatesMeaning") { $0.duplicatesMeaning }
        add("weightsFail") { $0.weightsFail }
        add("atLeast", ["limit": "<limit>"]) { $0.atLeast(limit: "<limit>") }
        add("atMost", ["limit": "<limit>"]) { $0.atMost(limit: "<limit>") }
        add("notKnown") { $0.notKnown }
        add("tooFewGroupsToJudge") { $0.tooFewGroupsToJudge }
        return all
    }
}
