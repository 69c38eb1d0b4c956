import ShiftPipeline

/// The roads to one metric of a model on the test rows, with their intervals; the figure to quote stands out.
enum RoadPlot {
    static func figure(
        _ metric: EstimateSummary.Metric, model: String, of estimates: EstimateSummary, number: Int, _ wording: Wording
    ) -> Figure? {
        guard let best = metric.recommended else { return nil }
        var rows = metric.roads.filter { $0.name != .clipped || metric.clippedMass > 0 }.compactMap { road in
            road.value.map {
                Row(name: wording.name(road.name, isDrawn: estimates.scores.isDrawn), value: $0, low: road.low, high: road.high)
            }
        }
        rows.insert(
            Row(name: wording.say.recommended, value: best.value, low: best.low, high: best.high, kind: "strong"), at: 0)
        let title = model.isEmpty ? metric.name : "\(model)  \(metric.name)"
        return Figure(
            id: "estimate-\(number)", title: DisplayText.neutral(DisplayText.cut(title, to: 80)),
            caption: wording.estimate(metric, of: estimates), description: description(rows, wording),
            drawings: [drawing(rows)])
    }

    private struct Row {
        var name: String
        var value: Double
        var low: Double?
        var high: Double?
        var kind = "plain"
    }

    private static func drawing(_ rows: [Row]) -> Figure.Drawing {
        let step = 28.0
        let ends = rows.flatMap { [$0.low ?? $0.value, $0.high ?? $0.value] }
        let (least, most) = (ends.min() ?? 0, ends.max() ?? 1)
        let ticks = Self.ticks(least, most)
        var frame = PlotFrame(
            x: min(least, ticks.first ?? least)...max(most, ticks.last ?? most), y: 0...1)
        frame.left = max(112, (rows.map { TextWidth.of($0.name, size: 12) }.max() ?? 0) + 14)
        frame.width = frame.left + 256
        frame.right = 58
        frame.top = 8
        frame.height = frame.top + step * Double(rows.count) + frame.bottom - 16
        let base = frame.height - frame.bottom + 16
        var content = Markup()
        let labels = Self.labels(ticks)
        for (place, tick) in ticks.enumerated() {
            let x = frame.across(tick)
            content.element(
                "line", ["class": "grid", "x1": x.place, "x2": x.place, "y1": frame.top.place, "y2": base.place])
            content.element(
                "text", ["class": "tick middle", "x": x.place, "y": (base + 15).place], text: labels[place])
        }
        for (position, row) in rows.enumerated() {
            let (y, x) = (frame.top + step * (Double(position) + 0.5), frame.across(row.value))
            content.element(
                "text",
                ["class": ["tick", "end", row.kind].joined(separator: " "), "x": (frame.left - 8).place, "y": (y + 4).place],
                text: row.name)
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
                "text", ["class": "tick \(row.kind)", "x": (end + 10).place, "y": (y + 4).place],
                text: NumberText.figure(row.value))
        }
        return Figure.Drawing(width: frame.width, height: frame.height, content: content)
    }

    /// Three to five round numbers that span a range: as many as there is room for.
    static func ticks(_ least: Double, _ most: Double) -> [Double] {
        let range = max(most - least, max(abs(most), 1e-6) * 0.02)
        var power = 1.0
        while power > range { power /= 10 }
        while power * 10 <= range { power *= 10 }
        let step = [0.5, 1, 2, 5].map { $0 * power }.first { range / $0 <= 3 } ?? power
        let first = (least / step).rounded(.down)
        // Where all values are the same, two ticks still make an axis.
        let end = max(most, (first + 0.5) * step) + step
        return (0...8).map { (first + Double($0)) * step }.prefix { $0 < end }.map { $0 }
    }

    /// With as many decimals as tell all of them apart exactly.
    private static func labels(_ ticks: [Double]) -> [String] {
        for decimals in 0..<6 {
            let labels = ticks.map { NumberText.fixed($0, decimals) }
            let isExact = zip(labels, ticks).allSatisfy { label, tick in
                abs((Double(label) ?? .infinity) - tick) < 1e-9 * max(abs(tick), 1)
            }
            if isExact { return labels }
        }
        return ticks.map(NumberText.figure)
    }

    private static func description(_ rows: [Row], _ wording: Wording) -> String {
        rows.map { row in
            var text = "\(row.name): \(NumberText.figure(row.value))"
            if let low = row.low, let high = row.high {
                text += wording.say.bracketed(
                    text: wording.say.range(low: NumberText.figure(low), high: NumberText.figure(high)))
            }
            return text
        }.joined(separator: wording.say.semicolon)
    }
}
