/// What a sample of rows should have in common with all rows, besides the logit.
package struct RowTraits: Sendable, Equatable {
    /// Row-major, rows × ``width``: what is summed over the rows of a group and kept in balance, the most important first.
    package let values: [Double]
    /// Traits of a row; 0 for none.
    package let width: Int
    /// The class of each row that the shares of are kept, such as a label; empty for none.
    package let strata: [Int]

    /// None.
    package static let none = RowTraits(values: [], width: 0, strata: [])

    /// - Parameters:
    ///   - values: Row-major, rows × `width`, finite.
    ///   - strata: One per row, or empty.
    package init(values: [Double], width: Int, strata: [Int]) {
        (self.values, self.width, self.strata) = (values, width, strata)
    }
}
