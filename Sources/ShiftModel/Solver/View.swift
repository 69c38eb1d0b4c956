import SparseFeatures

/// A sparse view of the rows, and the strengths of fit to try on it.
package struct View: Sendable {
    /// What the view is called in reports.
    package let name: String
    /// Its features, by segment.
    package let matrix: SparseMatrix
    /// C = 1 / (λn), n the share of ``LabelledRows/harmonicSize`` that is fitted in a fold; rising.
    package let strengths: [Double]
    /// Of the rows that it is fitted to; nil where they are too many.
    private(set) var products: GramMatrix<Float>?

    /// A view of the rows to be fitted at each of the strengths.
    package init(name: String, matrix: SparseMatrix, strengths: [Double]) {
        self.name = name
        self.matrix = matrix
        self.strengths = strengths
    }

    /// For many fits of the same rows: their dot products are taken once.
    package func withProducts(of rows: SegmentRows) -> View {
        var view = self
        view.products = GramMatrix(matrix, rows)
        return view
    }

    /// For some of the rows whose products were taken, in the order given.
    package func selecting(_ rows: [Int]) -> View {
        var view = self
        view.products = products?.selecting(rows)
        return view
    }
}
