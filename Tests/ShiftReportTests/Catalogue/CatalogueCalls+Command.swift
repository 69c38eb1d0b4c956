import ShiftReport

extension CatalogueCall {
    static func ofCommand() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("aboutProgram") { $0.aboutProgram }
        add("moreOnProgram") { $0.moreOnProgram }
        add("aboutAnalyze") { $0.aboutAnalyze }
        add("moreOnAnalyze") { $0.moreOnAnalyze }
        add("aboutReport") { $0.aboutReport }
        add("moreOnReport") { $0.moreOnReport }
        add("aboutSplit") { $0.aboutSplit }
        add("moreOnSplit") { $0.moreOnSplit }
        add("moreOnLabelFirst") { $0.moreOnLabelFirst }
        add("aboutEstimate") { $0.aboutEstimate }
        add("moreOnEstimate") { $0.moreOnEstimate }
        add("aboutDiagnose") { $0.aboutDiagnose }
        add("moreOnDiagnose") { $0.moreOnDiagnose }
        add("aboutConformal") { $0.aboutConformal }
        add("moreOnConformal") { $0.moreOnConformal }
        add("aboutAudit") { $0.aboutAudit }
        add("moreOnAudit") { $0.moreOnAudit }
        add("aboutCheck") { $0.aboutCheck }
        add("moreOnCheck") { $0.moreOnCheck }
        add("aboutFit") { $0.aboutFit }
        add("moreOnFit") { $0.moreOnFit }
        add("aboutScore") { $0.aboutScore }
        add("moreOnScore") { $0.moreOnScore }
        add("aboutModel") { $0.aboutModel }
        add("moreOnModel") { $0.moreOnModel }
        add("aboutHash") { $0.aboutHash }
        add("moreOnHash") { $0.moreOnHash }
        add("aboutPeek") { $0.aboutPeek }
        add("moreOnPeek") { $0.moreOnPeek }
        return all
    }
}
