import ShiftReport

extension CatalogueCall {
    static func ofFolderError() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("tablesDiffer", ["paths": "<paths>"]) { $0.tablesDiffer(paths: "<paths>") }
        add("notSquad", ["option": "<option>", "path": "<path>", "found": "<found>"]) {
            $0.notSquad(option: "<option>", path: "<path>", found: "<found>")
        }
        add("notTable", ["option": "<option>", "path": "<path>", "found": "<found>"]) {
            $0.notTable(option: "<option>", path: "<path>", found: "<found>")
        }
        add("exportNeedsLabel", ["export": "<export>", "key": "<key>", "path": "<path>", "first": "<first>", "last": "<last>"])
        { $0.exportNeedsLabel(export: "<export>", key: "<key>", path: "<path>", available: ["<first>", "<last>"]) }
        add("recordsWithoutLabel", ["key": "<key>", "place": "<place>", "rows": "8"]) {
            $0.recordsWithoutLabel(key: "<key>", place: "<place>", rows: 8)
        }
        add("labelIsNoScalar", ["place": "<place>", "key": "<key>", "found": "<found>"]) {
            $0.labelIsNoScalar(place: "<place>", key: "<key>", found: "<found>")
        }
        add("tooManyClasses", ["key": "<key>", "path": "<path>", "most": "9"]) {
            $0.tooManyClasses(key: "<key>", path: "<path>", most: 9)
        }
        add("recordsWithoutID", ["key": "<key>", "path": "<path>", "rows": "10", "missing": "11"]) {
            $0.recordsWithoutID(key: "<key>", path: "<path>", rows: 10, missing: 11)
        }
        add("notAReport", ["path": "<path>", "key": "<key>", "verb": "<verb>"]) {
            $0.notAReport(path: "<path>", key: "<key>", verb: "<verb>")
        }
        add("reportOfOtherSchema", ["path": "<path>", "found": "12", "expected": "13", "verb": "<verb>"]) {
            $0.reportOfOtherSchema(path: "<path>", found: 12, expected: 13, verb: "<verb>")
        }
        add("otherEstimates", ["path": "<path>"]) { $0.otherEstimates(path: "<path>") }
        return all
    }
}
