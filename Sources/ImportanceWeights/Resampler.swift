import Statistics

/// Draws rows with replacement in proportion to their weights: a set of rows that has the distribution which the weights describe.
/// Repeats belong to that distribution.
///
/// The draw is systematic (Kitagawa 1996, "Monte Carlo filter and smoother", appendix): n even steps over the running sums of the
/// weights, from a start drawn by the seed. Row i has ⌊n·w_i/Σw⌋ copies or one more, n·w_i/Σw in expectation, and a mean over the set varies
/// much less than with independent draws where neighbouring rows are alike.
package struct Resampler: Sendable {
    /// Running sums of the weights.
    private let cumulative: [Double]
    /// The last row with weight: it gets what rounding leaves.
    private let lastRow: Int

    /// - Parameter weights: One a row, not negative, on any scale. Give neighbours that are alike,
    ///   in an order that belongs to the records and not to how they were read: see ``LogitOrder``.
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

    /// How often each row is drawn; as many elements as there are rows, with the sum `draws`.
    package func counts(_ draws: Int, seed: UInt64) -> [Int] {
        let steps = SystematicSteps(count: draws, seed: seed)
        let total = cumulative[cumulative.count - 1]
        var before = 0
        return cumulative.enumerated().map { row, sum in
            let passed = row >= lastRow ? draws : steps.passed(by: sum / total)
            defer { before = passed }
            return passed - before
        }
    }

    /// The rows that are drawn, each as often as it is, in an order by chance: the start of the list is like the whole of it.
    package func draw(_ draws: Int, seed: UInt64) -> [Int] {
        let rows = counts(draws, seed: seed).enumerated().flatMap { [Int](repeating: $0, count: $1) }
        let places = rows.indices.map {
            (chance: SeededGenerator.bits(seed: seed, purpose: .validationOrder, key: UInt64($0)), place: $0)
        }
        return places.sorted { $0 < $1 }.map { rows[$0.place] }
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
    /// The order of the rows of the validation set; the key is the place in the order of the rows.
    static let validationOrder = SeededGenerator.Purpose("validation-order")
}
