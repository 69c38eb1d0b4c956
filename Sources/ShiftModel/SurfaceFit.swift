import ParallelWork
import SparseFeatures

/// The surface view's models on the features' own scale: logit = intercept + coefficients · features.
struct SurfaceModels: Sendable, Equatable {
    /// One a fold.
    var intercepts: [Double]
    /// Folds × (slots × features).
    var coefficients: [[Double]]
}

/// The surface view: a discriminator that sees lengths, scripts and punctuation only, cross-fitted on the same folds.
public enum SurfaceFit {
    /// Ridge on the standardised columns.
    static let penalty = 1e-3

    /// One candidate named "surface".
    ///
    /// - Parameter surface: Row-major, segments × ``SurfaceFeatures/count``.
    public static func candidate(surface: [Float], data: LabelledRows, pool: WorkerPool) -> Candidate {
        let columns = SurfaceFeatures.count * data.rows.slots + 1
        let (values, means, scales) = standardized(surface, data, columns)
        let folds = pool.map(data.foldCount) { fold in
            let sizes = data.folds.indices.reduce(into: (train: 0, test: 0)) {
                guard Int(data.folds[$1]) != fold else { return }
                if data.isTest[$1] { $0.test += 1 } else { $0.train += 1 }
            }
            let weights = data.folds.indices.map { row in
                guard Int(data.folds[row]) != fold else { return DenseLogistic.RowWeight(train: 0, test: 0) }
                return data.isTest[row]
                    ? DenseLogistic.RowWeight(train: 0, test: 0.5 / Double(sizes.test))
                    : DenseLogistic.RowWeight(train: 0.5 / Double(sizes.train), test: 0)
            }
            var penalties = [Double](repeating: penalty, count: columns)
            penalties[0] = 0
            let model = DenseLogistic(
                columns: columns, penalties: penalties,
                lowerBounds: [Double](repeating: -.infinity, count: columns))
            return values.withUnsafeBufferPointer {
                model.fit($0, weights, start: [Double](repeating: 0, count: columns), tolerance: 1e-5)
            }
        }
        let logits = (0..<data.count).map { row in
            let beta = folds[Int(data.folds[row])]
            return (0..<columns).reduce(0.0) { $0 + values[row * columns + $1] * beta[$1] }
        }
        return Candidate(
            view: "surface", lambda: nil, logits: logits, slotLogits: [], certificates: [],
            loss: LogisticObjective.balancedLoss(logits: logits, isTest: data.isTest), models: [],
            surface: SurfaceModels(
                intercepts: folds.map { beta in
                    (1..<columns).reduce(beta[0]) { $0 - beta[$1] * means[$1] * scales[$1] }
                }, coefficients: folds.map { beta in (1..<columns).map { beta[$0] * scales[$0] } }))
    }

    /// A column of ones, then each surface feature of each slot with mean 0 and variance 1 over all rows.
    private static func standardized(
        _ surface: [Float], _ data: LabelledRows, _ columns: Int
    ) -> (values: [Double], means: [Double], scales: [Double]) {
        let width = SurfaceFeatures.count
        var values = [Double](repeating: 1, count: data.count * columns)
        for row in 0..<data.count {
            for slot in 0..<data.rows.slots {
                let segment = data.rows[row, slot]
                for feature in 0..<width {
                    values[row * columns + 1 + slot * width + feature] = Double(surface[segment * width + feature])
                }
            }
        }
        var means = [Double](repeating: 0, count: columns)
        var scales = means
        for column in 1..<columns {
            var sum = 0.0
            var squares = 0.0
            for row in 0..<data.count {
                let value = values[row * columns + column]
                sum += value
                squares += value * value
            }
            let mean = sum / Double(data.count)
            let variance = max(squares / Double(data.count) - mean * mean, 0)
            let scale = variance > 1e-12 ? 1 / variance.squareRoot() : 0
            means[column] = mean
            scales[column] = scale
            for row in 0..<data.count {
                values[row * columns + column] = (values[row * columns + column] - mean) * scale
            }
        }
        return (values, means, scales)
    }
}
