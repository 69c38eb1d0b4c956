import ParallelWork
import SparseFeatures

/// The mean of a view's rows and each segment's product with it.
///
/// All rows weigh the same, held out or not, whatever their side: a mean that depended on the sides would leak the held-out
/// rows to an unfinished fit.
struct MeanRow: Sendable {
    /// x̄, one per feature.
    let values: [Float]
    /// x_segment · x̄, one per segment.
    let dots: [Float]
    /// ‖x̄‖².
    let square: Float

    init(_ matrix: SparseMatrix, _ data: LabelledRows) {
        values = Self.means(matrix, data)
        dots = Self.dots(matrix, 0..<matrix.segmentCount, values)
        square = values.reduce(0) { $0 + $1 * $1 }
    }

    private init(values: [Float], dots: [Float]) {
        self.values = values
        self.dots = dots
        square = values.reduce(0) { $0 + $1 * $1 }
    }

    /// One for each of several views over the same rows.
    static func each(of views: [View], _ data: LabelledRows, _ workers: WorkerPool) -> [MeanRow] {
        let values = workers.map(views.count) { Self.means(views[$0].matrix, data) }
        let share = 4096
        return views.indices.map { view in
            let matrix = views[view].matrix
            let parts = workers.map((matrix.segmentCount + share - 1) / share) { part in
                dots(matrix, part * share..<min((part + 1) * share, matrix.segmentCount), values[view])
            }
            return MeanRow(values: values[view], dots: Array(parts.joined()))
        }
    }

    private static func means(_ matrix: SparseMatrix, _ data: LabelledRows) -> [Float] {
        let share = 1 / Float(max(data.count, 1))
        var shares = [Float](repeating: 0, count: matrix.segmentCount)
        for segment in data.rows.segments { shares[Int(segment)] += share }
        var values = [Float](repeating: 0, count: matrix.featureCount)
        values.withUnsafeMutableBufferPointer { values in
            eachEntry(matrix, 0..<matrix.segmentCount) { segment, feature, value in
                values[feature] += shares[segment] * value
            }
        }
        return values
    }

    private static func dots(_ matrix: SparseMatrix, _ segments: Range<Int>, _ values: [Float]) -> [Float] {
        var dots = [Float](repeating: 0, count: segments.count)
        values.withUnsafeBufferPointer { values in
            eachEntry(matrix, segments) { segment, feature, value in
                dots[segment - segments.lowerBound] += values[feature] * value
            }
        }
        return dots
    }

    @inline(__always)
    private static func eachEntry(
        _ matrix: SparseMatrix, _ segments: Range<Int>, _ body: (Int, Int, Float) -> Void
    ) {
        SparseLanes.over(matrix) { kernel in
            for segment in segments {
                let norm = kernel.inverseNorms[segment]
                for position in kernel.offsets[segment]..<kernel.offsets[segment + 1] {
                    let entry = kernel.entries[position]
                    let feature = Int(entry >> 8)
                    body(segment, feature, kernel.countWeights[Int(entry & 0xFF)] * kernel.featureWeights[feature] * norm)
                }
            }
        }
    }
}
