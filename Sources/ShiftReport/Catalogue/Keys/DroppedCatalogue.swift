/// What `--drop-shifted` kept from the discriminator.
package protocol DroppedCatalogue {
    /// What the discriminator must not look at
    var droppedTitle: String { get }
    /// taken away
    var droppedWhat: String { get }
    /// AUC that is left
    var droppedAUC: String { get }
    /// Nothing had to be dropped: the AUC is `auc`, below `bound` already.
    func droppedNothingNeeded(auc: String, bound: String) -> String
    /// Nothing was dropped: the AUC is `auc`, but no more than chance explains; every weight is 1 as it is.
    func droppedNothingShown(auc: String) -> String
    /// Dropped from the discriminator for an AUC below `bound`: `parts`. The AUC fell from `before` to `after`.
    func dropped(bound: String, parts: String, before: String, after: String) -> String
    /// The weights correct for what is left, not for what was dropped: right where that is an artefact of …
    var droppedMeaning: String { get }
    /// the field `name`
    func droppedField(name: String) -> String
    /// length, scripts and punctuation of `name`
    func droppedForm(name: String) -> String
    /// `count` of words
    func droppedPieces(count: Int) -> String
    /// (and `pieces`)
    func droppedAndPieces(pieces: String) -> String
    /// the `count` `names`
    func droppedFields(names: String, count: Int) -> String
    /// length, scripts and punctuation
    var droppedAllForm: String { get }
    /// `count`
    func droppedWords(count: Int) -> String
    /// `count`
    func droppedGrams(count: Int) -> String
    /// … (`count` rounds in all, in report.json)
    func droppedMoreRounds(count: Int) -> String
}
