import SparseFeatures

/// The dot products of all pairs of rows, for fits of few rows with many features: there an epoch over the pairs takes less time than one
/// over the entries, and all of it stays in the processor's cache.
struct GramMatrix<Scalar: LaneScalar>: Sendable {
    typealias Lanes = SIMD8<Scalar>

    /// Number of rows.
    let count: Int
    /// xᵢ·xⱼ, row-major, rows × rows.
    private let values: [Scalar]
    /// xᵢ·x̄, with x̄ the mean row.
    let means: [Scalar]
    /// ‖x̄‖².
    let meanSquare: Scalar

    /// nil where the rows are too many for it to pay.
    init?(_ matrix: SparseMatrix, _ rows: SegmentRows) {
        guard Self.pays(matrix, rows) else { return nil }
        self.init(of: matrix, rows)
    }

    /// Whether fits by pairs are faster, with the matrix made for them.
    ///
    /// Times in nanoseconds, as measured: an epoch reads each entry twice, here and there in a large table, and each pair once, one after the
    /// other; the fits of one view take some hundred epochs. The matrix takes a product for each two rows that share a feature.
    private static func pays(_ matrix: SparseMatrix, _ rows: SegmentRows) -> Bool {
        guard rows.count <= mostRows else { return false }
        var (entries, frequencies) = (0, [Int](repeating: 0, count: matrix.featureCount))
        for segment in rows.segments {
            let own = matrix.offsets[Int(segment)]..<matrix.offsets[Int(segment) + 1]
            for position in own { frequencies[Int(matrix.entries[position] >> 8)] += 1 }
            entries += own.count
        }
        let products = frequencies.reduce(0) { $0 + $1 * $1 / 2 }
        let making = 30 * Double(entries) + Double(products)
        let epochs = 100.0
        return making + epochs * 0.5 * Double(rows.count * rows.count) < epochs * 1.5 * Double(entries)
    }

    /// 16 MB of pairs.
    private static var mostRows: Int { 2000 }

    /// The matrix, whether it pays or not.
    init(of matrix: SparseMatrix, _ rows: SegmentRows) {
        let columns = Columns(matrix, rows)
        var values = [Scalar](repeating: 0, count: rows.count * rows.count)
        values.withUnsafeMutableBufferPointer { values in
            for feature in 0..<matrix.featureCount {
                let own = columns.offsets[feature]..<columns.offsets[feature + 1]
                for first in own {
                    let (row, value) = columns.entries[first]
                    let start = Int(row) * rows.count
                    for (other, second) in columns.entries[own.lowerBound...first] {
                        values[start + Int(other)] += value * second
                    }
                }
            }
            for row in 0..<rows.count {
                for other in 0..<row { values[other * rows.count + row] = values[row * rows.count + other] }
            }
        }
        self.init(count: rows.count, values: values)
    }

    private init(count: Int, values: [Scalar]) {
        (self.count, self.values) = (count, values)
        let share = 1 / Scalar(max(count, 1))
        means = (0..<count).map { row in values[row * count..<(row + 1) * count].reduce(0, +) * share }
        meanSquare = means.reduce(0, +) * share
    }

    /// That of some of the rows, in the order given.
    func selecting(_ rows: [Int]) -> GramMatrix {
        GramMatrix(count: rows.count, values: rows.flatMap { row in rows.map { values[row * count + $0] } })
    }

    /// ‖xᵢ‖².
    func square(_ row: Int) -> Scalar { values[row * count + row] }

    /// Σⱼ xᵢ·xⱼ δⱼ.
    @inline(__always)
    func dot(_ row: Int, _ steps: UnsafeBufferPointer<Lanes>) -> Lanes {
        values.withUnsafeBufferPointer { values in
            let start = row &* count
            var (even, odd) = (Lanes.zero, Lanes.zero)
            var other = 0
            while other &+ 1 < count {
                even += steps[other] * values[start &+ other]
                odd += steps[other &+ 1] * values[start &+ other &+ 1]
                other &+= 2
            }
            if other < count { even += steps[other] * values[start &+ other] }
            return even + odd
        }
    }

    /// Σⱼ xᵢ·xⱼ δⱼ for each i.
    func dots(_ steps: [Lanes]) -> [Lanes] {
        steps.withUnsafeBufferPointer { steps in (0..<count).map { dot($0, steps) } }
    }

    /// The rows' entries by feature, each feature's in the order of the rows.
    private struct Columns {
        /// Features + 1 values.
        var offsets: [Int]
        var entries: [(row: Int32, value: Scalar)]

        init(_ matrix: SparseMatrix, _ rows: SegmentRows) {
            offsets = [Int](repeating: 0, count: matrix.featureCount + 1)
            for segment in rows.segments {
                for entry in matrix.entries[matrix.offsets[Int(segment)]..<matrix.offsets[Int(segment) + 1]] {
                    offsets[Int(entry >> 8) + 1] += 1
                }
            }
            for feature in 0..<matrix.featureCount { offsets[feature + 1] += offsets[feature] }
            entries = [(row: Int32, value: Scalar)](repeating: (0, 0), count: offsets[matrix.featureCount])
            var next = offsets
            for row in 0..<rows.count {
                for slot in 0..<rows.slots {
                    let segment = rows[row, slot]
                    let norm = Scalar(matrix.inverseNorms[segment])
                    for entry in matrix.entries[matrix.offsets[segment]..<matrix.offsets[segment + 1]] {
                        let feature = Int(entry >> 8)
                        let value = Scalar(SparseMatrix.countWeights[Int(entry & 0xFF)] * matrix.featureWeights[feature]) * norm
                        entries[next[feature]] = (Int32(row), value)
                        next[feature] += 1
                    }
                }
            }
        }
    }
}
