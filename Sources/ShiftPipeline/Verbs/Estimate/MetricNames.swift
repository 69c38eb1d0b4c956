/// What is known about a metric from its name.
enum MetricNames {
    private static let shares: Set<String> = [
        "accuracy", "acc", "correct", "em", "exact", "exact_match", "exact-match", "f1", "precision", "recall", "hit", "hits",
        "micro-f1", "macro-f1", "span-f1", "rouge", "rouge-l", "jaccard", "probability",
    ]
    private static let losses = ["loss", "nll", "perplexity", "error", "wer", "cer", "mse", "mae", "brier"]
    /// Fields that say which row or model a record is of.
    static let reserved: Set<String> = [
        "id", "row", "model", "label", "prediction", "probability", "sample_weight", "p_test", "line", "cv_fold",
        LabelFirst.probabilityKey, LabelFirst.stratumKey, LabelFirst.stratumRowsKey,
    ]

    /// The range of a value; nil if any number is allowed.
    static func range(of name: String) -> ClosedRange<Double>? {
        let name = name.lowercased()
        if shares.contains(name) { return 0...1 }
        return isLoss(name) ? 0...(.infinity) : nil
    }

    /// Whether lower is better.
    static func isLoss(_ name: String) -> Bool {
        let parts = name.lowercased().split { "-_ .".contains($0) }.map(String.init)
        return parts.contains { losses.contains($0) }
    }

    /// The model and the metric of a name such as `large/accuracy`; the model is empty where none is named.
    static func split(_ name: String) -> (model: String, metric: String) {
        guard let slash = name.firstIndex(of: "/"), slash != name.startIndex, name.index(after: slash) != name.endIndex else {
            return ("", name)
        }
        return (String(name[..<slash]), String(name[name.index(after: slash)...]))
    }
}
