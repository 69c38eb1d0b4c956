import ParallelWork

/// The discriminator on a few dense columns, cross-fitted: how well these columns alone tell the sides apart.
///
/// Each fold's model minimises ``LogisticObjective`` with a ridge of 10⁻³ on columns of mean 0 and variance 1, over the rows of
/// all other folds.
package enum ColumnCrossFit {
    static let penalty = 1e-3

    /// Out-of-fold logits, one per row.
    ///
    /// - Parameters:
    ///   - columns: Each has one value per row.
    ///   - isTest: Side of each row.
    ///   - folds: Of the rows.
    package static func logits(
        columns: [[Double]], isTest: [Bool], folds: Folds, workers: WorkerPool
    ) -> [Double] {
        let count = isTest.count
        let standardized = columns.map(standardized).filter { !$0.isEmpty }
        let width = standardized.count + 1
        var values = [Double](repeating: 1, count: count * width)
        for (number, column) in standardized.enumerated() {
            for row in 0..<count { values[row * width + number + 1] = column[row] }
        }
        let rows = values
        var penalties = [Double](repeating: penalty, count: width)
        penalties[0] = 0
        let model = DenseLogistic(
            columns: width, penalties: penalties, lowerBounds: [Double](repeating: -.infinity, count: width))
        let betas = workers.map(folds.count) { fold in
            let sizes = folds.ofRow.indices.reduce(into: (train: 0, test: 0)) {
                guard Int(folds.ofRow[$1]) != fold else { return }
                if isTest[$1] { $0.test += 1 } else { $0.train += 1 }
            }
            let weights = folds.ofRow.indices.map { row in
                guard Int(folds.ofRow[row]) != fold else { return DenseLogistic.RowWeight(train: 0, test: 0) }
                return isTest[row]
                    ? DenseLogistic.RowWeight(train: 0, test: 0.5 / Double(max(sizes.test, 1)))
                    : DenseLogistic.RowWeight(train: 0.5 / Double(max(sizes.train, 1)), test: 0)
            }
            return rows.withUnsafeBufferPointer {
                model.fit($0, weights, start: [Double](repeating: 0, count: width), tolerance: 1e-7)
            }
        }
        return (0..<count).map { row in
            let beta = betas[Int(folds.ofRow[row])]
            return (0..<width).reduce(0.0) { $0 + rows[row * width + $1] * beta[$1] }
        }
    }

    /// Mean 0 and variance 1; empty for a constant column.
    private static func standardized(_ column: [Double]) -> [Double] {
        let count = Double(max(column.count, 1))
        let mean = column.reduce(0, +) / count
        let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        guard variance > 1e-12 else { return [] }
        let scale = 1 / variance.squareRoot()
        return column.map { ($0 - mean) * scale }
    }
}
