/// Standard error and percentile interval of a statistic from its bootstrap replicates.
package struct BootstrapInterval: Sendable, Equatable {
    /// Standard deviation of the replicates (divisor: one less than their number; 0 for a single one).
    package let standardError: Double
    /// Lower end: the quantile (1 - level)/2 of the replicates.
    package let lower: Double
    /// Upper end: the quantile (1 + level)/2 of the replicates.
    package let upper: Double
    /// How many replicates had a value.
    package let replicates: Int

    /// The percentile interval (Efron and Tibshirani 1993, "An Introduction to the Bootstrap", chapter 13).
    /// - Parameters:
    ///   - replicates: The values in any order; nil where a replicate had none.
    ///   - level: Nominal coverage, above 0 and at most 1.
    /// - Throws: ``StatisticsError/shareOutOfRange(found:)``; ``StatisticsError/noRows`` if no replicate has a value.
    package init(_ replicates: [Double?], level: Double = 0.95) throws(StatisticsError) {
        try Checks.share(level)
        let sorted = replicates.compactMap { $0 }.sorted()
        guard !sorted.isEmpty else { throw .noRows }
        let count = Double(sorted.count)
        let mean = sorted.reduce(0, +) / count
        let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        standardError = sorted.count > 1 ? (squares / (count - 1)).squareRoot() : 0
        lower = Quantile.value(ofSorted: sorted, at: (1 - level) / 2)
        upper = Quantile.value(ofSorted: sorted, at: (1 + level) / 2)
        self.replicates = sorted.count
    }
}
