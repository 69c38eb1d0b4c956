/// How much of test lies where train has no rows.
public struct OverlapSummary: Codable, Sendable, Equatable {
    /// Train's 99.9th percentile of the uncalibrated out-of-fold logit.
    public var threshold: Double
    /// Share of the test rows beyond it.
    public var noSupportShare: Double

    package init(threshold: Double, noSupportShare: Double) {
        self.threshold = threshold
        self.noSupportShare = noSupportShare
    }
}
