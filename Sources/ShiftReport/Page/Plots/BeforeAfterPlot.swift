import ShiftPipeline

/// Whether the drawn validation set can still be told from test, compared with a random one.
enum BeforeAfterPlot {
    static func figure(_ summary: ShiftSummary, _ wording: Wording) -> Figure? {
        guard let check = summary.details?.validationCheck else { return nil }
        let rows = [
            AreaRows.Row(
                name: wording.say.randomSet, area: check.random.auc, lower: check.random.lower, upper: check.random.upper,
                kind: "train"),
            AreaRows.Row(
                name: wording.say.drawnSet, area: check.drawn.auc, lower: check.drawn.lower, upper: check.drawn.upper,
                kind: "test"),
        ]
        return Figure(
            id: "check", title: wording.say.checkTitle, caption: wording.checkCaption(check),
            description: AreaRows.description(rows, wording), drawings: [AreaRows.drawing(rows, wording)])
    }
}
