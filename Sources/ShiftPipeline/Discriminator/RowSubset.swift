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
        let isTest = rows.map { data.isTest[$0] }
        self.data = LabelledRows(
            rows: data.rows.selecting(rows), isTest: isTest, folds: data.folds.selecting(rows),
            groupCounts: self.groups.counts(isTest: isTest))
    }

    /// Groups that have rows of a side.
    var groupCounts: (train: Int, test: Int) { groups.counts(isTest: data.isTest) }
}
