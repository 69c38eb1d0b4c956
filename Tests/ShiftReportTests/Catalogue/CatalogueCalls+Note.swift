import ShiftReport

extension CatalogueCall {
    static func ofNote() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("noted", ["text": "<text>"]) { $0.noted(text: "<text>") }
        add("fieldsUsed", ["fields": "<fields>", "dropped": "<dropped>", "leftOut": "<leftOut>"]) {
            $0.fieldsUsed(fields: "<fields>", dropped: "<dropped>", leftOut: "<leftOut>")
        }
        add("fieldWithReason", ["name": "<name>", "reason": "<reason>"]) {
            $0.fieldWithReason(name: "<name>", reason: "<reason>")
        }
        add("moreLeftOut", ["count": "8"]) { $0.moreLeftOut(count: 8) }
        add("missingRows", ["field": "<field>", "count": "9", "side": "<side>"]) {
            $0.missingRows(field: "<field>", count: 9, side: "<side>")
        }
        add("missingRecords", ["field": "<field>", "count": "10"]) { $0.missingRecords(field: "<field>", count: 10) }
        add("readAs", ["file": "<file>", "how": "<how>"]) { $0.readAs(file: "<file>", how: "<how>") }
        add("convertedFrom", ["encoding": "<encoding>"]) { $0.convertedFrom(encoding: "<encoding>") }
        add("textWithTabs", ["file": "<file>", "count": "11"]) { $0.textWithTabs(file: "<file>", count: 11) }
        add("skipped", ["file": "<file>", "count": "12"]) { $0.skipped(file: "<file>", count: 12) }
        add("blankRows", ["train": "13", "test": "17"]) { $0.blankRows(train: 13, test: 17) }
        add("documentMarks", ["count": "8"]) { $0.documentMarks(count: 8) }
        add("foundKey", ["key": "kk"]) { $0.foundKey(key: "kk") }
        add("proposedKeys", ["options": "oo"]) { $0.proposedKeys(options: "oo") }
        add("cutFields", ["fields": "ff"]) { $0.cutFields(fields: "ff") }
        add("constantValues", ["count": "13"]) { $0.constantValues(count: 13) }
        add("withoutText", ["count": "14"]) { $0.withoutText(count: 14) }
        add("noRecords") { $0.noRecords }
        add("otherICU", ["model": "<model>", "fitted": "<fitted>", "current": "<current>"]) {
            $0.otherICU(model: "<model>", fitted: "<fitted>", current: "<current>")
        }
        add("fittedOn", ["sample": "<sample>"]) { $0.fittedOn(sample: "<sample>") }
        add("nothingFitted", ["folds": "15"]) { $0.nothingFitted(folds: 15) }
        add("planting", ["number": "16", "count": "17"]) { $0.planting(number: 16, count: 17) }
        add("recordsDone", ["count": "18", "rate": "19"]) { $0.recordsDone(count: 18, rate: 19) }
        add("ongoing", ["stage": "<stage>"]) { $0.ongoing(stage: "<stage>") }
        add("secondsLeft", ["seconds": "20"]) { $0.secondsLeft(seconds: 20) }
        add("elapsed", ["seconds": "21"]) { $0.elapsed(seconds: 21) }
        add("stageReading") { $0.stageReading }
        add("stageFeaturizing") { $0.stageFeaturizing }
        add("stageFitting") { $0.stageFitting }
        add("stageWeighing") { $0.stageWeighing }
        add("stageDiagnosing") { $0.stageDiagnosing }
        add("stageExplaining") { $0.stageExplaining }
        add("stageChecking") { $0.stageChecking }
        add("stageScoring") { $0.stageScoring }
        add("stageWriting") { $0.stageWriting }
        add("total") { $0.total }
        add("error", ["text": "<text>"]) { $0.error(text: "<text>") }
        return all
    }
}
