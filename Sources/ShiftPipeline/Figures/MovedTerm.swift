/// A word or phrase whose frequency differs, by log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008,
/// eq. 16 to 22), counted by group.
public struct MovedTerm: Codable, Sendable, Equatable {
    /// An occurrence of a term in a record.
    public struct Context: Codable, Sendable, Equatable {
        /// Whether the record is one of test.
        public var isTest: Bool
        /// Line of its file, from 1.
        public var line: Int
        /// Text before the term, cut.
        public var before: String
        /// The term as it is written there.
        public var match: String
        /// Text after it, cut.
        public var after: String

        package init(isTest: Bool, line: Int, before: String, match: String, after: String) {
            self.isTest = isTest
            self.line = line
            self.before = before
            self.match = match
            self.after = after
        }
    }

    /// Normalised; words of a phrase are joined by spaces, or by nothing if they are Chinese.
    public var term: String
    /// Name of its field.
    public var field: String
    /// δ̂, above 0 towards test.
    public var logOdds: Double
    /// δ̂ over its standard error.
    public var z: Double
    /// Benjamini-Hochberg's adjusted p-value.
    public var qValue: Double
    /// Groups with rows of train that hold it there.
    public var trainGroups: Int
    /// Groups with rows of test that do.
    public var testGroups: Int
    /// Share of the rows of train that hold it, 0...1.
    public var trainShare: Double
    /// Share of the rows of test.
    public var testShare: Double
    /// Its part of the difference of the sides' mean logits; nil for phrases, which the discriminator does not have.
    public var contribution: Double?
    /// Up to three from each side.
    public var contexts: [Context]

    package init(
        term: String, field: String, logOdds: Double, z: Double, qValue: Double, trainGroups: Int, testGroups: Int,
        trainShare: Double, testShare: Double, contribution: Double?, contexts: [Context]
    ) {
        self.term = term
        self.field = field
        self.logOdds = logOdds
        self.z = z
        self.qValue = qValue
        self.trainGroups = trainGroups
        self.testGroups = testGroups
        self.trainShare = trainShare
        self.testShare = testShare
        self.contribution = contribution
        self.contexts = contexts
    }
}
