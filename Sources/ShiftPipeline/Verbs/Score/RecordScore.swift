/// What a model says about one record.
public struct RecordScore: Sendable, Equatable, Codable {
    /// How test-like the record is: out-of-fold or mean of the folds, calibrated, in 0...1.
    public var pTest: Double
    /// Its weight as a training row, on the scale on which the fit's training rows have mean 1; above 0.
    public var weight: Double
    /// The uncalibrated logit; ``Explanation`` gives its parts.
    public var logit: Double
}
