import SparseFeatures

/// The surface view: a discriminator that sees lengths, scripts and punctuation only, cross-fitted on the same folds.
struct SurfaceFit: Sendable {
    /// Ridge on the standardised columns.
    static let penalty = 1e-3

    private let data: LabelledRows
    private let columns: Int
    /// Row-major, rows × columns: ones, then each surface feature of each slot with mean 0 and variance 1 over all rows.
    private let values: [Double]
    private let means: [Double]
    private let scales: [Double]

    /// - Parameter surface: Row-major, segments × ``SurfaceFeatures/count``.
    init(surface: [Float], data: LabelledRows) {
        self.data = data
        columns = SurfaceFeatures.count * data.rows.slots + 1
        (values, means, scales) = Self.standardized(surface, data, columns)
    }

    /// The coefficients of the model that does not see `fold`.
    func fit(without fold: Int) -> [Double] {
        let sizes = data.folds.ofRow.indices.reduce(into: (train: 0, test: 0)) {
            guard Int(data.folds.ofRow[$1]) != fold else { return }
            if data.isTest[$1] { $0.test += 1 } else { $0.train += 1 }
        }
        let weights = data.folds.ofRow.indices.map { row in
            guard Int(data.folds.ofRow[row]) != fold else { return DenseLogistic.RowWeight(train: 0, test: 0) }
            return data.isTest[row]
                ? DenseLogistic.RowWeight(train: 0, test: 0.5 / Double(sizes.test))
                : DenseLogistic.RowWeight(train: 0.5 / Double(sizes.train), test: 0)
        }
        var penalties = [Double](repeating: Self.penalty, count: columns)
        penalties[0] = 0
        let model = DenseLogistic(
            columns: columns, penalties: penalties, lowerBounds: [Double](repeating: -.infinity, count: columns))
        return values.withUnsafeBufferPointer {
            model.fit($0, weights, start: [Double](repeating: 0, count: columns), tolerance: 1e-5)
        }
    }

    /// One candidate named "surface".
    ///
    /// - Parameter folds: The result of ``fit(without:)`` for each fold.
    func candidate(_ folds: [[Double]]) -> Candidate {
        let logits = (0..<data.count).map { row in
            let beta = folds[Int(data.folds.ofRow[row])]
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

    private static func standardized(
        _ surface: [Float], _ data: LabelledRows, _ columns: Int
    ) -> (values: [Double], means: [Double], scales: [Double]) {
        let width = SurfaceFeatures.count
        var values = [Double](repeating: 1, count: data.count * columns)
        var means = [Double](repeating: 0, count: columns)
        var scales = means
        // Row by row, in memory order; each column's sums still run in the order of the rows.
        var sums = means
        var squares = means
        for row in 0..<data.count {
            for slot in 0..<data.rows.slots {
                let segment = data.rows[row, slot]
                for feature in 0..<width {
                    let column = 1 + slot * width + feature
                    let value = Double(surface[segment * width + feature])
                    values[row * columns + column] = value
                    sums[column] += value
                    squares[column] += value * value
                }
            }
        }
        for column in 1..<columns {
            let mean = sums[column] / Double(data.count)
            let variance = max(squares[column] / Double(data.count) - mean * mean, 0)
            means[column] = mean
            scales[column] = variance > 1e-12 ? 1 / variance.squareRoot() : 0
        }
        for row in 0..<data.count {
            for column in 1..<columns {
                values[row * columns + column] = (values[row * columns + column] - means[column]) * scales[column]
            }
        }
        return (values, means, scales)
    }
}
