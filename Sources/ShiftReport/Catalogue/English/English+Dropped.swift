extension EnglishCatalogue: DroppedCatalogue {
    var droppedTitle: String { "What the discriminator must not look at" }
    var droppedWhat: String { "taken away" }
    var droppedAUC: String { "AUC that is left" }
    func droppedNothingNeeded(auc: String, bound: String) -> String {
        "Nothing had to be dropped: the AUC is \(auc), below \(bound) already."
    }
    func droppedNothingShown(auc: String) -> String {
        "Nothing was dropped: the AUC is \(auc), but no more than chance explains; every weight is 1 as it is."
    }
    func dropped(bound: String, parts: String, before: String, after: String) -> String {
        "Dropped from the discriminator for an AUC below \(bound): \(parts). The AUC fell from \(before) to \(after)."
    }
    var droppedMeaning: String {
        "The weights correct for what is left, not for what was dropped: right where that is an artefact of "
            + "collection (a source tag, an id, a boilerplate), wrong where the label depends on it. The choice has "
            + "seen these rows, so that the AUC that is left is a little too low."
    }
    func droppedField(name: String) -> String { "the field \(name)" }
    func droppedForm(name: String) -> String { "length, scripts and punctuation of \(name)" }
    func droppedPieces(count: Int) -> String { "\(NumberText.counted(count, "piece")) of words" }
    func droppedAndPieces(pieces: String) -> String { " (and \(pieces))" }
    func droppedFields(names: String, count: Int) -> String { "the \(count == 1 ? "field" : "fields") \(names)" }
    var droppedAllForm: String { "length, scripts and punctuation" }
    func droppedWords(count: Int) -> String { "\(NumberText.counted(count, "word"))" }
    func droppedGrams(count: Int) -> String { "\(NumberText.counted(count, "character n-gram"))" }
    func droppedMoreRounds(count: Int) -> String { "… (\(count) rounds in all, in report.json)" }
}
