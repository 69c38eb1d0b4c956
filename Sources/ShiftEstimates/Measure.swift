/// A figure of merit of a model over rows, with a known weighted form.
package struct Measure: Sendable {
    /// How the rows' values become one figure.
    package enum Form: Sendable {
        /// A function of the (weighted) means of some values of the rows: one array per mean, with one value per row. Accuracy
        /// is a mean itself; F1 is 2 mean(hits) / (mean(predicted) + mean(actual)).
        case means([[Double]], @Sendable ([Double]) -> Double)
        /// The area under the curve of `scores`: how often a positive row is above a negative one, pairs weighted by the
        /// product of their weights.
        case area(scores: [Double], isPositive: [Bool])
    }

    /// How the figure is computed from the rows.
    package let form: Form
    /// The range of the figure; nil if it has none.
    package let bounds: ClosedRange<Double>?

    /// A measure of this form; intervals are cut to `bounds`.
    package init(_ form: Form, bounds: ClosedRange<Double>? = nil) {
        self.form = form
        self.bounds = bounds
    }

    /// The mean of one value per row.
    package static func mean(_ values: [Double], bounds: ClosedRange<Double>? = nil) -> Measure {
        Measure(.means([values]) { $0[0] }, bounds: bounds)
    }

    /// The same of some of the rows.
    package func selecting(_ rows: [Int]) -> Measure {
        switch form {
        case .means(let columns, let combine):
            Measure(.means(columns.map { column in rows.map { column[$0] } }, combine), bounds: bounds)
        case .area(let scores, let isPositive):
            Measure(.area(scores: rows.map { scores[$0] }, isPositive: rows.map { isPositive[$0] }), bounds: bounds)
        }
    }

    /// Number of rows.
    package var count: Int {
        switch form {
        case .means(let columns, _): columns.first?.count ?? 0
        case .area(let scores, _): scores.count
        }
    }
}
