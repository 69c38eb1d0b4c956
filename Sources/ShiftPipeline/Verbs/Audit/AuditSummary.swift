/// What an audit found: how well shifts that were planted in a training set are recovered.
public struct AuditSummary: Codable, Sendable, Equatable {
    /// Version of this schema.
    public var schema = 1
    /// Always "textshift".
    public var tool = "textshift"
    /// Version of textshift.
    public var version: String
    /// Last component of the corpus' path.
    public var name: String
    /// Digest of the corpus, as ``Input/digest``.
    public var digest: String
    /// Rows that the shifts were planted in; all of them unless ``isSample``.
    public var rows: Int
    /// Groups of these rows.
    public var groups: Int
    /// Whether they are a sample of a larger corpus.
    public var isSample: Bool
    /// Names of the fields that are compared.
    public var fields: [String]
    /// `--seed`.
    public var seed: UInt64
    /// Share of the rows that were dealt to the planted test side.
    public var testShare: Double
    /// Draws of each shift.
    public var draws: Int
    /// What was estimated on the planted test sides.
    public var metrics: [Metric]
    /// Whether the metrics are shares of the inputs, for lack of a label and of scores.
    public var isOfInputs: Bool
    /// The scripts of the corpus.
    public var letters: LetterShares
    /// What was planted, in order; "found" last.
    public var shifts: [Shift]
    /// Mean over all shifts but "none", and draws.
    public var overall: Errors

    /// A metric whose true value is known on both sides.
    public struct Metric: Codable, Sendable, Equatable {
        /// Its name in the file of scores, or what it is a share of.
        public var name: String
        /// Its mean over all rows.
        public var mean: Double

        package init(name: String, mean: Double) {
            self.name = name
            self.mean = mean
        }
    }

    /// Mean absolute errors of estimates of the test side's metrics, in the metrics' own units.
    public struct Errors: Codable, Sendable, Equatable {
        /// The plain mean over train; for "found" over all rows, from the mean over them weighted by the planted ratio.
        public var unweighted: Double
        /// The weighted mean.
        public var weighted: Double
        /// The weighted mean with the true ratio: its error is the noise of the rows.
        public var trueRatio: Double

        package init(unweighted: Double, weighted: Double, trueRatio: Double) {
            self.unweighted = unweighted
            self.weighted = weighted
            self.trueRatio = trueRatio
        }
    }

    /// One planted shift, averaged over its draws.
    public struct Shift: Codable, Sendable, Equatable {
        /// "none", "topic", "length", "rare", "label" or "found".
        public var kind: String
        /// Odds of test inside the domain over those outside; nil for "found", which has a ratio for each group.
        public var odds: Double?
        /// The domain's share of planted train; for "found" that of the rows with a ratio above the mean.
        public var trainShare: Double
        /// The same of planted test.
        public var testShare: Double
        /// AUC of the discriminator between the planted sides, out of fold.
        public var auc: Double
        /// Draws in which a shift was found.
        public var found: Int
        /// Draws in which the weights were trusted, or were all 1.
        public var trusted: Int
        /// Correlation of weight and true ratio over train; nil where either is constant.
        public var correlation: Double?
        /// Root mean square over the rows of train of log(weight / true ratio), in nats.
        public var logError: Double
        /// How far estimates were off, mean over metrics and draws.
        public var errors: Errors

        package init(
            kind: String, odds: Double?, trainShare: Double, testShare: Double, auc: Double, found: Int, trusted: Int,
            correlation: Double?, logError: Double, errors: Errors
        ) {
            self.kind = kind
            self.odds = odds
            self.trainShare = trainShare
            self.testShare = testShare
            self.auc = auc
            self.found = found
            self.trusted = trusted
            self.correlation = correlation
            self.logError = logError
            self.errors = errors
        }
    }

    package init(
        version: String, name: String, digest: String, rows: Int, groups: Int, isSample: Bool, fields: [String], seed: UInt64,
        testShare: Double, draws: Int, metrics: [Metric], isOfInputs: Bool, letters: LetterShares,
        shifts: [Shift], overall: Errors
    ) {
        self.version = version
        self.name = name
        self.digest = digest
        self.rows = rows
        self.groups = groups
        self.isSample = isSample
        self.fields = fields
        self.seed = seed
        self.testShare = testShare
        self.draws = draws
        self.metrics = metrics
        self.isOfInputs = isOfInputs
        self.letters = letters
        self.shifts = shifts
        self.overall = overall
    }
}
