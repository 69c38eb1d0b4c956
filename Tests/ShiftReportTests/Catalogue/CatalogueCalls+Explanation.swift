import ShiftReport

extension CatalogueCall {
    static func ofExplanation() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("gainShown", ["mean": "<mean>", "error": "<error>"]) { $0.gainShown(mean: "<mean>", error: "<error>") }
        add("gainNotShown", ["mean": "<mean>", "error": "<error>"]) { $0.gainNotShown(mean: "<mean>", error: "<error>") }
        add("pairs", ["times": "<times>"]) { $0.pairs(times: "<times>") }
        add("pairsMayBeChance") { $0.pairsMayBeChance }
        add("pairsTell") { $0.pairsTell }
        add("pSmall") { $0.pSmall }
        add("pLarge") { $0.pLarge }
        add("groupsOnBothSides", ["count": "8"]) { $0.groupsOnBothSides(count: 8) }
        add("formAlike", ["auc": "<auc>"]) { $0.formAlike(auc: "<auc>") }
        add("formDiffers", ["auc": "<auc>"]) { $0.formDiffers(auc: "<auc>") }
        add("fieldSaysLittle", ["field": "<field>", "auc": "<auc>"]) { $0.fieldSaysLittle(field: "<field>", auc: "<auc>") }
        add("fieldDiffers", ["field": "<field>", "auc": "<auc>"]) { $0.fieldDiffers(field: "<field>", auc: "<auc>") }
        add("noCopies", ["rows": "9"]) { $0.noCopies(rows: 9) }
        add("copies", ["share": "<share>"]) { $0.copies(share: "<share>") }
        add("precision", ["worth": "<worth>", "share": "<share>"]) { $0.precision(worth: "<worth>", share: "<share>") }
        add("precisionLow", ["worth": "<worth>", "share": "<share>"]) { $0.precisionLow(worth: "<worth>", share: "<share>") }
        add("precisionLowThoughBounded", ["worth": "<worth>", "share": "<share>"]) {
            $0.precisionLowThoughBounded(worth: "<worth>", share: "<share>")
        }
        add("effectiveGroups", ["worth": "<worth>", "all": "<all>"]) { $0.effectiveGroups(worth: "<worth>", all: "<all>") }
        add("ratioNearOne", ["mean": "<mean>"]) { $0.ratioNearOne(mean: "<mean>") }
        add("noTail") { $0.noTail }
        add("tailBounded", ["greatest": "<greatest>", "weight": "<weight>"]) {
            $0.tailBounded(greatest: "<greatest>", weight: "<weight>")
        }
        add("tailLight", ["shape": "<shape>", "greatest": "<greatest>"]) {
            $0.tailLight(shape: "<shape>", greatest: "<greatest>")
        }
        add("heaviest", ["share": "<share>"]) { $0.heaviest(share: "<share>") }
        add("heaviestLook", ["share": "<share>"]) { $0.heaviestLook(share: "<share>") }
        add("heaviestBound", ["share": "<share>"]) { $0.heaviestBound(share: "<share>") }
        add("someUnsupported", ["share": "<share>"]) { $0.someUnsupported(share: "<share>") }
        add("covered", ["share": "<share>"]) { $0.covered(share: "<share>") }
        add("slopeExtremeThoughBounded", ["slope": "<slope>", "weight": "<weight>"]) {
            $0.slopeExtremeThoughBounded(slope: "<slope>", weight: "<weight>")
        }
        add("slopeExtreme", ["slope": "<slope>"]) { $0.slopeExtreme(slope: "<slope>") }
        add("slopeRight", ["slope": "<slope>"]) { $0.slopeRight(slope: "<slope>") }
        add("slopeCautious", ["slope": "<slope>"]) { $0.slopeCautious(slope: "<slope>") }
        add("poolWorth", ["worth": "<worth>"]) { $0.poolWorth(worth: "<worth>") }
        add("poolWorthFew", ["worth": "<worth>"]) { $0.poolWorthFew(worth: "<worth>") }
        return all
    }
}
