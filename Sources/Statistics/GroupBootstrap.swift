/// Replicates of a bootstrap over groups: each draws as many groups as there are, with replacement, and every row of a group
/// comes with it.
///
/// The draws of a replicate are a pure function of (seed, number of the replicate), so that all figures use the same ones, and
/// neither order nor threads matter.
package struct GroupBootstrap: Sendable {
    /// Groups to draw from; each replicate draws as many, with replacement.
    package let groupCount: Int
    /// Number of replicates.
    package let replicates: Int
    /// The user's seed.
    package let seed: UInt64

    /// A bootstrap over groups 0..<`groupCount`.
    package init(groupCount: Int, replicates: Int = 1000, seed: UInt64) {
        self.groupCount = groupCount
        self.replicates = replicates
        self.seed = seed
    }

    /// How often each group was drawn.
    package func counts(_ replicate: Int) -> [Int32] {
        var generator = SeededGenerator(
            seed: seed, purpose: .estimateBootstrap, key: UInt64(truncatingIfNeeded: replicate))
        var counts = [Int32](repeating: 0, count: groupCount)
        for _ in 0..<groupCount { counts[generator.index(below: groupCount)] += 1 }
        return counts
    }
}

extension SeededGenerator.Purpose {
    /// Replicates of the bootstrap of estimates; the key is the number of the replicate.
    static let estimateBootstrap = SeededGenerator.Purpose("estimate-bootstrap")
}
