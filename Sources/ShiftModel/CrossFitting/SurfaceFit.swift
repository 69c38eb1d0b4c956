import SparseFeatures

/// The surface view: a discriminator that sees lengths, scripts and punctuation only, cross-fitted on the same folds.
struct SurfaceFit: Sendable {
    /// Ridge on the standardised columns.
    static let penalty = 1e-3

    private let data: LabelledRows
    /// A feature of a slot that varies; the others have coefficient 0.
    private struct Column {
        /// Among all features of all slots, slot by slot.
        var place: Int
        var mean: Double
        /// 1 over the standard deviation.
        var scale: Double
    }
    private let varying: [Column]
    /// Row-major, rows × ``columns``: ones, then each feature that varies with mean 0 and variance 1 over all rows.
    private let values: [Double]
    private var columns: Int { varying.count + 1 }

    /// - Parameter surface: Row-major, segments × ``SurfaceFeatures/count``.
    init(surface: [Float], data: LabelledRows) {
        self.data = data
        varying = Self.varying(surface, data)
        values = Self.standardized(surface, data, varying)
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
                    varying.indices.reduce(beta[0]) { $0 - beta[$1 + 1] * varying[$1].mean * varying[$1].scale }
                }, coefficients: folds.map(spread)))
    }

    /// The coefficients of all features, on their own scale.
    private func spread(_ beta: [Double]) -> [Double] {
        var all = [Double](repeating: 0, count: SurfaceFeatures.count * data.rows.slots)
        for (number, column) in varying.enumerated() { all[column.place] = beta[number + 1] * column.scale }
        return all
    }

    private static func varying(_ surface: [Float], _ data: LabelledRows) -> [Column] {
        let width = SurfaceFeatures.count
        var sums = [Double](repeating: 0, count: width * data.rows.slots)
        var squares = sums
        // Row by row, in memory order; each column's sums still run in the order of the rows.
        for row in 0..<data.count {
            for slot in 0..<data.rows.slots {
                let segment = data.rows[row, slot]
                for feature in 0..<width {
                    let value = Double(surface[segment * width + feature])
                    sums[slot * width + feature] += value
                    squares[slot * width + feature] += value * value
                }
            }
        }
        return sums.indices.compactMap { place in
            let mean = sums[place] / Double(data.count)
            let variance = max(squares[place] / Double(data.count) - mean * mean, 0)
            return variance > 1e-12 ? Column(place: place, mean: mean, scale: 1 / variance.squareRoot()) : nil
        }
    }

    private static func standardized(_ surface: [Float], _ data: LabelledRows, _ varying: [Column]) -> [Double] {
        let (width, columns) = (SurfaceFeatures.count, varying.count + 1)
        var values = [Double](repeating: 1, count: data.count * columns)
        for row in 0..<data.count {
            for (number, column) in varying.enumerated() {
                let segment = data.rows[row, column.place / width]
                let value = Double(surface[segment * width + column.place % width])
                values[row * columns + number + 1] = (value - column.mean) * column.scale
            }
        }
        return values
    }
}
