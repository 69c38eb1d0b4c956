/// A tool that the weighted rows of `train.remaining.jsonl` are written for.
///
/// Exactly those rows, in the same order: they are what one trains on beside the validation set.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// Vowpal Wabbit's text format.
    case vw
    /// fastText's format for supervised training.
    case fasttext
    /// LightGBM's file of weights.
    case lightgbm
    /// A NumPy array, for scikit-learn's `sample_weight` and anything else that takes arrays.
    case sklearn
    /// Identifiers and weights, for rows that are kept elsewhere.
    case idWeight = "id-weight"

    /// The list of the classes that goes with ``vw`` if labels are not numbers.
    static let classesName = "train.remaining.vw.labels"

    /// Whether lines start with a label.
    public var needsLabel: Bool { self == .vw || self == .fasttext }

    /// The name of the file.
    var name: String {
        switch self {
        case .vw: "train.remaining.vw"
        case .fasttext: "train.remaining.fasttext.txt"
        case .lightgbm: "train.remaining.weight"
        case .sklearn: "train.remaining.weight.npy"
        case .idWeight: "train.remaining.id-weight.tsv"
        }
    }

    /// The names of all files that may be written.
    var names: [String] { self == .vw ? [name, Self.classesName] : [name] }
}
