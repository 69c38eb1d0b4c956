/// What the discriminator must not look at for the corpora to be hard to tell apart: `--drop-shifted`.
///
/// Pan, Pham, Dorairaj, Chen and Lee 2020 remove the features that tell the sides apart until the AUC is below a bound. The
/// records keep everything; only the discriminator, and with it p_test and the weights, ignores these features.
public struct DroppedShift: Codable, Sendable, Equatable {
    /// What was dropped in one round: one kind of feature, of one field or several.
    public struct Round: Codable, Sendable, Equatable {
        /// What was dropped.
        public enum Kind: String, Codable, Sendable, CaseIterable {
            /// All of ``Round/field``.
            case field
            /// The length, scripts and punctuation of ``Round/field``.
            case surface
            /// Words and n-grams.
            case terms
        }

        /// What kind of feature was dropped.
        public var kind: Kind
        /// The field of a round of the first two kinds.
        public var field: String?
        /// Words, by decreasing part in the difference of the sides.
        public var words: [DroppedTerm]
        /// Character n-grams that are in none of the dropped words of their field, likewise.
        public var characters: [DroppedTerm]
        /// All dropped n-grams, including those in dropped words.
        public var gramFeatures: Int
        /// The AUC of the discriminator after the round, out of fold and cross-fitted again.
        public var auc: Double

        package init(
            kind: Kind, field: String?, words: [DroppedTerm], characters: [DroppedTerm], gramFeatures: Int, auc: Double
        ) {
            self.kind = kind
            self.field = field
            self.words = words
            self.characters = characters
            self.gramFeatures = gramFeatures
            self.auc = auc
        }
    }

    /// A word or an n-gram of a field, normalised.
    public struct DroppedTerm: Codable, Sendable, Equatable {
        /// The word, or the n-gram.
        public var term: String
        /// Name of its field.
        public var field: String

        package init(term: String, field: String) {
            self.term = term
            self.field = field
        }
    }

    /// The bound that the AUC was to fall below.
    public var bound: Double
    /// The AUC with all features.
    public var auc: Double
    /// What was dropped, round by round; empty if the first AUC is below the bound or no shift is clear.
    public var rounds: [Round]
    /// Number of fits, including the first and those that looked for the shortest last round.
    public var fits: Int

    /// The AUC that is left.
    public var remainingAUC: Double { rounds.last?.auc ?? auc }
    /// Names of the fields that were dropped as a whole.
    public var fields: [String] { rounds.filter { $0.kind == .field }.compactMap(\.field) }
    /// Fields whose length and scripts were dropped, including those dropped as a whole.
    public var surfaceFields: [String] { rounds.filter { $0.kind != .terms }.compactMap(\.field) }

    package init(bound: Double, auc: Double, rounds: [Round], fits: Int) {
        self.bound = bound
        self.auc = auc
        self.rounds = rounds
        self.fits = fits
    }
}
