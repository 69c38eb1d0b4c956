import ShiftPipeline

/// False against true positive rate of the final score.
enum ROCPlot {
    static func figure(_ summary: ShiftSummary, _ wording: Wording) -> Figure? {
        guard let roc = summary.details?.curves.roc, roc.count > 1, let separability = summary.separability else { return nil }
        let frame = PlotFrame(x: 0...1, y: 0...1)
        let ticks: [PlotFrame.Tick] = [0, 0.25, 0.5, 0.75, 1].map { ($0, PlotFrame.compactShare($0)) }
        var content = frame.axes(ticks, ticks, xName: wording.say.falseRateAxis, yName: wording.say.trueRateAxis)
        content.element("path", ["class": "even", "d": frame.line([.init(x: 0, y: 0), .init(x: 1, y: 1)])])
        content.element("path", ["class": "line plain", "d": frame.line(roc)])
        return Figure(
            id: "roc", title: wording.say.rocTitle, caption: wording.rocCaption(separability.finalAUC),
            description: [0.1, 0.25, 0.5].compactMap { rate in
                roc.first { $0.x >= rate }.map {
                    wording.say.rocPoint(rate: NumberText.percent($0.x), found: NumberText.percent($0.y))
                }
            }.joined(separator: wording.say.semicolon),
            drawings: [Figure.Drawing(width: frame.width, height: frame.height, content: content)])
    }
}
