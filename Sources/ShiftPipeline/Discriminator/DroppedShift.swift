/// What the discriminator must not look at for the corpora to be hard to tell apart: `--drop-shifted`.
///
/// Pan, Pham, Dorairaj, Chen and Lee 2020 remove the features that tell the sides apart until the AUC is below a bound. The
/// records keep all they have; only the discriminator, and with it p_test and the weights, looks away.
public struct DroppedShift: Codable, Sendable, Equatable {
    /// What went in one round: one kind of thing, of one field or several.
    public struct Round: Codable, Sendable, Equatable {
        /// What went.
        public enum Kind: String, Codable, Sendable, CaseIterable {
            /// All of ``Round/field``.
            case field
            /// The length, scripts and punctuation of ``Round/field``.
            case surface
            /// Words and n-grams.
            case terms
        }

        /// What kind of thing went.
        public var kind: Kind
        /// The field of a round of the first two kinds.
        public var field: String?
        /// Words, by falling part in the difference of the sides.
        public var words: [DroppedTerm]
        /// Character n-grams that are in none of the dropped words of their field, likewise.
        public var characters: [DroppedTerm]
        /// All n-grams that went, those in dropped words too.
        public var gramFeatures: Int
        /// The AUC that the discriminator has after it, out of fold and cross-fitted anew.
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

    /// The AUC that was to be undercut.
    public var bound: Double
    /// The AUC with all features.
    public var auc: Double
    /// What went, round by round; empty where the first AUC is below the bound or no shift is clear.
    public var rounds: [Round]
    /// Fits that it took, the first one and those that looked for the shortest last round among them.
    public var fits: Int

    /// The AUC that is left.
    public var remainingAUC: Double { rounds.last?.auc ?? auc }
    /// Names of the fields that went as a whole.
    public var fields: [String] { rounds.filter { $0.kind == .field }.compactMap(\.field) }
    /// Fields whose length and scripts went, those that went as a whole too.
    public var surfaceFields: [String] { rounds.filter { $0.kind != .terms }.compactMap(\.field) }

    package init(bound: Double, auc: Double, rounds: [Round], fits: Int) {
        self.bound = bound
        self.auc = auc
        self.rounds = rounds
        self.fits = fits
    }
}
