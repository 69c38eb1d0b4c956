import ParallelWork
import SparseFeatures

/// The discriminator's features for a ridge regression: each view is scaled as a whole, so that one penalty suits all.
///
/// A row is the sum over its fields of word and n-gram rows, each of length ``sparseScale``, and the standardised surface
/// features of each field, times ``surfaceScale``: a handful of columns that should be penalised less than single words.
package struct RidgeFeatures: Sendable {
    /// Length of a word or n-gram row of one field.
    package static let sparseScale: Float = 0.7
    /// Standard deviation of a surface column.
    package static let surfaceScale: Float = 0.3

    let matrices: [SparseMatrix]
    let rows: SegmentRows
    /// Row-major, rows × width: the surface features of each field with mean 0 and one standard deviation over all rows.
    let surface: [Float]
    let width: Int

    /// - Parameters:
    ///   - matrices: Over the segments of `rows`.
    ///   - surface: Row-major, segments × ``SurfaceFeatures/count``; empty for none.
    ///   - rows: All rows, including those to predict.
    package init(matrices: [SparseMatrix], surface: [Float], rows: SegmentRows) {
        self.matrices = matrices
        self.rows = rows
        let count = SurfaceFeatures.count
        width = surface.isEmpty ? 0 : rows.slots * count
        var values = [Float](repeating: 0, count: rows.count * width)
        if width > 0 {
            for column in 0..<width {
                let (slot, feature) = (column / count, column % count)
                var (sum, squares) = (0.0, 0.0)
                for row in 0..<rows.count {
                    let value = Double(surface[rows[row, slot] * count + feature])
                    sum += value
                    squares += value * value
                }
                let mean = sum / Double(max(rows.count, 1))
                let variance = squares / Double(max(rows.count, 1)) - mean * mean
                let scale = variance > 1e-12 ? Double(Self.surfaceScale) / variance.squareRoot() : 0
                for row in 0..<rows.count {
                    let value = Double(surface[rows[row, slot] * count + feature])
                    values[row * width + column] = Float((value - mean) * scale)
                }
            }
        }
        self.surface = values
    }

    /// Columns of all parts together.
    var columnCount: Int { matrices.reduce(width) { $0 + $1.featureCount } }
}
