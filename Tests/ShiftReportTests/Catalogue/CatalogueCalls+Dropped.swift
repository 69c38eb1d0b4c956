import ShiftReport

extension CatalogueCall {
    static func ofDropped() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("droppedTitle") { $0.droppedTitle }
        add("droppedWhat") { $0.droppedWhat }
        add("droppedAUC") { $0.droppedAUC }
        add("droppedNothingNeeded", ["auc": "<auc>", "bound": "<bound>"]) {
            $0.droppedNothingNeeded(auc: "<auc>", bound: "<bound>")
        }
        add("droppedNothingShown", ["auc": "<auc>"]) { $0.droppedNothingShown(auc: "<auc>") }
        add("dropped", ["bound": "<bound>", "parts": "<parts>", "before": "<before>", "after": "<after>"]) {
            $0.dropped(bound: "<bound>", parts: "<parts>", before: "<before>", after: "<after>")
        }
        add("droppedMeaning") { $0.droppedMeaning }
        add("droppedField", ["name": "<name>"]) { $0.droppedField(name: "<name>") }
        add("droppedForm", ["name": "<name>"]) { $0.droppedForm(name: "<name>") }
        add("droppedPieces", ["count": "8"]) { $0.droppedPieces(count: 8) }
        add("droppedAndPieces", ["pieces": "<pieces>"]) { $0.droppedAndPieces(pieces: "<pieces>") }
        add("droppedFields", ["names": "<names>", "count": "9"]) { $0.droppedFields(names: "<names>", count: 9) }
        add("droppedAllForm") { $0.droppedAllForm }
        add("droppedWords", ["count": "10"]) { $0.droppedWords(count: 10) }
        add("droppedGrams", ["count": "11"]) { $0.droppedGrams(count: 11) }
        add("droppedMoreRounds", ["count": "12"]) { $0.droppedMoreRounds(count: 12) }
        return all
    }
}
