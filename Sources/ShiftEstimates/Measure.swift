/// A figure of merit of a model over rows, whose weighted form is known.
package struct Measure: Sendable {
    /// How the rows' values become one figure.
    package enum Form: Sendable {
        /// A function of the (weighted) means of some values a row: one array a mean, one value a row. Accuracy is a mean
        /// itself; F1 is 2 mean(hits) / (mean(predicted) + mean(actual)).
        case means([[Double]], @Sendable ([Double]) -> Double)
        /// The area under the curve of `scores`: how often a positive row is above a negative one, pairs weighted by the product
        /// of their weights.
        case area(scores: [Double], isPositive: [Bool])
    }

    /// How the figure follows from the rows.
    package let form: Form
    /// What the figure cannot leave; nil for no such bounds.
    package let bounds: ClosedRange<Double>?

    /// A measure of this form; intervals are cut to `bounds`.
    package init(_ form: Form, bounds: ClosedRange<Double>? = nil) {
        self.form = form
        self.bounds = bounds
    }

    /// The mean of one value a row.
    package static func mean(_ values: [Double], bounds: ClosedRange<Double>? = nil) -> Measure {
        Measure(.means([values]) { $0[0] }, bounds: bounds)
    }

    /// Number of rows.
    package var count: Int {
        switch form {
        case .means(let columns, _): columns.first?.count ?? 0
        case .area(let scores, _): scores.count
        }
    }
}
