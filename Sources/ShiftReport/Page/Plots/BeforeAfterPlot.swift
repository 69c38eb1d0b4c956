import ShiftPipeline

/// Whether the drawn validation set can still be told from test, compared with a random one.
enum BeforeAfterPlot {
    static func figure(_ summary: ShiftSummary, _ wording: Wording) -> Figure? {
        guard let check = summary.details?.validationCheck else { return nil }
        let rows: [IntervalRows.Row] = [
            .init(
                name: wording.say.randomSet, value: check.random.auc, low: check.random.lower, high: check.random.upper,
                kind: "train"),
            .init(
                name: wording.say.drawnSet, value: check.drawn.auc, low: check.drawn.lower, high: check.drawn.upper,
                kind: "test"),
        ]
        let areas = IntervalRows(areas: rows, wording)
        return Figure(
            id: "check", title: wording.say.checkTitle, caption: wording.checkCaption(check),
            description: areas.description(wording), drawings: [areas.drawing()])
    }
}
