import SparseFeatures

/// Which rows belong together: rows of one group are never split between folds.
///
/// Groups are numbered by their identities, so that neither the order of the rows nor that of the rules matters.
package struct Groups: Sendable, Equatable {
    /// Group number of each row.
    package let ofRow: [Int32]
    /// Identity of each group, ascending: the least key of its rows. It is the same for the same records in any order.
    package let identities: [UInt64]

    /// Number of groups.
    package var count: Int { identities.count }

    /// Joins rows that share a key under any rule, transitively.
    ///
    /// - Parameters:
    ///   - rows: Number of rows.
    ///   - rules: For each rule, one key per row; nil joins the row with nothing. Keys are well-mixed hashes; those of
    ///     different rules must differ.
    ///   - fallback: One key per row, used for rows without other keys; equal only for rows that may be one group.
    package init(rows: Int, rules: [[UInt64?]], fallback: [UInt64]) {
        var parents = (0..<Int32(rows)).map { $0 }
        func root(_ row: Int32) -> Int32 {
            var row = row
            while parents[Int(row)] != row {
                parents[Int(row)] = parents[Int(parents[Int(row)])]
                row = parents[Int(row)]
            }
            return row
        }
        var least = fallback
        for keys in rules {
            var known = HashIndex(capacity: rows)
            var firsts: [Int32] = []
            firsts.reserveCapacity(rows)
            for (row, key) in keys.enumerated() {
                guard let key else { continue }
                let (number, isNew) = known.insert(key)
                if isNew {
                    firsts.append(Int32(row))
                } else {
                    let (a, b) = (root(firsts[number]), root(Int32(row)))
                    if a != b { parents[Int(max(a, b))] = min(a, b) }
                }
                least[row] = min(least[row], key)
            }
        }
        for row in 0..<rows {
            let top = Int(root(Int32(row)))
            least[top] = min(least[top], least[row])
        }
        let tops = (0..<rows).filter { parents[$0] == Int32($0) }.sorted { least[$0] < least[$1] }
        var numbers = [Int32](repeating: 0, count: rows)
        for (number, top) in tops.enumerated() { numbers[top] = Int32(number) }
        ofRow = (0..<Int32(rows)).map { numbers[Int(root($0))] }
        identities = tops.map { least[$0] }
    }
}
