import ShiftPipeline

/// How well each field alone, and the surface features alone, tell the sides apart.
enum FieldAreaPlot {
    /// Fields that are drawn.
    private static let most = 10

    static func figure(_ summary: ShiftSummary, _ wording: Wording) -> Figure? {
        guard let separability = summary.separability else { return nil }
        let fields = summary.fields.filter { $0.auc != nil }.sorted { ($0.auc ?? 0) > ($1.auc ?? 0) }.prefix(most)
        var rows: [IntervalRows.Row] = fields.map { field in
            IntervalRows.Row(name: DisplayText.cut(field.name, to: 14), value: field.auc ?? 0.5)
        }
        rows.append(IntervalRows.Row(name: wording.say.surfaceOnly, value: separability.surfaceAUC, kind: "plain"))
        rows.append(
            IntervalRows.Row(
                name: wording.say.everything, value: separability.auc, low: separability.lower, high: separability.upper,
                kind: "strong"))
        let areas = IntervalRows(areas: rows, wording)
        return Figure(
            id: "fields", title: wording.say.fieldsTitle, caption: wording.fieldsCaption(summary),
            description: areas.description(wording), drawings: [areas.drawing()])
    }
}
