import ShiftPipeline

/// The roads to one metric of a model on the test rows, with their intervals; the figure to quote stands out.
enum RoadPlot {
    static func figure(
        _ metric: EstimateSummary.Metric, model: String, of estimates: EstimateSummary, number: Int, _ wording: Wording
    ) -> Figure? {
        guard let best = metric.recommended else { return nil }
        var rows = metric.roads.filter { $0.name != .clipped || metric.clippedMass > 0 }.compactMap { road in
            road.value.map {
                IntervalRows.Row(
                    name: wording.name(road.name, isDrawn: estimates.scores.isDrawn), value: $0, low: road.low, high: road.high)
            }
        }
        rows.insert(
            IntervalRows.Row(name: wording.say.recommended, value: best.value, low: best.low, high: best.high, kind: "strong"),
            at: 0)
        let roads = IntervalRows(rows: rows, axis: axis(rows), text: NumberText.figure)
        let title = model.isEmpty ? metric.name : "\(model)  \(metric.name)"
        return Figure(
            id: "estimate-\(number)", title: DisplayText.neutral(DisplayText.cut(title, to: 80)),
            caption: wording.estimate(metric, of: estimates), description: roads.description(wording),
            drawings: [roads.drawing()])
    }

    private static func axis(_ rows: [IntervalRows.Row]) -> IntervalRows.Axis {
        let ends = rows.flatMap { [$0.low ?? $0.value, $0.high ?? $0.value] }
        let (least, most) = (ends.min() ?? 0, ends.max() ?? 1)
        let ticks = Self.ticks(least, most)
        return IntervalRows.Axis(
            range: min(least, ticks.first ?? least)...max(most, ticks.last ?? most),
            ticks: zip(ticks, labels(ticks)).map { ($0, $1) })
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
}
