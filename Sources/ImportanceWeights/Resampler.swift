import Statistics

/// Draws rows with replacement, each with probability p_i = w_i/Σw: a set of rows that has the distribution which the
/// weights describe (sampling importance resampling, Rubin 1988). Repeats belong to that distribution.
package struct Resampler: Sendable {
    /// Running sums of the weights.
    private let cumulative: [Double]
    /// The last row with weight: it gets a draw that rounding pushed past the end.
    private let lastRow: Int

    /// - Parameter weights: One a row, not negative, on any scale. The order of the rows decides which row a draw gives, so
    ///   give them in an order that belongs to the records and not to how they were read.
    /// - Throws: ``StatisticsError/noRows``, ``StatisticsError/badWeight(row:found:)``, ``StatisticsError/zeroTotalWeight``.
    package init(weights: [Double]) throws(StatisticsError) {
        let greatest = try Checks.weights(weights)
        var sum = 0.0
        cumulative = weights.map { weight in
            sum += weight / greatest
            return sum
        }
        lastRow = weights.lastIndex { $0 > 0 } ?? 0
    }

    /// The row of each draw in the range, in the order of the draws: independent draws, each a pure function of
    /// (seed, number of the draw). More draws therefore extend fewer; ranges can be computed separately. O(log rows) per draw.
    package func draw(_ draws: Range<Int>, seed: UInt64) -> [Int] {
        let total = cumulative[cumulative.count - 1]
        return draws.map { number in
            let uniform = SeededGenerator.uniform(
                seed: seed, purpose: .validationDraw, key: UInt64(truncatingIfNeeded: number))
            return row(at: uniform * total)
        }
    }

    /// How often each row is drawn in the given draws; as many elements as there are rows.
    package func counts(_ draws: Range<Int>, seed: UInt64) -> [Int] {
        var counts = [Int](repeating: 0, count: cumulative.count)
        for row in draw(draws, seed: seed) { counts[row] += 1 }
        return counts
    }

    /// The first row whose running sum exceeds `mass`: never a row without weight.
    private func row(at mass: Double) -> Int {
        var (low, high) = (0, cumulative.count)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > mass { high = middle } else { low = middle + 1 }
        }
        return min(low, lastRow)
    }

    /// The weights of some rows, brought to mean 1 over them.
    /// - Parameters:
    ///   - weights: One for each of all rows.
    ///   - rows: Which rows, in the order of the result.
    /// - Throws: ``StatisticsError/rowOutOfRange(found:rows:)``, ``StatisticsError/noRows``, ``StatisticsError/badWeight(row:found:)``
    ///   (counted along `rows`), ``StatisticsError/zeroTotalWeight``.
    package static func renormalised(_ weights: [Double], rows: [Int]) throws(StatisticsError) -> [Double] {
        if let row = rows.first(where: { !weights.indices.contains($0) }) {
            throw .rowOutOfRange(found: row, rows: weights.count)
        }
        let chosen = rows.map { weights[$0] }
        let greatest = try Checks.weights(chosen)
        let mean = chosen.reduce(0) { $0 + $1 / greatest } / Double(chosen.count)
        return chosen.map { $0 / greatest / mean }
    }
}

extension SeededGenerator.Purpose {
    /// Draws of the validation set; the key is the number of the draw.
    package static let validationDraw = SeededGenerator.Purpose("validation-draw")
}
