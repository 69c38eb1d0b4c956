/// The discriminator asked again, out of group and fold: does the drawn validation set look more like test than a random one?
public struct ValidationCheck: Codable, Sendable, Equatable {
    /// AUC of a discriminator between a set and test, with its 95% interval; 0.5 is what one hopes for.
    public struct Area: Codable, Sendable, Equatable {
        /// The AUC, 0...1, out of group and fold.
        public var auc: Double
        /// Lower end of its interval.
        public var lower: Double
        /// Upper end.
        public var upper: Double

        package init(auc: Double, lower: Double, upper: Double) {
            self.auc = auc
            self.lower = lower
            self.upper = upper
        }
    }

    /// Drawn validation set against test.
    public var drawn: Area
    /// The same number of random rows of the pool against test.
    public var random: Area
    /// Rows of each set that took part.
    public var setRows: Int
    /// Rows of test that took part.
    public var testRows: Int

    package init(drawn: Area, random: Area, setRows: Int, testRows: Int) {
        self.drawn = drawn
        self.random = random
        self.setRows = setRows
        self.testRows = testRows
    }
}
