/// What labels of test rows say of an estimate, and which rows to label.
package protocol LabelledCatalogue {
    /// labels
    var byLabels: String { get }
    /// The figure is of `rows` labelled test rows; by the labels alone `alone`.
    func labelledRows(rows: Int, alone: String) -> String
    /// The labels moved the figure of the roads, `from`, by `moved`; it lies inside the interval.
    func roadsHeld(from: String, moved: String) -> String
    /// The labels moved the figure of the roads, `from`, by `moved`; it lies outside the interval.
    func roadsMissed(from: String, moved: String) -> String
    /// What the figure by labels assumes.
    var labelsAssume: String { get }
    /// --labelled-test
    var optionLabelledTestRows: String { get }
}
