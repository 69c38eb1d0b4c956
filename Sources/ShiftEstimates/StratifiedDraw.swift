import ImportanceWeights
import Statistics

/// A draw of rows to label, without replacement, stratified by a score, with a known probability of inclusion for every row.
///
/// Rows in the order of their scores are cut into strata of nearly equal size; from stratum h with N_h rows, n_h are drawn, all
/// subsets equally likely, so that every row of it is drawn with π = n_h / N_h. With values f of the drawn rows the sum Σ
/// f_i/π_i is an unbiased estimate of the sum over all rows (Horvitz & Thompson 1952), whatever the strata and the allocation.
package struct StratifiedDraw: Sendable, Equatable {
    /// The rows drawn, ascending.
    package let rows: [Int]
    /// π of each drawn row, above 0 and at most 1.
    package let probabilities: [Double]
    /// The strata.
    package let strata: [Stratum]

    /// One stratum.
    package struct Stratum: Sendable, Equatable {
        /// Score of its first row, the least.
        package var lower: Double
        /// Score of its last row, the greatest.
        package var upper: Double
        /// Number of its rows, N_h.
        package var rows: Int
        /// Number of rows drawn from it, n_h.
        package var drawn: Int

        /// π of its rows.
        package var probability: Double { Double(drawn) / Double(rows) }
    }

    /// - Parameters:
    ///   - scores: One per row: they determine the strata. Finite.
    ///   - sizes: One per row, above 0: a stratum gets draws in proportion to their sum, at least one, at most all its rows.
    ///   - identities: A hash for each row that depends only on its record; it and the seed determine which rows are drawn.
    ///     Rows with the same identity must have different `scores` or be interchangeable.
    ///   - count: n, the rows to draw; all of them if there are fewer.
    ///   - strataCount: Maximum number of strata; no more than `count`.
    package init(scores: [Double], sizes: [Double], identities: [UInt64], count: Int, strata strataCount: Int, seed: UInt64) {
        let order = scores.indices.sorted { (scores[$0], identities[$0], $0) < (scores[$1], identities[$1], $1) }
        let total = order.count
        let wanted = min(max(count, 0), total)
        let parts = max(min(strataCount, wanted, total), 1)
        let cuts = (0...parts).map { $0 * total / parts }
        let members = (0..<parts).map { Array(order[cuts[$0]..<cuts[$0 + 1]]) }
        let draws = Self.allocate(wanted, members.map { $0.count }, members.map { $0.reduce(0) { $0 + sizes[$1] } })
        let purpose = SeededGenerator.Purpose("label-first")
        var chosen: [(row: Int, probability: Double)] = []
        var strata: [Stratum] = []
        for (part, own) in members.enumerated() where !own.isEmpty {
            var seen: [UInt64: UInt64] = [:]
            let places = own.map { row -> (place: UInt64, row: Int) in
                // Copies of a record get keys of their own.
                let copy = seen[identities[row], default: 0]
                seen[identities[row]] = copy + 1
                let key = identities[row] &+ copy &* 0x9E37_79B9_7F4A_7C15
                return (SeededGenerator.bits(seed: seed, purpose: purpose, key: key), row)
            }
            let probability = Double(draws[part]) / Double(own.count)
            for (_, row) in places.sorted(by: { ($0.place, $0.row) < ($1.place, $1.row) }).prefix(draws[part]) {
                chosen.append((row, probability))
            }
            strata.append(
                Stratum(lower: scores[own[0]], upper: scores[own[own.count - 1]], rows: own.count, drawn: draws[part]))
        }
        chosen.sort { $0.row < $1.row }
        rows = chosen.map(\.row)
        probabilities = chosen.map(\.probability)
        self.strata = strata
    }

    /// How many to draw from each stratum: as close to the sizes as whole numbers allow, at least one and at most all.
    static func allocate(_ count: Int, _ rows: [Int], _ sizes: [Double]) -> [Int] {
        var draws = rows.map { min($0, 1) }
        var left = count - draws.reduce(0, +)
        while left > 0 {
            // The stratum that is furthest short first; full strata are out.
            let open = rows.indices.filter { draws[$0] < rows[$0] }
            guard let next = open.max(by: { sizes[$0] / Double(draws[$0] + 1) < sizes[$1] / Double(draws[$1] + 1) }) else {
                break
            }
            draws[next] += 1
            left -= 1
        }
        return draws
    }

    /// Σ f/π over the drawn rows: an unbiased estimate of the sum of f over all rows (Horvitz & Thompson 1952).
    package static func horvitzThompson(values: [Double], probabilities: [Double]) -> Double {
        zip(values, probabilities).reduce(0) { $0 + $1.0 / $1.1 }
    }
}
