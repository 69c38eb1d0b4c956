/// Rows at the ends of the uncalibrated out-of-fold logit.
public struct Examples: Codable, Sendable, Equatable {
    /// One record.
    public struct Example: Codable, Sendable, Equatable {
        /// Value of the `--id` field or of "id", if there is one.
        public var id: String?
        /// Its file, if that is not the corpus's first.
        public var file: String?
        /// Line of its file, from 1.
        public var line: Int
        /// True if other records are on that line, so that the line does not identify it; absent otherwise.
        public var sharesLine: Bool?
        /// Calibrated, out of fold.
        public var pTest: Double
        /// nil for a row of test.
        public var weight: Double?
        /// The used fields, each cut to its first 200 characters.
        public var fields: [String: String]

        package init(
            id: String?, file: String? = nil, line: Int, sharesLine: Bool? = nil, pTest: Double, weight: Double?,
            fields: [String: String]
        ) {
            self.id = id
            self.file = file
            self.line = line
            self.sharesLine = sharesLine
            self.pTest = pTest
            self.weight = weight
            self.fields = fields
        }
    }

    /// Training rows most like test, the most like it first.
    public var testLikeTrain: [Example]
    /// Training rows least like test, the least like it first.
    public var trainLikeTrain: [Example]
    /// Test rows furthest from train.
    public var outOfSupportTest: [Example]

    package init(testLikeTrain: [Example], trainLikeTrain: [Example], outOfSupportTest: [Example]) {
        self.testLikeTrain = testLikeTrain
        self.trainLikeTrain = trainLikeTrain
        self.outOfSupportTest = outOfSupportTest
    }

    /// No rows.
    static let none = Examples(testLikeTrain: [], trainLikeTrain: [], outOfSupportTest: [])
}
