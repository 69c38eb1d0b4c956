import Statistics

/// Training rows in the order in which a systematic sample passes over them: by the mean logit of their group, and within it by their
/// own. Neighbours are then alike, so that a sample with even steps has the rows of every region in their proportion.
package struct LogitOrder: Sendable, Equatable {
    /// The groups' keys in this order; groups with equal means by chance.
    package let groups: [UInt64]
    /// The rows in this order; those of a group are adjacent.
    package let rows: [Int]

    /// - Parameters:
    ///   - logits: Any score of each row, finite: the uncalibrated out-of-fold logit.
    ///   - groupKeys: The key of each row's group, equal within a group.
    ///   - seed: The user's seed.
    package init(logits: [Double], groupKeys: [UInt64], seed: UInt64) {
        var members: [UInt64: [Int]] = [:]
        for (row, key) in groupKeys.enumerated() { members[key, default: []].append(row) }
        let means = members.map { key, rows in
            (
                mean: rows.reduce(0) { $0 + logits[$1] } / Double(rows.count),
                chance: SeededGenerator.bits(seed: seed, purpose: .validationPool, key: key), key: key
            )
        }
        groups = means.sorted { ($0.mean, $0.chance, $0.key) < ($1.mean, $1.chance, $1.key) }.map(\.key)
        rows = groups.flatMap { (members[$0] ?? []).sorted { (logits[$0], $0) < (logits[$1], $1) } }
    }
}
