/// What the discriminator was fitted on. All figures of the report are of these rows, except those here and those of the inputs
/// and the validation set.
public struct FitSummary: Codable, Sendable, Equatable {
    /// Training rows in the fit.
    public var trainRows: Int
    /// Test rows in the fit.
    public var testRows: Int
    /// Whether these are a sample of whole groups; otherwise they are all rows.
    public var isSample: Bool
    /// Mean weight of all training rows, on the scale on which the fit's have mean 1; nil if the fit is not a sample, or the
    /// other rows were not scored because nothing was written.
    public var meanWeight: Double?
    /// Effective sample size of all training rows, (Σw)² / Σw²; nil likewise.
    public var effectiveRows: Double?

    package init(trainRows: Int, testRows: Int, isSample: Bool, meanWeight: Double? = nil, effectiveRows: Double? = nil) {
        self.trainRows = trainRows
        self.testRows = testRows
        self.isSample = isSample
        self.meanWeight = meanWeight
        self.effectiveRows = effectiveRows
    }
}
