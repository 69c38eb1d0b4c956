/// What labels of test rows say of an estimate, and which rows to label.
package protocol LabelledCatalogue {
    /// labels
    var byLabels: String { get }
    /// The figure is of `rows` labelled test rows; by the labels alone `alone`.
    func labelledRows(rows: Int, alone: String) -> String
    /// The labels moved the figure of the roads, `from`, by `moved`; it lies inside the interval.
    func roadsHeld(from: String, moved: String) -> String
    /// The labels moved the figure of the roads, `from`, by `moved`; it lies outside the interval.
    func roadsMissed(from: String, moved: String) -> String
    /// What the figure by labels assumes.
    var labelsAssume: String { get }
    /// confidence, as the head of a column
    var strataConfidence: String { get }
    /// `count` of them were drawn before.
    func toLabelEarlier(count: Int) -> String
    /// The interval that these labels give is about, or at most, `points` wide.
    func toLabelWidth(points: String, isGuess: Bool) -> String
    /// Options that are for drawing rows to label alone.
    var onlyToLabel: String { get }
    /// the stream
    var theStream: String { get }
    /// What a stream of scored records takes, and what it does not.
    var streamTakes: String { get }
    /// --target-width
    var optionTargetWidth: String { get }
    /// --confidence of split
    var optionStrataConfidence: String { get }
    /// --labelled-test of split
    var optionEarlierLabels: String { get }
    /// --labelled-test
    var optionLabelledTestRows: String { get }
}
