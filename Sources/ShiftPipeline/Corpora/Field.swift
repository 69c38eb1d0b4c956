/// One field of the records, and what became of it.
public struct Field: Codable, Sendable, Equatable {
    /// Why a field is used or left out.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// Named with `--field`.
        case named
        /// Text on both sides, long enough, and not an identifier.
        case textLike
        /// Not among the fields named with `--field`.
        case notNamed
        /// Only one side has it (a label, an answer): it differs by construction.
        case oneSideOnly
        /// Left out with `--ignore-field`.
        case ignored
        /// Called id, label, answer, target, date or the like, or given as `--id`.
        case reservedName
        /// Mostly numbers, lists, objects.
        case notText
        /// Dates or times, in whatever spelling.
        case time
        /// Few values, each many times: a class or a source.
        case classes
        /// Less than two words on average.
        case tooShort
        /// Identifiers, addresses, names of persons: one token or one pattern.
        case identifier
        /// Text whose values cross the groups of another field: a query of many passages, each of many queries. Whichever of the two keeps
        /// rows together, the other's values are on both sides of a fold and would give away the side.
        case crossing
        /// Text that another field holds too, with other blanks: the words of a sentence as a list.
        case repeated
        /// Text, but one of so many such fields that only those with more text are used.
        case tooMany
    }

    /// Its key, or what `--field` calls it.
    public var name: String
    /// Whether the discriminator uses it.
    public var isUsed: Bool
    /// Why.
    public var reason: Reason
    /// Training rows without the field, read as empty text; only for used fields.
    public var missingTrain: Int?
    /// Test rows without it; likewise.
    public var missingTest: Int?
    /// Out-of-fold AUC of the field's own part of the logit; only for used fields of a fitted discriminator.
    public var auc: Double?
    /// Whether the field alone tells the sides apart (AUC above 0.99): an identifier or an artefact of format.
    public var tellsSidesApart: Bool

    package init(
        name: String, isUsed: Bool, reason: Reason, missingTrain: Int? = nil, missingTest: Int? = nil,
        auc: Double? = nil, tellsSidesApart: Bool = false
    ) {
        self.name = name
        self.isUsed = isUsed
        self.reason = reason
        self.missingTrain = missingTrain
        self.missingTest = missingTest
        self.auc = auc
        self.tellsSidesApart = tellsSidesApart
    }
}
