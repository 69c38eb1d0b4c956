/// What a diagnosis starts from.
public struct DiagnosisOptions: Sendable {
    /// The field of the label.
    public var label: String
    /// Class probabilities of training rows that the model was not trained on, and of test rows; nil to fit a classifier on the
    /// discriminator's features.
    public var predictions: (train: String, test: String)?
    /// Rows of the test side that have labels; empty for none.
    public var labelledTest: [String] = []
    /// Where the corpora of the analysis are now, and the threads to work on.
    public var reread = RereadOptions()

    /// The label alone: a classifier is fitted for its classes, and no labelled test rows are used.
    public init(label: String) { self.label = label }
}
