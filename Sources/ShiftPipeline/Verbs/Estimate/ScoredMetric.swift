import ShiftEstimates

/// A metric of a model on scored rows.
struct ScoredMetric: Sendable {
    /// A figure of classes that expected counts give.
    enum Figure: Sendable {
        /// The mean of the classes' F1.
        case macroF1
        /// The AUC of the probability of this class.
        case area(positive: Int)
    }

    let name: String
    let measure: Measure
    /// nil for any other.
    var figure: Figure?
}
