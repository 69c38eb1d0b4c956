/// The weights of the training rows.
public struct WeightSummary: Codable, Sendable, Equatable {
    /// Mean of the ratio over train before normalising; near 1 where the discriminator is calibrated.
    public var meanRatio: Double
    /// The least of the normalised weights (mean 1).
    public var minimum: Double
    /// The greatest.
    public var maximum: Double
    /// (Σw)² / Σw² of the rows.
    public var effectiveRows: Double
    /// The same of the sums of the weights by group.
    public var effectiveGroups: Double
    /// Share of all weight on the heaviest 1% of the rows.
    public var topPercentShare: Double
    /// Pareto k̂ of the uncalibrated ratio; nil if the tail has no shape (bounded or constant) or an infinite one.
    public var rawTailShape: Double?
    /// Pareto k̂ of the weights; nil likewise.
    public var tailShape: Double?
    /// What `--weight clip:C` cut off; nil for other weights.
    public var clipped: Clipped?
    /// The row that carries more weight than any should; nil where none does.
    public var largest: LargestWeight?

    /// Weights that were cut.
    public struct Clipped: Codable, Sendable, Equatable {
        /// The cap, in multiples of the mean weight.
        public var cap: Double
        /// Rows whose weight was above it.
        public var rows: Int
        /// Share of all weight that was cut off, 0 ..< 1.
        public var mass: Double

        package init(cap: Double, rows: Int, mass: Double) {
            self.cap = cap
            self.rows = rows
            self.mass = mass
        }
    }

    package init(
        meanRatio: Double, minimum: Double, maximum: Double, effectiveRows: Double, effectiveGroups: Double,
        topPercentShare: Double, rawTailShape: Double?, tailShape: Double?, clipped: Clipped? = nil,
        largest: LargestWeight? = nil
    ) {
        self.meanRatio = meanRatio
        self.minimum = minimum
        self.maximum = maximum
        self.effectiveRows = effectiveRows
        self.effectiveGroups = effectiveGroups
        self.topPercentShare = topPercentShare
        self.rawTailShape = rawTailShape
        self.tailShape = tailShape
        self.clipped = clipped
        self.largest = largest
    }
}
