/// Figures, each with its interval, in rows on one axis.
struct IntervalRows {
    struct Row {
        var name: String
        var value: Double
        var low: Double?
        var high: Double?
        /// The class of what is drawn.
        var kind = "plain"
    }

    struct Axis {
        var range: ClosedRange<Double>
        var ticks: [PlotFrame.Tick]
        /// nil where the figure's title says it.
        var name: String?
        /// The value that rows are compared with; nil for none.
        var origin: Double?
    }

    var rows: [Row]
    var axis: Axis
    /// What the values are; nil where the figure's title says it.
    var metric: String?
    /// A value as it is written.
    var text: (Double) -> String

    func drawing() -> Figure.Drawing {
        let step = 28.0
        var frame = PlotFrame(x: axis.range, y: 0...1)
        let names = (rows.map { TextWidth.of($0.name, size: 12) }.max() ?? 0) + 14
        frame.left = max(112, names)
        frame.width += frame.left - 112
        frame.right = 58
        frame.top = 8
        if axis.name == nil { frame.bottom -= 16 }
        frame.height = frame.top + step * Double(rows.count) + frame.bottom
        var content = scale(frame)
        for (position, row) in rows.enumerated() {
            content.append(line(of: row, at: frame.top + step * (Double(position) + 0.5), frame))
        }
        return Figure.Drawing(width: frame.width, height: frame.height, content: content)
    }

    /// The ticks with their grid, and the name of the axis.
    private func scale(_ frame: PlotFrame) -> Markup {
        var content = Markup()
        let base = frame.height - frame.bottom
        for tick in axis.ticks {
            let x = frame.across(tick.value).place
            let kind = tick.value == axis.origin ? "even" : "grid"
            content.element("line", ["class": kind, "x1": x, "x2": x, "y1": frame.top.place, "y2": base.place])
            content.element("text", ["class": "tick middle", "x": x, "y": (base + 15).place], text: tick.label)
        }
        if let name = axis.name {
            let middle = (frame.left + frame.width - frame.right) / 2
            content.element("text", ["class": "name middle", "x": middle.place, "y": (frame.height - 6).place], text: name)
        }
        return content
    }

    /// A row's name, its interval, its value as a dot and as text.
    private func line(of row: Row, at y: Double, _ frame: PlotFrame) -> Markup {
        var content = Markup()
        let (x, text) = (frame.across(row.value), (y + 4).place)
        content.element(
            "text", ["class": ["tick", "end", row.kind].joined(separator: " "), "x": (frame.left - 8).place, "y": text],
            text: row.name)
        if let origin = axis.origin {
            let start = frame.across(max(origin, axis.range.lowerBound))
            content.element("line", ["class": "stem", "x1": start.place, "x2": x.place, "y1": y.place, "y2": y.place])
        }
        if let low = row.low, let high = row.high {
            content.element(
                "line",
                [
                    "class": "interval \(row.kind)", "x1": frame.across(low).place, "x2": frame.across(high).place,
                    "y1": y.place, "y2": y.place,
                ])
        }
        content.element("circle", ["class": "dot \(row.kind)", "cx": x.place, "cy": y.place, "r": "5"])
        let end = max(x, row.high.map(frame.across) ?? x)
        content.element(
            "text", ["class": "tick \(row.kind)", "x": (end + 10).place, "y": text], text: self.text(row.value))
        return content
    }

    /// The same for those who do not see it.
    func description(_ wording: Wording) -> String {
        rows.map { row in
            let value = "\(row.name): " + [metric, text(row.value)].compactMap { $0 }.joined(separator: " ")
            guard let low = row.low, let high = row.high else { return value }
            return value + wording.say.bracketed(text: wording.say.range(low: text(low), high: text(high)))
        }.joined(separator: wording.say.semicolon)
    }
}

extension IntervalRows {
    /// Of AUCs, beside chance.
    init(areas rows: [Row], _ wording: Wording) {
        self.rows = rows
        let least = min(0.5, rows.map { $0.low ?? $0.value }.min() ?? 0.5)
        let most = rows.map { $0.high ?? $0.value }.max() ?? 1
        // The axis spans at least a quarter, so that chance is not magnified to look like a shift.
        let range = max(0, (least * 20).rounded(.down) / 20)...min(1, max(0.75, (most * 20).rounded(.up) / 20))
        let ticks = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].filter(range.contains)
        axis = Axis(
            range: range, ticks: ticks.map { ($0, NumberText.fixed($0, 1)) }, name: wording.say.areaAxis, origin: 0.5)
        metric = "AUC"
        text = { NumberText.fixed($0, 3) }
    }
}
