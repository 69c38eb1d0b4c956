/// Groups renumbered 0, 1, 2, ... in the order of their given numbers, so that nothing depends on the order of the rows.
struct GroupNumbering {
    /// How many groups there are.
    let count: Int
    /// The new number of each row's group.
    let ofRow: [Int]

    init(_ groups: [Int]) {
        let distinct = Set(groups).sorted()
        count = distinct.count
        if let first = distinct.first, let last = distinct.last,
            last.subtractingReportingOverflow(first) == (count - 1, false)
        {
            // Consecutive already: no dictionary.
            ofRow = groups.map { $0 - first }
        } else {
            var number: [Int: Int] = [:]
            number.reserveCapacity(distinct.count)
            for (index, group) in distinct.enumerated() { number[group] = index }
            ofRow = groups.map { number[$0, default: 0] }
        }
    }
}
