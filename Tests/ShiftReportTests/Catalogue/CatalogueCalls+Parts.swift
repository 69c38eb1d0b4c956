import ShiftReport

extension CatalogueCall {
    static func ofParts() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("optionReportTo") { $0.optionReportTo }
        add("optionFiguresTo") { $0.optionFiguresTo }
        add("optionModelTo") { $0.optionModelTo }
        add("optionSplitFigures") { $0.optionSplitFigures }
        add("optionReportOutput") { $0.optionReportOutput }
        add("optionEvents") { $0.optionEvents }
        add("anOpenFile") { $0.anOpenFile }
        add("aReportFile") { $0.aReportFile }
        add("oneStandardOutput") { $0.oneStandardOutput }
        add("sharedPlace", ["path": "<path>"]) { $0.sharedPlace(path: "<path>") }
        add("outputOrParts") { $0.outputOrParts }
        return all
    }
}
