import ShiftReport

extension CatalogueCall {
    static func ofForm() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("formSurface") { $0.formSurface }
        add("formTrimming") { $0.formTrimming }
        add("formEscapes") { $0.formEscapes }
        add("formLetterCase") { $0.formLetterCase }
        add("formWidth") { $0.formWidth }
        add("formScript") { $0.formScript }
        add("formBoilerplate") { $0.formBoilerplate }
        add("formEmoji") { $0.formEmoji }
        add("formMojibake") { $0.formMojibake }
        add("markLeadingBlanks") { $0.markLeadingBlanks }
        add("markTrailingBlanks") { $0.markTrailingBlanks }
        add("markTrailingLineEnd") { $0.markTrailingLineEnd }
        add("markLineEnds") { $0.markLineEnds }
        add("markRunsOfBlanks") { $0.markRunsOfBlanks }
        add("markWideBlanks") { $0.markWideBlanks }
        add("markEntities") { $0.markEntities }
        add("markTags") { $0.markTags }
        add("markBackslashes") { $0.markBackslashes }
        add("markNoCapitals") { $0.markNoCapitals }
        add("markMostlyCapitals") { $0.markMostlyCapitals }
        add("markSmallStart") { $0.markSmallStart }
        add("markCapitalWords") { $0.markCapitalWords }
        add("markFullWidthLetters") { $0.markFullWidthLetters }
        add("markFullWidthPunctuation") { $0.markFullWidthPunctuation }
        add("markHalfWidthPunctuation") { $0.markHalfWidthPunctuation }
        add("markHalfWidthKana") { $0.markHalfWidthKana }
        add("markTraditional") { $0.markTraditional }
        add("markMostlyTraditional") { $0.markMostlyTraditional }
        add("markCommonStart") { $0.markCommonStart }
        add("markCommonEnd") { $0.markCommonEnd }
        add("markEmoji") { $0.markEmoji }
        add("markManyEmoji") { $0.markManyEmoji }
        add("markEmoticons") { $0.markEmoticons }
        add("markReplacements") { $0.markReplacements }
        add("markMisread") { $0.markMisread }
        add("markControls") { $0.markControls }
        add("formTitle") { $0.formTitle }
        add("furtherOfForm", ["kind": "<kind>", "auc": "<auc>"]) { $0.furtherOfForm(kind: "<kind>", auc: "<auc>") }
        add("formFinding", ["kind": "<kind>", "auc": "<auc>"]) {
            $0.formFinding(kind: "<kind>", auc: "<auc>")
        }
        add("formWithout", ["without": "<without>", "all": "<all>"]) {
            $0.formWithout(without: "<without>", all: "<all>")
        }
        add("formMark", ["mark": "<mark>", "train": "<train>", "test": "<test>"]) {
            $0.formMark(mark: "<mark>", train: "<train>", test: "<test>")
        }
        add("formExample", ["side": "<side>", "line": "<line>", "text": "<text>"]) {
            $0.formExample(side: "<side>", line: "<line>", text: "<text>")
        }
        add("formOption", ["option": "<option>"]) {
            $0.formOption(option: "<option>")
        }
        add("formNotCompared") { $0.formNotCompared }
        add("formLeft", ["auc": "<auc>", "all": "<all>"]) {
            $0.formLeft(auc: "<auc>", all: "<all>")
        }
        add("formIsAll", ["left": "<left>", "least": "<least>"]) {
            $0.formIsAll(left: "<left>", least: "<least>")
        }
        add("brieflyForm", ["left": "<left>", "least": "<least>"]) {
            $0.brieflyForm(left: "<left>", least: "<least>")
        }
        add("nextForm") { $0.nextForm }
        add("formKindTitle") { $0.formKindTitle }
        add("formAloneTitle") { $0.formAloneTitle }
        add("formWithoutTitle") { $0.formWithoutTitle }
        add("formMarksTitle") { $0.formMarksTitle }
        add("formOptionTitle") { $0.formOptionTitle }
        add("formMarkShares", ["mark": "<mark>", "train": "<train>", "test": "<test>"]) {
            $0.formMarkShares(mark: "<mark>", train: "<train>", test: "<test>")
        }
        add("moreOfForm", ["kinds": "<kinds>"]) { $0.moreOfForm(kinds: "<kinds>") }
        add("formExamplesTitle") { $0.formExamplesTitle }
        add("diagnosedInputShiftOnly") { $0.diagnosedInputShiftOnly }
        add("diagnosedPriorShiftOnly") { $0.diagnosedPriorShiftOnly }
        add("labelsUnknownOnly") { $0.labelsUnknownOnly }
        add("weightedShareTitle") { $0.weightedShareTitle }
        add("noIntervals") { $0.noIntervals }
        add("clusters", ["side": "<side>", "share": "<share>"]) { $0.clusters(side: "<side>", share: "<share>") }
        return all
    }
}
