import ElementaryFunctions
import Foundation
import ShiftPipeline

/// The distribution of the weights over the training rows.
enum WeightPlot {
    static func figure(_ summary: ShiftSummary, _ wording: Wording) -> Figure? {
        guard let histogram = summary.details?.curves.weights, histogram.hasRows, let first = histogram.edges.first,
            let last = histogram.edges.last, last > first, summary.verdict.isShift
        else { return nil }
        let most = max(0.05, histogram.train.max() ?? 0) * 1.05
        let frame = PlotFrame(x: first...last, y: 0...most)
        var content = frame.axes(
            PlotFrame.logTicks(first...last), PlotFrame.shareTicks(to: most), xName: wording.say.weightAxis,
            yName: wording.say.shareOfTrainRows)
        content.append(frame.histograms(histogram))
        if (first...last).contains(0) {
            let one = frame.across(0)
            content.element(
                "line",
                [
                    "class": "even", "x1": one.place, "x2": one.place, "y1": frame.top.place,
                    "y2": (frame.height - frame.bottom).place,
                ])
        }
        return Figure(
            id: "weights", title: wording.say.weightTitle, caption: wording.weightCaption(summary),
            description: wording.quartiles(wording.say.weightAxis, histogram) { NumberText.fixed(Double.pow(2, $0), 2) },
            drawings: [Figure.Drawing(width: frame.width, height: frame.height, content: content)])
    }
}
