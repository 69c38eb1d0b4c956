import Foundation
import ShiftPipeline

/// Predicted against observed shares of test rows: whether p_test means what it says.
enum ReliabilityPlot {
    static func figure(_ summary: ShiftSummary, _ wording: Wording) -> Figure? {
        let bins = summary.reliability.bins
        guard bins.count > 1 else { return nil }
        let frame = PlotFrame(x: 0...1, y: 0...1)
        let ticks: [PlotFrame.Tick] = [0, 0.25, 0.5, 0.75, 1].map { ($0, PlotFrame.compactShare($0)) }
        var content = frame.axes(ticks, ticks, xName: wording.say.predictedAxis, yName: wording.say.observedAxis)
        content.element("path", ["class": "even", "d": frame.line([.init(x: 0, y: 0), .init(x: 1, y: 1)])])
        content.element(
            "path", ["class": "line plain", "d": frame.line(bins.map { .init(x: $0.predicted, y: $0.observed) })])
        let rows = bins.map { Double($0.trainRows + $0.testRows) }
        let most = rows.max() ?? 1
        for (bin, count) in zip(bins, rows) {
            content.element(
                "circle",
                [
                    "class": "dot plain", "cx": frame.across(bin.predicted).place, "cy": frame.up(bin.observed).place,
                    "r": (2.5 + 2.5 * (count / max(most, 1)).squareRoot()).place,
                ])
        }
        return Figure(
            id: "reliability", title: wording.say.reliabilityTitle,
            caption: wording.reliabilityCaption(summary.reliability.slope),
            description: bins.map {
                wording.say.bin(predicted: NumberText.fixed($0.predicted, 2), observed: NumberText.fixed($0.observed, 2))
            }.joined(separator: wording.say.semicolon),
            drawings: [Figure.Drawing(width: frame.width, height: frame.height, content: content)])
    }
}
