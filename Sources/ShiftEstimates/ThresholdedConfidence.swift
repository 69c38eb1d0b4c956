/// Average thresholded confidence (Garg, Balakrishnan, Lipton, Neyshabur & Sedghi 2022, equations 4 to 6): accuracy on rows
/// without labels, from a model's confidences.
///
/// On labelled rows that the model was not trained on, a threshold t is found such that the share of rows with a confidence
/// below t is the share of errors; the share of test rows with a confidence of t or more is the estimate of the accuracy on
/// test. It assumes that the model errs below the same confidence on test: a calibration that does not shift with the inputs.
package enum ThresholdedConfidence {
    /// The threshold: with e the mean error, the number of confidences below it is as near to e·n as possible.
    ///
    /// - Parameters:
    ///   - confidences: One per labelled row, at least one; on any increasing scale.
    ///   - correctness: 0 (wrong) to 1 (right), one per row.
    ///   - weights: How often each row counts; nil for once.
    package static func threshold(confidences: [Double], correctness: [Double], weights: [Double]? = nil) -> Double {
        let order = confidences.indices.sorted { (confidences[$0], $0) < (confidences[$1], $1) }
        let total = weights?.reduce(0, +) ?? Double(order.count)
        let errors = order.reduce(0) { $0 + (1 - correctness[$1]) * (weights?[$1] ?? 1) }
        var below = 0.0
        var best = (distance: Double.infinity, threshold: -Double.infinity)
        for (position, row) in order.enumerated() {
            // Rows of equal confidence are either all below it or none.
            if position == 0 || confidences[row] > confidences[order[position - 1]] {
                let distance = abs(below - errors)
                if distance < best.distance { best = (distance, confidences[row]) }
            }
            below += weights?[row] ?? 1
        }
        if abs(total - errors) < best.distance, let last = order.last { best = (0, confidences[last].nextUp) }
        return best.threshold
    }

    /// The share of rows with a confidence at or above the threshold.
    package static func accuracy(confidences: [Double], threshold: Double, weights: [Double]? = nil) -> Double {
        var (above, total) = (0.0, 0.0)
        for (row, confidence) in confidences.enumerated() {
            let weight = weights?[row] ?? 1
            total += weight
            if confidence >= threshold { above += weight }
        }
        return total > 0 ? above / total : 0
    }
}
