import ShiftPipeline

/// How well each field alone, and the surface features alone, tell the sides apart.
enum FieldAreaPlot {
    /// Fields that are drawn.
    private static let most = 10

    static func figure(_ summary: ShiftSummary, _ wording: Wording) -> Figure? {
        guard let separability = summary.separability else { return nil }
        let fields = summary.fields.filter { $0.auc != nil }.sorted { ($0.auc ?? 0) > ($1.auc ?? 0) }.prefix(most)
        var rows: [AreaRows.Row] = fields.map { field in
            AreaRows.Row(name: DisplayText.cut(field.name, to: 14), area: field.auc ?? 0.5)
        }
        rows.append(AreaRows.Row(name: wording.say.surfaceOnly, area: separability.surfaceAUC, kind: "plain"))
        rows.append(
            AreaRows.Row(
                name: wording.say.everything, area: separability.auc, lower: separability.lower, upper: separability.upper,
                kind: "strong"))
        return Figure(
            id: "fields", title: wording.say.fieldsTitle, caption: wording.fieldsCaption(summary),
            description: AreaRows.description(rows, wording), drawings: [AreaRows.drawing(rows, wording)])
    }
}

/// Rows of AUCs with their intervals on one axis.
enum AreaRows {
    struct Row {
        var name: String
        var area: Double
        var lower: Double?
        var upper: Double?
        var kind = "plain"
    }

    static func drawing(_ rows: [Row], _ wording: Wording) -> Figure.Drawing {
        let step = 28.0
        let least = min(0.5, (rows.map { $0.lower ?? $0.area }.min() ?? 0.5))
        let most = rows.map { $0.upper ?? $0.area }.max() ?? 1
        // The axis spans at least a tenth, so that chance is not magnified to look like a shift.
        let start = least < 0.5 ? max(0, (least * 20).rounded(.down) / 20) : 0.5
        var frame = PlotFrame(x: start...min(1, max(0.75, (most * 20).rounded(.up) / 20)), y: 0...1)
        frame.left = 112
        frame.right = 50
        frame.top = 8
        frame.height = frame.top + step * Double(rows.count) + frame.bottom
        let base = frame.height - frame.bottom
        var content = Markup()
        let ticks = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].filter { frame.x.contains($0) }
        for tick in ticks {
            let x = frame.across(tick)
            content.element(
                "line",
                ["class": tick == 0.5 ? "even" : "grid", "x1": x.place, "x2": x.place, "y1": frame.top.place, "y2": base.place])
            content.element(
                "text", ["class": "tick middle", "x": x.place, "y": (base + 15).place], text: NumberText.fixed(tick, 1))
        }
        content.element(
            "text",
            ["class": "name middle", "x": ((frame.left + frame.width - frame.right) / 2).place, "y": (frame.height - 6).place],
            text: wording.say.areaAxis)
        for (position, row) in rows.enumerated() {
            let y = frame.top + step * (Double(position) + 0.5)
            let x = frame.across(row.area)
            content.element("text", ["class": "tick end", "x": (frame.left - 8).place, "y": (y + 4).place], text: row.name)
            content.element(
                "line",
                [
                    "class": "stem", "x1": frame.across(max(0.5, frame.x.lowerBound)).place, "x2": x.place, "y1": y.place,
                    "y2": y.place,
                ])
            if let lower = row.lower, let upper = row.upper {
                content.element(
                    "line",
                    [
                        "class": "interval \(row.kind)", "x1": frame.across(lower).place, "x2": frame.across(upper).place,
                        "y1": y.place, "y2": y.place,
                    ])
            }
            content.element("circle", ["class": "dot \(row.kind)", "cx": x.place, "cy": y.place, "r": "5"])
            let end = max(x, row.upper.map(frame.across) ?? x)
            content.element(
                "text", ["class": "tick", "x": (end + 10).place, "y": (y + 4).place], text: NumberText.fixed(row.area, 3))
        }
        return Figure.Drawing(width: frame.width, height: frame.height, content: content)
    }

    static func description(_ rows: [Row], _ wording: Wording) -> String {
        rows.map { row in
            var text = "\(row.name): AUC \(NumberText.fixed(row.area, 3))"
            if let lower = row.lower, let upper = row.upper {
                text += wording.say.bracketed(
                    text: wording.say.range(low: NumberText.fixed(lower, 3), high: NumberText.fixed(upper, 3)))
            }
            return text
        }.joined(separator: wording.say.semicolon)
    }
}
