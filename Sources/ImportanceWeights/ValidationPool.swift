import Statistics

/// The rows from which a validation set may be drawn, and those that stay for training: whole groups, chosen without
/// regard to any weight.
///
/// Drawing from all of train by weight and then removing what was drawn would strip training of its test-like rows; a pool
/// set aside at random leaves both parts with train's distribution.
package struct ValidationPool: Sendable, Equatable {
    /// Rows in the pool, ascending.
    package let rows: [Int]
    /// All other rows, ascending. Empty for a share of 1, or if the groups are too few or too large to leave any.
    package let remainingRows: [Int]
    /// Number of groups in the pool, at least 1.
    package let groups: Int

    /// Takes whole groups by a systematic sample along the groups' mean logit: every 1/share-th, from a start drawn by the seed (Madow
    /// and Madow 1944, "On the theory of systematic sampling, I"). Each group is as likely to be taken as any other, whatever its weight,
    /// and the pool has the groups of every region of the logit in train's proportion.
    ///
    /// With traits, the groups are taken by a ``BalancedSample`` along the same order: as likely as any other too, but so that the traits' totals
    /// over the pool are its share of those over all rows.
    ///
    /// The choice does not depend on the order of the rows.
    /// - Parameters:
    ///   - logits: Of each row, finite; all equal where there is none.
    ///   - groupKeys: The key of each row's group (a hash of what makes it a group), equal within a group.
    ///   - traits: Of each row.
    ///   - share: Above 0 and at most 1; 1 takes all rows.
    ///   - seed: The user's seed.
    /// - Throws: ``WeightError/numbers(_:)``, ``WeightError/poolOutOfRange(found:)``.
    package init(logits: [Double], groupKeys: [UInt64], traits: RowTraits = .none, share: Double, seed: UInt64)
        throws(WeightError)
    {
        guard share > 0, share <= 1 else { throw .poolOutOfRange(found: share) }
        guard !groupKeys.isEmpty else { throw .numbers(.noRows) }
        let groups = LogitOrder(logits: logits, groupKeys: groupKeys, strata: traits.strata, seed: seed).groups
        let start = SeededGenerator.uniform(seed: seed, purpose: .validationStart, key: 0)
        var chosen: Set<UInt64>
        if share < 1, traits.width > 0 {
            let isChosen = BalancedSample(traits: Self.totals(traits, groupKeys, groups), width: traits.width + 1)
                .chosen(share: share, seed: seed)
            chosen = Set(groups.indices.lazy.filter { isChosen[$0] }.map { groups[$0] })
        } else {
            chosen = Set(
                groups.indices.lazy.filter { place in
                    (Double(place + 1) * share + start).rounded(.down) > (Double(place) * share + start).rounded(.down)
                }.map { groups[$0] })
        }
        // A share of less than one group is one all the same.
        if chosen.isEmpty { chosen.insert(groups[min(Int(start * Double(groups.count)), groups.count - 1)]) }
        var (rows, remaining): ([Int], [Int]) = ([], [])
        for (row, key) in groupKeys.enumerated() {
            if chosen.contains(key) { rows.append(row) } else { remaining.append(row) }
        }
        self.rows = rows
        remainingRows = remaining
        self.groups = chosen.count
    }

    /// Of each group, in the order given: that it is one, so that their number is kept, and the sums of its rows' traits.
    private static func totals(_ traits: RowTraits, _ groupKeys: [UInt64], _ groups: [UInt64]) -> [Double] {
        let width = traits.width + 1
        var places: [UInt64: Int] = [:]
        for (place, key) in groups.enumerated() { places[key] = place }
        var totals = [Double](repeating: 0, count: groups.count * width)
        for place in groups.indices { totals[place * width] = 1 }
        for (row, key) in groupKeys.enumerated() {
            guard let place = places[key] else { continue }
            for trait in 0..<traits.width { totals[place * width + 1 + trait] += traits.values[row * traits.width + trait] }
        }
        return totals
    }

    /// Draws rows of the pool with replacement in proportion to their weights, along the logit; see ``Resampler``.
    ///
    /// - Parameters:
    ///   - draws: How many, at least 0.
    ///   - weights: Of all rows, not of the pool's alone; likewise `logits`, `groupKeys` and `traits`, whose strata keep their shares.
    /// - Returns: Rows, in an order by chance; a row occurs as often as it was drawn.
    /// - Throws: `StatisticsError` where no row of the pool has weight.
    package func draw(
        _ draws: Int, weights: [Double], logits: [Double], groupKeys: [UInt64], traits: RowTraits = .none, seed: UInt64
    ) throws(StatisticsError) -> [Int] {
        let order =
            traits.strata.isEmpty
            ? LogitOrder(logits: rows.map { logits[$0] }, groupKeys: rows.map { groupKeys[$0] }, seed: seed).rows.map {
                rows[$0]
            }
            : LogitOrder(
                // A row's own stratum: its copies are drawn by themselves, however its group is.
                logits: rows.map { logits[$0] },
                groupKeys: rows.map { UInt64(truncatingIfNeeded: $0) &* 0x9E37_79B9_7F4A_7C15 },
                strata: rows.map { traits.strata[$0] }, seed: seed
            ).rows.map { rows[$0] }
        return try Resampler(weights: order.map { weights[$0] }).draw(draws, seed: seed).map { order[$0] }
    }

    /// Whether a group is in the pool, decided for each group separately, for when there are too many rows to count first. The
    /// pool then has the share of the groups in expectation. A pure function of (seed, key).
    package static func holds(groupKey: UInt64, share: Double, seed: UInt64) -> Bool {
        SeededGenerator.uniform(seed: seed, purpose: .validationPool, key: groupKey) < share
    }
}

extension SeededGenerator.Purpose {
    /// The order of groups with equal logits, and the pool of a stream; the key is the group's.
    package static let validationPool = SeededGenerator.Purpose("validation-pool")
    /// Where the systematic sample of the pool starts.
    static let validationStart = SeededGenerator.Purpose("validation-start")
}
