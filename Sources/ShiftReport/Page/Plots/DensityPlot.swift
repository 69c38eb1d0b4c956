import ShiftPipeline

/// The distribution of p_test over the rows of each side.
enum DensityPlot {
    static func figure(_ summary: ShiftSummary, _ wording: Wording) -> Figure? {
        guard let histogram = summary.details?.curves.pTest, histogram.hasRows else { return nil }
        let most = max(0.05, (histogram.train + histogram.test).max() ?? 0) * 1.05
        let frame = PlotFrame(x: 0...1, y: 0...most)
        var content = frame.axes(
            [0, 0.25, 0.5, 0.75, 1].map { ($0, PlotFrame.compactShare($0)) }, PlotFrame.shareTicks(to: most),
            xName: wording.say.pTestAxis, yName: wording.say.shareOfRows)
        content.append(frame.histograms(histogram))
        content.append(frame.legend(wording))
        let above = histogram.share(above: 0.5)
        return Figure(
            id: "density", title: wording.say.densityTitle,
            caption: wording.densityCaption(train: above.train, test: above.test, isShift: summary.verdict.isShift),
            description: wording.quartiles(wording.say.pTestAxis, histogram) { NumberText.fixed($0, 2) },
            drawings: [Figure.Drawing(width: frame.width, height: frame.height, content: content)])
    }
}

extension PlotFrame {
    /// A share as a tick: 0, 0.25, 0.5, 1.
    static func compactShare(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : NumberText.fixed(value, (value * 10).rounded() == value * 10 ? 1 : 2)
    }
}

extension ShiftCurves.Histogram {
    /// Whether there is anything to draw.
    var hasRows: Bool {
        edges.count > 1 && edges.allSatisfy(\.isFinite) && (train.count == edges.count - 1 || test.count == edges.count - 1)
            && (train + test).contains { $0 > 0 }
    }

    /// The share of each side above a value.
    func share(above value: Double) -> (train: Double, test: Double) {
        func sum(_ shares: [Double]) -> Double {
            zip(shares, edges.dropFirst()).reduce(0) { $0 + ($1.1 > value ? $1.0 : 0) }
        }
        return (sum(train), sum(test))
    }

    /// The value below which `share` of a side lies, by linear interpolation between the edges; nil for a side without rows.
    func quantile(_ share: Double, of side: KeyPath<Self, [Double]>) -> Double? {
        let shares = self[keyPath: side]
        let total = shares.reduce(0, +)
        guard total > 0, shares.count == edges.count - 1 else { return nil }
        var before = 0.0
        for (bin, part) in shares.enumerated() where part > 0 {
            if before + part >= share * total {
                return edges[bin] + (edges[bin + 1] - edges[bin]) * min(1, (share * total - before) / part)
            }
            before += part
        }
        return edges.last
    }
}
