import ShiftPipeline

/// The map from the logit, which the tokens add up to, to the calibrated logit.
enum CalibrationPlot {
    static func figure(_ summary: ShiftSummary, _ wording: Wording) -> Figure? {
        guard let points = summary.details?.curves.calibration, points.count > 1, let first = points.first,
            let last = points.last, last.x > first.x
        else { return nil }
        let reach = max(0.5, points.reduce(0) { max($0, abs($1.y)) })
        let frame = PlotFrame(x: first.x...last.x, y: -reach...reach)
        let step = [0.5, 1, 2, 5, 10, 20].first { (last.x - first.x) / $0 <= 7 } ?? Self.wide(last.x - first.x, most: 7)
        let rise = [0.25, 0.5, 1, 2, 5, 10].first { 2 * reach / $0 <= 5 } ?? Self.wide(2 * reach, most: 5)
        func ticks(_ range: ClosedRange<Double>, _ step: Double) -> [PlotFrame.Tick] {
            stride(from: (range.lowerBound / step).rounded(.up) * step, through: range.upperBound + 1e-9, by: step).map {
                ($0, NumberText.signed($0, step < 1 ? (step < 0.5 ? 2 : 1) : 0))
            }
        }
        var content = frame.axes(
            ticks(frame.x, step), ticks(frame.y, rise), xName: wording.say.logitAxis, yName: wording.say.calibratedAxis)
        content.element("path", ["class": "line plain", "d": frame.line(points)])
        return Figure(
            id: "calibration", title: wording.say.calibrationTitle, caption: wording.say.calibrationCaption,
            description: [first, points[points.count / 2], last].map {
                "\(NumberText.signed($0.x, 2)) → \(NumberText.signed($0.y, 2))"
            }.joined(separator: wording.say.semicolon),
            drawings: [Figure.Drawing(width: frame.width, height: frame.height, content: content)])
    }

    /// Of 20, 50, 100, 200, and so on, the first with at most `most` steps in a range: a report that was edited may have any.
    private static func wide(_ range: Double, most: Double) -> Double {
        var decade = 10.0
        while range / (10 * decade) > most { decade *= 10 }
        return [2, 5].map { $0 * decade }.first { range / $0 <= most } ?? 10 * decade
    }
}
