import ShiftReport
import TextRecords

extension CatalogueCall {
    static func ofReading() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("betweenCells", ["delimiter": "<delimiter>"]) { $0.betweenCells(delimiter: "<delimiter>") }
        add("text", ["value": "<value>"]) { catalogue in
            ReadingRemark.Kind.allCases.compactMap { catalogue.text(ReadingRemark($0, "<value>")) }.joined(separator: "\n")
        }
        add("shortRows", ["count": "8"]) { $0.shortRows(count: 8) }
        add("spelledValues", ["count": "8"]) { $0.spelledValues(count: 8) }
        add("rowsOfFile", ["count": "8"]) { $0.rowsOfFile(count: 8) }
        add("unreadable", ["count": "8", "error": "<error>"]) { $0.unreadable(count: 8, error: "<error>") }
        add("moreFields", ["count": "8"]) { $0.moreFields(count: 8) }
        add("groupsFound", ["groups": "8", "largest": "9"]) { $0.groupsFound(groups: 8, largest: 9) }
        add("linkedByEquality", ["rows": "8"]) { $0.linkedByEquality(rows: 8) }
        add("linkedByLikeness", ["rows": "8"]) { $0.linkedByLikeness(rows: 8) }
        add("linkedByValues", ["fields": "<fields>"]) { $0.linkedByValues(fields: "<fields>") }
        add("nothingToCompare") { $0.nothingToCompare }
        add("byName") { $0.byName }
        add("briefly") { catalogue in ValueKind.allCases.map { catalogue.briefly($0) }.joined(separator: " ") }
        return all
    }
}
