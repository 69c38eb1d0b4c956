import ImportanceWeights
import Statistics

/// A draw of rows to label, without replacement, stratified by a score, with a known probability of inclusion for every row.
///
/// Rows in the order of their scores are cut into strata in which the spreads add up to nearly the same (after Dalenius & Hodges 1959, with
/// the spread that is expected of a row's value in the place of the root of the score's density), and n_h of N_h rows are drawn from
/// stratum h in proportion to that sum (Neyman 1934), all subsets equally likely, so that every row of it is drawn with π = n_h / N_h. With values
/// f of the drawn rows the sum Σ f_i/π_i is an unbiased estimate of the sum over all rows (Horvitz & Thompson 1952), whatever the strata
/// and the allocation.
///
/// A draw goes on from an earlier one with the same scores and spreads: rows that are drawn already stay drawn, and the others are taken at
/// random from the rest of their strata.
package struct StratifiedDraw: Sendable, Equatable {
    /// The rows drawn, ascending.
    package let rows: [Int]
    /// π of each drawn row, above 0 and at most 1.
    package let probabilities: [Double]
    /// The stratum of each drawn row.
    package let stratumOfRow: [Int]
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
    ///   - spreads: One per row, above 0: the standard deviation that is expected of its value, on any scale.
    ///   - identities: A hash for each row that depends only on its record; it and the seed determine which rows are drawn.
    ///     Rows with the same identity must have different `scores` or be interchangeable.
    ///   - earlier: Rows that are drawn already; they count in `count`.
    ///   - count: n, the rows to draw in all; all of them if there are fewer.
    ///   - strataCount: Maximum number of strata, each of two draws at least.
    package init(
        scores: [Double], spreads: [Double], identities: [UInt64], earlier: Set<Int> = [], count: Int, strata strataCount: Int,
        seed: UInt64
    ) {
        let members = Self.strata(scores: scores, spreads: spreads, identities: identities, count: count, strataCount)
        let counts = members.map { $0.count }
        let had = members.map { $0.count { earlier.contains($0) } }
        let draws = Self.allocate(
            min(max(count, earlier.count), scores.count), counts, members.map { $0.reduce(0) { $0 + spreads[$1] } },
            earlier: had)
        let purpose = SeededGenerator.Purpose("label-first")
        var chosen: [(row: Int, probability: Double, stratum: Int)] = []
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
            let ordered = places.sorted { ($0.place, $0.row) < ($1.place, $1.row) }.map(\.row)
            let drawn =
                own.filter(earlier.contains) + ordered.filter { !earlier.contains($0) }.prefix(max(draws[part] - had[part], 0))
            for row in drawn { chosen.append((row, probability, strata.count)) }
            strata.append(
                Stratum(lower: scores[own[0]], upper: scores[own[own.count - 1]], rows: own.count, drawn: draws[part]))
        }
        chosen.sort { $0.row < $1.row }
        rows = chosen.map(\.row)
        probabilities = chosen.map(\.probability)
        stratumOfRow = chosen.map(\.stratum)
        self.strata = strata
    }

    /// The rows of each stratum, by rising score.
    static func strata(
        scores: [Double], spreads: [Double], identities: [UInt64], count: Int, _ strataCount: Int
    ) -> [[Int]] {
        let order = scores.indices.sorted { (scores[$0], identities[$0], $0) < (scores[$1], identities[$1], $1) }
        let parts = max(min(strataCount, count / 2, order.count / 2), 1)
        let total = spreads.reduce(0, +)
        var cuts = [0]
        var mass = 0.0
        for (place, row) in order.enumerated() {
            // Two rows on either side of a cut, whatever their spreads.
            let isDue = mass >= total * Double(cuts.count) / Double(parts) || order.count - place <= 2 * (parts - cuts.count)
            if cuts.count < parts, isDue, place - cuts[cuts.count - 1] >= 2 { cuts.append(place) }
            mass += spreads[row]
        }
        cuts.append(order.count)
        return zip(cuts, cuts.dropFirst()).map { Array(order[$0..<$1]) }
    }

    /// How many to draw from each stratum: as close to the sizes as whole numbers allow, at least two where `count` allows it, at most all,
    /// and no fewer than are drawn already.
    static func allocate(_ count: Int, _ rows: [Int], _ sizes: [Double], earlier: [Int] = []) -> [Int] {
        let least = min(2, max(count / max(rows.count, 1), 1))
        var draws = rows.indices.map { max(min(rows[$0], least), earlier.isEmpty ? 0 : earlier[$0]) }
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
