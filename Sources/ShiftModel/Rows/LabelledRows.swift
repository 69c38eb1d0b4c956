import SparseFeatures

/// The rows that a discriminator is fitted on, whatever their features, in an order that belongs to the records: sums run,
/// and the solver walks, in this order.
package struct LabelledRows: Sendable {
    /// Which segments make up each row.
    package let rows: SegmentRows
    /// Side of each row: false train, true test.
    package let isTest: [Bool]
    /// Fold of each row.
    package let folds: Folds
    /// Groups with rows of train, and of test.
    package let groupCounts: (train: Int, test: Int)

    /// Rows with the side and the fold of each; `isTest` and `folds` have an element a row.
    /// - Parameter groupCounts: Groups with rows of each side; nil where each row is a group.
    package init(rows: SegmentRows, isTest: [Bool], folds: Folds, groupCounts: (train: Int, test: Int)? = nil) {
        self.rows = rows
        self.isTest = isTest
        self.folds = folds
        self.groupCounts = groupCounts ?? (isTest.count { !$0 }, isTest.count { $0 })
    }

    /// Number of rows.
    package var count: Int { isTest.count }

    /// n = 4 n_p n_q / (n_p + n_q) in groups: how many independent rows two sides of one size would need in all to say as much.
    ///
    /// The sampling variance of the balanced gradient is that of its two halves, (1/n_p + 1/n_q)/4. A penalty by the sum of the rows
    /// would hardly hold a fit of many rows against a few.
    package var harmonicSize: Double {
        let (train, test) = (Double(groupCounts.train), Double(groupCounts.test))
        return train + test > 0 ? 4 * train * test / (train + test) : 0
    }

    /// The rows that are not of a fold, by number.
    func rows(outside fold: Int) -> [Int] { isTest.indices.filter { Int(folds.ofRow[$0]) != fold } }

    /// The ``rows(outside:)`` one fold, whose number the later folds move up to.
    func without(fold: Int, groups: Groups) -> LabelledRows {
        let kept = rows(outside: fold)
        let sides = kept.map { isTest[$0] }
        let identities = kept.map { groups.identities[Int(groups.ofRow[$0])] }
        return LabelledRows(
            rows: rows.selecting(kept), isTest: sides,
            folds: Folds(
                count: folds.count - 1,
                ofRow: kept.map { folds.ofRow[$0] - (Int(folds.ofRow[$0]) > fold ? 1 : 0) }),
            groupCounts: Groups(rows: kept.count, rules: [identities], fallback: identities).counts(isTest: sides))
    }
}
