/// How much of test lies where train has nothing: there no weighting can help. Counted by three kinds of evidence, each by a test that says
/// nothing of sides that do not differ; a row counts once.
public struct OverlapSummary: Codable, Sendable, Equatable {
    /// The k-th largest uncalibrated out-of-fold logit of train's groups, k a thousandth of them, rounded up.
    public var threshold: Double
    /// Share of the test rows without support, by all evidence together.
    public var noSupportShare: Double
    /// Lower bound of it (95%, one-sided, by groups): what trust is decided by.
    public var lower: Double?
    /// Test rows whose logit is above `threshold`; counted where chance rarely puts so many there.
    public var beyond: Beyond?
    /// Words and phrases that train lacks although test has many, most rows first; at most five.
    public var terms: [Evidence]?
    /// All such words and phrases.
    public var absentTerms: Int?
    /// Whole texts that many rows of test share and none of train, most rows first; at most five.
    public var atoms: [Evidence]?

    /// Test rows that look more like test than train's rows do.
    public struct Beyond: Codable, Sendable, Equatable {
        /// How many.
        public var rows: Int
        /// The chance of so many groups beyond, or more, without a shift.
        public var pValue: Double
        /// Whether they count as rows without support.
        public var counts: Bool
        /// The furthest of different groups, at most three.
        public var examples: [Examples.Example]

        package init(rows: Int, pValue: Double, counts: Bool, examples: [Examples.Example]) {
            (self.rows, self.pValue, self.counts, self.examples) = (rows, pValue, counts, examples)
        }
    }

    /// What train lacks.
    public struct Evidence: Codable, Sendable, Equatable {
        /// The term, or the text's beginning.
        public var text: String
        /// Test rows that hold it.
        public var rows: Int
        /// The chance that train has none.
        public var pValue: Double
        /// Test rows of different groups, at most three.
        public var examples: [Examples.Example]

        package init(text: String, rows: Int, pValue: Double, examples: [Examples.Example]) {
            (self.text, self.rows, self.pValue, self.examples) = (text, rows, pValue, examples)
        }
    }

    package init(
        threshold: Double, noSupportShare: Double, lower: Double? = nil, beyond: Beyond? = nil, terms: [Evidence]? = nil,
        absentTerms: Int? = nil, atoms: [Evidence]? = nil
    ) {
        self.threshold = threshold
        self.noSupportShare = noSupportShare
        self.lower = lower
        self.beyond = beyond
        self.terms = terms
        self.absentTerms = absentTerms
        self.atoms = atoms
    }
}
