import ShiftPipeline

extension ShiftSummary {
    /// The fields of a row that are not empty, in the order of the summary's fields. Text from the corpus: must not be shown
    /// raw.
    func text(of row: Examples.Example) -> String {
        fields.compactMap { row.fields[$0.name] }.filter { !$0.isEmpty }.joined(separator: " | ")
    }
}
