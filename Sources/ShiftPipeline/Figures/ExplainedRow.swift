/// One record with what each part of it adds to the discriminator's logit.
///
/// `logit` = `intercept` + the sum of all tokens' contributions and of all fields' `surface` and `rest`, to rounding.
public struct ExplainedRow: Codable, Sendable, Equatable {
    /// Which list the row is in.
    public enum List: String, Codable, Sendable, CaseIterable {
        /// Training rows most like test.
        case testLikeTrain
        /// Training rows least like test.
        case trainLikeTrain
        /// Test rows most like train.
        case trainLikeTest
        /// Test rows furthest from train.
        case outOfSupportTest
    }

    /// A piece of a field's text.
    public struct Token: Codable, Sendable, Equatable {
        /// The text, as it is in the record; the tokens of a field joined are the field, up to where it was cut.
        public var text: String
        /// What the piece adds to the logit: its word, and its share of each n-gram that overlaps it.
        public var contribution: Double

        package init(text: String, contribution: Double) {
            self.text = text
            self.contribution = contribution
        }
    }

    /// One used field.
    public struct FieldText: Codable, Sendable, Equatable {
        /// Name of the field.
        public var name: String
        /// Its text in pieces, in order, cut where it is very long.
        public var tokens: [Token]
        /// What length, script and punctuation of the field add.
        public var surface: Double
        /// What the text after the last token adds if the field was cut; 0 otherwise.
        public var rest: Double

        package init(name: String, tokens: [Token], surface: Double, rest: Double) {
            self.name = name
            self.tokens = tokens
            self.surface = surface
            self.rest = rest
        }
    }

    /// Which list it is in.
    public var list: List
    /// Value of the `--id` field or of "id", if there is one.
    public var id: String?
    /// Last component of the file's path.
    public var file: String
    /// Line in the file, from 1.
    public var line: Int
    /// Calibrated, out of fold.
    public var pTest: Double
    /// Mean 1 over train; nil for a row of test.
    public var weight: Double?
    /// Uncalibrated, out of fold.
    public var logit: Double
    /// The logit that the model of the row's fold gives a row without any feature.
    public var intercept: Double
    /// The used fields, in their order.
    public var fields: [FieldText]
    /// Further rows that nearly repeat this one.
    public var nearDuplicates: Int

    package init(
        list: List, id: String?, file: String, line: Int, pTest: Double, weight: Double?, logit: Double, intercept: Double,
        fields: [FieldText], nearDuplicates: Int
    ) {
        self.list = list
        self.id = id
        self.file = file
        self.line = line
        self.pTest = pTest
        self.weight = weight
        self.logit = logit
        self.intercept = intercept
        self.fields = fields
        self.nearDuplicates = nearDuplicates
    }
}
