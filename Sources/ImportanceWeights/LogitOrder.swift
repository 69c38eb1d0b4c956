import Statistics

/// Training rows in the order in which a systematic sample passes over them: by the stratum of their group where there are any, then by the
/// group's mean logit, and within it by their own. Neighbours are then alike, so that a sample with even steps has the rows of every region in their proportion.
package struct LogitOrder: Sendable, Equatable {
    /// The groups' keys in this order; groups with equal means by chance.
    package let groups: [UInt64]
    /// The rows in this order; those of a group are adjacent.
    package let rows: [Int]

    /// - Parameters:
    ///   - logits: Any score of each row, finite: the uncalibrated out-of-fold logit.
    ///   - groupKeys: The key of each row's group, equal within a group.
    ///   - strata: The stratum of each row; a group counts to that of most of its rows. Empty for none.
    ///   - seed: The user's seed.
    package init(logits: [Double], groupKeys: [UInt64], strata: [Int] = [], seed: UInt64) {
        var members: [UInt64: [Int]] = [:]
        for (row, key) in groupKeys.enumerated() { members[key, default: []].append(row) }
        let means = members.map { key, rows in
            (
                stratum: strata.isEmpty ? 0 : Self.most(rows.map { strata[$0] }),
                mean: rows.reduce(0) { $0 + logits[$1] } / Double(rows.count),
                chance: SeededGenerator.bits(seed: seed, purpose: .validationPool, key: key), key: key
            )
        }
        groups = means.sorted {
            ($0.stratum, $0.mean, $0.chance, $0.key) < ($1.stratum, $1.mean, $1.chance, $1.key)
        }.map(\.key)
        rows = groups.flatMap { (members[$0] ?? []).sorted { (logits[$0], $0) < (logits[$1], $1) } }
    }

    /// The most frequent number, the least of several.
    private static func most(_ numbers: [Int]) -> Int {
        var counts: [Int: Int] = [:]
        for number in numbers { counts[number, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    }
}
