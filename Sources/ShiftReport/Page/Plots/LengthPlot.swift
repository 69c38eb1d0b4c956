import ElementaryFunctions
import Foundation
import ShiftPipeline

/// How long the texts of each side are.
enum LengthPlot {
    static func figure(_ summary: ShiftSummary, _ wording: Wording) -> Figure? {
        guard let histogram = summary.details?.curves.lengths, histogram.hasRows, let first = histogram.edges.first,
            let last = histogram.edges.last, last > first
        else { return nil }
        let most = max(0.05, (histogram.train + histogram.test).max() ?? 0) * 1.05
        let frame = PlotFrame(x: first...last, y: 0...most)
        var content = frame.axes(
            PlotFrame.logTicks(first...last), PlotFrame.shareTicks(to: most), xName: wording.say.lengthAxis,
            yName: wording.say.shareOfRows)
        content.append(frame.histograms(histogram))
        content.append(frame.legend(wording))
        return Figure(
            id: "lengths", title: wording.say.lengthTitle, caption: wording.lengthCaption(histogram.medianLengths),
            description: wording.quartiles(wording.say.lengthAxis, histogram) { NumberText.rounded(Double.pow(2, $0)) },
            drawings: [Figure.Drawing(width: frame.width, height: frame.height, content: content)])
    }
}

extension ShiftCurves.Histogram {
    /// Medians of a histogram over log₂.
    var medianLengths: (train: Double, test: Double)? {
        guard let train = quantile(0.5, of: \.train), let test = quantile(0.5, of: \.test) else { return nil }
        return (Double.pow(2, train), Double.pow(2, test))
    }
}
