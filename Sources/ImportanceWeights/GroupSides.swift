/// Which sides the rows of each group are on.
struct GroupSides {
    /// Where the rows of one group are.
    enum Kind: Sendable { case train, test, both }

    /// The number of each row's group, by ``GroupNumbering``.
    let ofRow: [Int]
    /// The kind of each group.
    let kinds: [Kind]

    init(_ groups: [Int], isTest: [Bool]) {
        let numbering = GroupNumbering(groups)
        var kinds = [Kind?](repeating: nil, count: numbering.count)
        for (row, group) in numbering.ofRow.enumerated() {
            let kind: Kind = isTest[row] ? .test : .train
            kinds[group] = kinds[group] == nil || kinds[group] == kind ? kind : .both
        }
        ofRow = numbering.ofRow
        // Every group has a row, so none is left nil.
        self.kinds = kinds.map { $0 ?? .both }
    }
}
