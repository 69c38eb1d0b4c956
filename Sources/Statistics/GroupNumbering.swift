/// Groups renumbered 0, 1, 2, ... in the order of their given numbers, so that nothing depends on the order of the rows.
package struct GroupNumbering: Sendable {
    /// How many groups there are.
    package let count: Int
    /// The new number of each row's group.
    package let ofRow: [Int]

    /// - Parameter groups: Any numbers, one per row.
    package init(_ groups: [Int]) {
        guard let first = groups.min(), let last = groups.max() else {
            count = 0
            ofRow = []
            return
        }
        let (span, overflows) = last.subtractingReportingOverflow(first)
        if !overflows, span < 4 * groups.count + 1024 {
            // Numbers that are close together need no dictionary.
            var number = [Int32](repeating: 0, count: span + 1)
            for group in groups { number[group - first] = 1 }
            var next: Int32 = 0
            for group in number.indices where number[group] == 1 {
                number[group] = next
                next += 1
            }
            count = Int(next)
            ofRow = groups.map { Int(number[$0 - first]) }
        } else {
            let distinct = Set(groups).sorted()
            var number: [Int: Int] = [:]
            number.reserveCapacity(distinct.count)
            for (index, group) in distinct.enumerated() { number[group] = index }
            count = distinct.count
            ofRow = groups.map { number[$0, default: 0] }
        }
    }
}
