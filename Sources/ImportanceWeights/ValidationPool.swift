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

    /// Takes whole groups in random order until they hold `share` of the rows.
    ///
    /// The place of a group in the order is a pure function of (seed, its key): the choice of groups does not depend on the
    /// order of the rows, and each group is as likely to be taken as any other of its size. The last group taken may
    /// overshoot the share.
    /// - Parameters:
    ///   - groupKeys: The key of each row's group (a hash of what makes it a group), equal within a group.
    ///   - share: Above 0 and at most 1; 1 takes all rows.
    ///   - seed: The user's seed.
    /// - Throws: ``WeightError/numbers(_:)``, ``WeightError/poolOutOfRange(found:)``.
    package init(groupKeys: [UInt64], share: Double, seed: UInt64) throws(WeightError) {
        guard share > 0, share <= 1 else { throw .poolOutOfRange(found: share) }
        guard !groupKeys.isEmpty else { throw .numbers(.noRows) }
        var sizes: [UInt64: Int] = [:]
        for key in groupKeys { sizes[key, default: 0] += 1 }
        let order = sizes.keys
            .map { (place: SeededGenerator.bits(seed: seed, purpose: .validationPool, key: $0), key: $0) }
            .sorted { $0 < $1 }
        let wanted = RowShare.rows(share, of: groupKeys.count)
        var chosen: Set<UInt64> = []
        var taken = 0
        for group in order where taken < wanted {
            chosen.insert(group.key)
            taken += sizes[group.key, default: 0]
        }
        var (rows, remaining): ([Int], [Int]) = ([], [])
        for (row, key) in groupKeys.enumerated() {
            if chosen.contains(key) { rows.append(row) } else { remaining.append(row) }
        }
        self.rows = rows
        remainingRows = remaining
        groups = chosen.count
    }

    /// Whether a group is in the pool, decided for each group separately, for when there are too many rows to count first. The
    /// pool then has the share of the groups in expectation. A pure function of (seed, key).
    package static func holds(groupKey: UInt64, share: Double, seed: UInt64) -> Bool {
        SeededGenerator.uniform(seed: seed, purpose: .validationPool, key: groupKey) < share
    }
}

extension SeededGenerator.Purpose {
    /// The order in which groups enter the validation pool; the key is the group's.
    package static let validationPool = SeededGenerator.Purpose("validation-pool")
}
