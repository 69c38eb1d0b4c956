import SparseFeatures

/// A sparse view of the rows, and the strengths of fit to try on it.
package struct View: Sendable {
    /// What the view is called in reports.
    package let name: String
    /// Its features, by segment.
    package let matrix: SparseMatrix
    /// C = 1 / (λn), n the share of ``LabelledRows/harmonicSize`` that is fitted in a fold; rising.
    package let strengths: [Double]

    /// A view of the rows to be fitted at each of the strengths.
    package init(name: String, matrix: SparseMatrix, strengths: [Double]) {
        self.name = name
        self.matrix = matrix
        self.strengths = strengths
    }
}
