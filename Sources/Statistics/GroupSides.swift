/// Which sides the rows of each group are on.
package struct GroupSides {
    /// The number of each row's group, by ``GroupNumbering``.
    package let ofRow: [Int]
    /// The kind of each group.
    package let kinds: [GroupSide]

    package init(_ groups: [Int], isTest: [Bool]) {
        let numbering = GroupNumbering(groups)
        var kinds = [GroupSide?](repeating: nil, count: numbering.count)
        for (row, group) in numbering.ofRow.enumerated() {
            let kind: GroupSide = isTest[row] ? .test : .train
            kinds[group] = kinds[group] == nil || kinds[group] == kind ? kind : .both
        }
        ofRow = numbering.ofRow
        // Every group has a row, so none is left nil.
        self.kinds = kinds.map { $0 ?? .both }
    }
}

/// On which sides a group has rows.
package enum GroupSide: Sendable, Hashable {
    case train, test, both

    /// Whether there are rows of train.
    package var hasTrain: Bool { self != .test }
    /// Whether there are rows of test.
    package var hasTest: Bool { self != .train }
}
