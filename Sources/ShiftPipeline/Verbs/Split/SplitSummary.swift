/// A split of the training rows: the content of split.json.
public struct SplitSummary: Codable, Sendable, Equatable {
    /// Version of this layout.
    public var schema = 1
    /// Always "textshift".
    public var tool = "textshift"
    /// Of textshift.
    public var version: String
    /// Digest of the training corpus of the analysis, as ``Input/digest``.
    public var trainDigest: String
    /// Digest of the test corpus of the analysis, as ``Input/digest``.
    public var testDigest: String
    /// Seed of the split.
    public var seed: UInt64
    /// Share of the rows that the set is taken from, 0...1.
    public var pool: Double
    /// Training rows of the fit.
    public var trainRows: Int
    /// The method that was written, one entry per part.
    public var parts: [Set]
    /// All methods compared; empty unless asked for.
    public var comparison: [Set]
    /// Whether the analysis found a shift; without one every weight is 1.
    public var isShift: Bool
    /// Whether the analysis trusts its weights.
    public var isTrusted: Bool
    /// The forms of `--weight` beside each other; nil unless asked for.
    public var forms: [Form]?
    /// The classes of `--stratify` that train has and the set has not; nil without that option.
    public var lost: [StratumShare]?
    /// The field of `--stratify`, of the split or of the analysis.
    public var stratify: String?

    /// What one form of the weights makes of the same analysis.
    public struct Form: Codable, Sendable, Equatable {
        /// As `--weight` names it.
        public var weight: String
        /// Whether the analysis has it.
        public var isOwn: Bool
        /// (Σw)²/Σw² over the training rows.
        public var effectiveRows: Double
        /// The same of the sums by group.
        public var effectiveGroups: Double
        /// The largest weight, in multiples of the mean.
        public var largest: Double
        /// Of a discriminator between the set drawn by these weights and test; nil where the set is too small.
        public var auc: ValidationCheck.Area?

        package init(
            weight: String, isOwn: Bool, effectiveRows: Double, effectiveGroups: Double, largest: Double,
            auc: ValidationCheck.Area?
        ) {
            self.weight = weight
            self.isOwn = isOwn
            self.effectiveRows = effectiveRows
            self.effectiveGroups = effectiveGroups
            self.largest = largest
            self.auc = auc
        }
    }

    package init(
        version: String, trainDigest: String, testDigest: String, seed: UInt64, pool: Double, trainRows: Int, parts: [Set],
        comparison: [Set], isShift: Bool, isTrusted: Bool, forms: [Form]? = nil, lost: [StratumShare]? = nil,
        stratify: String? = nil
    ) {
        self.version = version
        self.trainDigest = trainDigest
        self.testDigest = testDigest
        self.seed = seed
        self.pool = pool
        self.trainRows = trainRows
        self.parts = parts
        self.comparison = comparison
        self.isShift = isShift
        self.isTrusted = isTrusted
        self.forms = forms
        self.lost = lost
        self.stratify = stratify
    }

    /// One validation set.
    public struct Set: Codable, Sendable, Equatable {
        /// `--method`; for `kfold` with the number of the part.
        public var method: String
        /// Rows of the set, repeats counted.
        public var rows: Int
        /// Distinct rows among them.
        public var uniqueRows: Int
        /// How many independent rows the set is worth as a sample of test: (Σw)²/Σw² of its rows, with repeats and weights.
        public var effectiveRows: Double
        /// Rows that stay for training.
        public var remainingRows: Int
        /// What they are worth weighted, (Σw)²/Σw².
        public var remainingEffectiveRows: Double
        /// Of a discriminator between the set and test; 0.5 is ideal. Absent if it was not asked for, or the set is too small.
        public var auc: ValidationCheck.Area?

        package init(
            method: String, rows: Int, uniqueRows: Int, effectiveRows: Double, remainingRows: Int,
            remainingEffectiveRows: Double, auc: ValidationCheck.Area?
        ) {
            self.method = method
            self.rows = rows
            self.uniqueRows = uniqueRows
            self.effectiveRows = effectiveRows
            self.remainingRows = remainingRows
            self.remainingEffectiveRows = remainingEffectiveRows
            self.auc = auc
        }
    }
}
