import ShiftReport

extension CatalogueCall {
    static func ofLabelled() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("byLabels") { $0.byLabels }
        add("labelledRows", ["rows": "91", "alone": "<alone>"]) { $0.labelledRows(rows: 91, alone: "<alone>") }
        add("roadsHeld", ["from": "<from>", "moved": "<moved>"]) { $0.roadsHeld(from: "<from>", moved: "<moved>") }
        add("roadsMissed", ["from": "<from>", "moved": "<moved>"]) { $0.roadsMissed(from: "<from>", moved: "<moved>") }
        add("labelsAssume") { $0.labelsAssume }
        add("strataConfidence") { $0.strataConfidence }
        add("toLabelEarlier", ["count": "91"]) { $0.toLabelEarlier(count: 91) }
        add("toLabelWidth", ["points": "<points>"]) { $0.toLabelWidth(points: "<points>", isGuess: true) }
        add("onlyToLabel") { $0.onlyToLabel }
        add("theStream") { $0.theStream }
        add("streamTakes") { $0.streamTakes }
        add("optionTargetWidth") { $0.optionTargetWidth }
        add("optionStrataConfidence") { $0.optionStrataConfidence }
        add("optionEarlierLabels") { $0.optionEarlierLabels }
        add("optionLabelledTestRows") { $0.optionLabelledTestRows }
        return all
    }
}
