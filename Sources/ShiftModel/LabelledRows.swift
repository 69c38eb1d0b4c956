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

    /// Rows with the side and the fold of each; `isTest` and `folds` have an element a row.
    package init(rows: SegmentRows, isTest: [Bool], folds: Folds) {
        self.rows = rows
        self.isTest = isTest
        self.folds = folds
    }

    /// Number of rows.
    package var count: Int { isTest.count }
}
