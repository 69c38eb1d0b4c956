/// What makes up a record's logit: it is linear, so the parts are exact.
///
/// The intercept, the surface of all fields and the contributions of all pieces add up to ``RecordScore/logit``, to the
/// rounding of single precision. All of them are 0 if the model found no shift.
public struct Explanation: Sendable, Equatable, Codable {
    /// The record's numbers.
    public var score: RecordScore
    /// The part that belongs to no text.
    public var intercept: Double
    /// One for each of the fields that the model uses.
    public var fields: [Field]

    /// What one field adds.
    public struct Field: Sendable, Equatable, Codable {
        /// The field.
        public var name: String
        /// The text from its first byte to its last: words, and what is between them.
        public var pieces: [Piece]
        /// What length, scripts and punctuation add.
        public var surface: Double
    }

    /// A piece of a text.
    public struct Piece: Sendable, Equatable, Codable {
        /// The piece, as it was written.
        public var text: String
        /// Its bytes in the text.
        public var utf8: Range<Int>
        /// What it adds to the logit: above 0 towards test, below 0 towards train.
        public var contribution: Double
    }
}
