import ShiftModel
import SparseFeatures

/// Some rows of a fit, over the same segments, with their sides, folds and groups.
struct RowSubset: Sendable {
    let data: LabelledRows
    let groups: Groups

    /// - Parameter rows: Of `data`, ascending.
    init(_ rows: [Int], of data: LabelledRows, groups: Groups) {
        let identities = rows.map { groups.identities[Int(groups.ofRow[$0])] }
        self.groups = Groups(rows: rows.count, rules: [identities], fallback: identities)
        self.data = LabelledRows(
            rows: data.rows.selecting(rows), isTest: rows.map { data.isTest[$0] }, folds: rows.map { data.folds[$0] },
            foldCount: data.foldCount)
    }

    /// Groups that have rows of a side.
    func groupCounts() -> (train: Int, test: Int) {
        var holds = [(train: Bool, test: Bool)](repeating: (false, false), count: groups.count)
        for (row, group) in groups.ofRow.enumerated() {
            if data.isTest[row] { holds[Int(group)].test = true } else { holds[Int(group)].train = true }
        }
        return (holds.count { $0.train }, holds.count { $0.test })
    }
}
