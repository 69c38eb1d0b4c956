import ElementaryFunctions
import Foundation
import ShiftPipeline

/// A drawing area with two axes, shared by the plots so that all look alike. Units are those of the viewBox, which at its
/// smallest is shown one to one: text of 12 units is legible on a phone.
struct PlotFrame {
    var width = 360.0
    var height = 230.0
    var left = 42.0
    var right = 14.0
    var top = 26.0
    var bottom = 42.0
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>

    init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
        self.x = x
        self.y = y
    }

    /// Position of a value on the x axis.
    func across(_ value: Double) -> Double {
        left + (value - x.lowerBound) / max(x.upperBound - x.lowerBound, 1e-12) * (width - left - right)
    }

    /// Position of a value on the y axis, which rises.
    func up(_ value: Double) -> Double {
        height - bottom - (value - y.lowerBound) / max(y.upperBound - y.lowerBound, 1e-12) * (height - top - bottom)
    }

    /// A tick's place and text.
    typealias Tick = (value: Double, label: String)

    /// Grid lines, ticks and the names of the axes.
    func axes(_ xTicks: [Tick], _ yTicks: [Tick], xName: String, yName: String) -> Markup {
        var markup = Markup()
        let (base, end) = (height - bottom, width - right)
        for tick in yTicks {
            let place = up(tick.value)
            markup.element("line", ["class": "grid", "x1": left.place, "x2": end.place, "y1": place.place, "y2": place.place])
            markup.element("text", ["class": "tick end", "x": (left - 6).place, "y": (place + 4).place], text: tick.label)
        }
        markup.element("line", ["class": "axis", "x1": left.place, "x2": end.place, "y1": base.place, "y2": base.place])
        for tick in xTicks {
            let place = across(tick.value)
            markup.element(
                "line", ["class": "axis", "x1": place.place, "x2": place.place, "y1": base.place, "y2": (base + 4).place])
            markup.element("text", ["class": "tick middle", "x": place.place, "y": (base + 17).place], text: tick.label)
        }
        markup.element(
            "text", ["class": "name middle", "x": ((left + end) / 2).place, "y": (height - 6).place], text: xName)
        // Horizontal, beside the legend: vertical text is hard to read.
        markup.element("text", ["class": "name", "x": "0", "y": "12"], text: yName)
        return markup
    }

    /// The legend of the two colours, at the top right.
    func legend(_ wording: Wording) -> Markup {
        var markup = Markup()
        let (test, train) = (wording.say.testName, wording.say.trainName)
        let end = width - right
        // Bold letters are wider than estimated.
        let (testWidth, trainWidth) = (TextWidth.of(test, size: 13.5), TextWidth.of(train, size: 13.5))
        let before = end - testWidth - 34
        markup.element("text", ["class": "key test end", "x": end.place, "y": "12"], text: test)
        markup.element(
            "line",
            [
                "class": "line test", "x1": (end - testWidth - 18).place, "x2": (end - testWidth - 5).place, "y1": "8",
                "y2": "8",
            ])
        markup.element("text", ["class": "key train end", "x": before.place, "y": "12"], text: train)
        markup.element(
            "rect",
            [
                "class": "area train", "x": (before - trainWidth - 18).place, "y": "3", "width": "13", "height": "10",
            ])
        return markup
    }

    /// A histogram as the outline of its bars.
    func steps(_ shares: [Double], edges: [Double]) -> String {
        guard let first = edges.first, edges.count == shares.count + 1 else { return "" }
        var path = "M\(across(first).place) \(up(y.lowerBound).place)"
        for (position, share) in shares.enumerated() {
            path += "V\(up(share).place)H\(across(edges[position + 1]).place)"
        }
        return path + "V\(up(y.lowerBound).place)"
    }

    /// Points joined by lines.
    func line(_ points: [ShiftCurves.Point]) -> String {
        points.enumerated().map { ($0 == 0 ? "M" : "L") + "\(across($1.x).place) \(up($1.y).place)" }.joined()
    }

    /// Two sides' histograms: train as an area, test as a line, so that they also differ without colour.
    func histograms(_ histogram: ShiftCurves.Histogram) -> Markup {
        var markup = Markup()
        if !histogram.train.isEmpty {
            markup.element("path", ["class": "area train", "d": steps(histogram.train, edges: histogram.edges) + "Z"])
        }
        if !histogram.test.isEmpty {
            markup.element("path", ["class": "wash test", "d": steps(histogram.test, edges: histogram.edges) + "Z"])
            markup.element("path", ["class": "line test", "d": steps(histogram.test, edges: histogram.edges)])
        }
        return markup
    }

    /// Ticks of shares from 0 to `most`, at most five.
    static func shareTicks(to most: Double) -> [Tick] {
        let step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5].first { most / $0 <= 4.5 } ?? 1
        return stride(from: 0, through: most + 1e-9, by: step).map { ($0, "\(Int(($0 * 100).rounded()))%") }
    }

    /// Ticks of whole numbers on an axis of log₂, at powers of ten or of two.
    static func logTicks(_ range: ClosedRange<Double>) -> [Tick] {
        let isWide = range.upperBound - range.lowerBound > 7
        let values =
            isWide
            ? (-4...9).map { Double.pow(10, Double($0)) } : (-12...30).map { Double.pow(2, Double($0)) }
        let inside = values.filter { range.contains(Double.log2($0)) }
        let stride = max(1, (inside.count + 5) / 6)
        // 1 is included if it is within the range.
        let start = (inside.firstIndex(of: 1) ?? 0) % stride
        return inside.enumerated().filter { $0.offset % stride == start }.map { (Double.log2($0.element), compact($0.element)) }
    }

    /// A round number, short.
    static func compact(_ value: Double) -> String {
        switch value {
        case 1e6...: "\(Int(value / 1e6))M"
        case 1e4...: "\(Int(value / 1e3))k"
        case 1...: "\(Int(value))"
        default:
            NumberText.fixed(value, value * 10 == (value * 10).rounded() ? 1 : value * 100 == (value * 100).rounded() ? 2 : 3)
        }
    }
}

/// Approximate width of text: the page's fonts are not known here.
enum TextWidth {
    static func of(_ text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x300...0x36F, 0x200B...0x200F: sum
            case 0x1100...0x11FF, 0x2E80...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0x1F000...0x3FFFF:
                sum + size
            case 0x41...0x5A, 0x6D, 0x77: sum + size * 0.72
            case 0x20, 0x2C, 0x2E, 0x69, 0x6A, 0x6C, 0x27: sum + size * 0.34
            default: sum + size * 0.58
            }
        }
    }
}

extension Double {
    /// A coordinate: one decimal.
    var place: String {
        guard isFinite else { return "0" }
        let tenths = Int((self * 10).rounded())
        let whole = abs(tenths) / 10
        return (tenths < 0 ? "-" : "") + (tenths % 10 == 0 ? "\(whole)" : "\(whole).\(abs(tenths) % 10)")
    }
}
