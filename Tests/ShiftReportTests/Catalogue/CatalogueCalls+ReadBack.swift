import ShiftReport

extension CatalogueCall {
    static func ofReadBack() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add(
            "memberUnusable",
            ["path": "<path>", "member": "<member>", "found": "<found>", "expected": "<expected>", "verb": "<verb>"]
        ) {
            $0.memberUnusable(
                path: "<path>", member: "<member>", found: "<found>", expected: "<expected>", verb: "<verb>")
        }
        add("documentTooLarge", ["path": "<path>", "bytes": "11", "most": "10", "verb": "<verb>"]) {
            $0.documentTooLarge(path: "<path>", bytes: 11, most: 10, verb: "<verb>")
        }
        add("trueOrFalse") { $0.trueOrFalse }
        add("aText") { $0.aText }
        add("anObject") { $0.anObject }
        add("aList") { $0.aList }
        add("aNumber") { $0.aNumber }
        add("wholeNumber", ["least": "<least>", "greatest": "<greatest>"]) {
            $0.wholeNumber(least: "<least>", greatest: "<greatest>")
        }
        add("number", ["least": "<least>", "greatest": "<greatest>"]) { $0.number(least: "<least>", greatest: "<greatest>") }
        add("listOfLength", ["length": "9"]) { $0.listOfLength(9) }
        add("risingNumbers") { $0.risingNumbers }
        add("aFileName") { $0.aFileName }
        return all
    }
}
