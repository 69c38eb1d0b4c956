/// The strongest of ``ReportDetails/terms`` by side, for a summary.
public struct Terms: Codable, Sendable, Equatable {
    /// One word or phrase of one field.
    public struct Term: Codable, Sendable, Equatable {
        /// Normalised, as ``MovedTerm/term``.
        public var term: String
        /// Name of its field.
        public var field: String
        /// Part of the difference of the two sides' mean logits that the word makes; above 0 if the discriminator counts it
        /// towards the side that it is listed for; nil for phrases.
        public var contribution: Double?
        /// Rows of train that hold it.
        public var trainRows: Int
        /// Rows of test that hold it.
        public var testRows: Int

        package init(term: String, field: String, contribution: Double?, trainRows: Int, testRows: Int) {
            self.term = term
            self.field = field
            self.contribution = contribution
            self.trainRows = trainRows
            self.testRows = testRows
        }
    }

    /// Terms that test holds more often, the most certain first.
    public var towardsTest: [Term]
    /// Terms that train holds more often, likewise.
    public var towardsTrain: [Term]

    package init(towardsTest: [Term], towardsTrain: [Term]) {
        self.towardsTest = towardsTest
        self.towardsTrain = towardsTrain
    }

    /// - Parameters:
    ///   - moved: The whole list, in its order.
    ///   - trainRows: Number of training rows that its shares refer to; `testRows` likewise.
    ///   - count: Number of terms to take from each side.
    public init(_ moved: [MovedTerm], trainRows: Int, testRows: Int, count: Int = 12) {
        func terms(_ sign: Double) -> [Term] {
            moved.filter { $0.z * sign > 0 }.prefix(count).map {
                Term(
                    term: $0.term, field: $0.field, contribution: $0.contribution,
                    trainRows: Int(($0.trainShare * Double(trainRows)).rounded()),
                    testRows: Int(($0.testShare * Double(testRows)).rounded()))
            }
        }
        self.init(towardsTest: terms(1), towardsTrain: terms(-1))
    }
}
