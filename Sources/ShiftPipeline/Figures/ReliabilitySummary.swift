/// Whether p_test means what it says.
public struct ReliabilitySummary: Codable, Sendable, Equatable {
    /// One bin of rows of similar p_test.
    public struct Bin: Codable, Sendable, Equatable {
        /// Mean p_test of its rows, both sides of equal weight, 0...1.
        public var predicted: Double
        /// Share of test in its weight, 0...1; near ``predicted`` where p_test is calibrated.
        public var observed: Double
        /// Rows of train in it.
        public var trainRows: Int
        /// Rows of test in it.
        public var testRows: Int

        package init(predicted: Double, observed: Double, trainRows: Int, testRows: Int) {
            self.predicted = predicted
            self.observed = observed
            self.trainRows = trainRows
            self.testRows = testRows
        }
    }

    /// By increasing p_test.
    public var bins: [Bin]
    /// Slope of the observed on the predicted logit; 1 is calibrated; nil for a constant p_test.
    public var slope: Double?

    package init(bins: [Bin], slope: Double?) {
        self.bins = bins
        self.slope = slope
    }
}
