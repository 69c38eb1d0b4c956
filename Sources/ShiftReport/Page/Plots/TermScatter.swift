import ElementaryFunctions
import Foundation
import ShiftPipeline

/// Terms by their frequency on each side; the diagonal is equal frequency.
enum TermScatter {
    /// Terms that are drawn.
    private static let most = 300

    static func figure(_ terms: [MovedTerm], _ wording: Wording) -> Figure? {
        let drawn = Array(terms.prefix(most))
        guard drawn.count > 2 else { return nil }
        let labelled = drawn.prefix(8).map {
            "\(DisplayText.cut($0.term, to: 24)) \(NumberText.percent($0.trainShare)) → \(NumberText.percent($0.testShare))"
        }
        return Figure(
            id: "scatter", title: wording.say.scatterTitle, caption: wording.say.scatterCaption,
            description: wording.scatterText(labelled),
            drawings: [
                drawing(drawn, wording, width: 720, height: 540, kind: "wide"),
                drawing(drawn, wording, width: 360, height: 420, kind: "narrow"),
            ])
    }

    /// Where the axes start: a little below the least share.
    private static func start(_ terms: [MovedTerm]) -> Double {
        max(1e-6, 0.7 * (terms.flatMap { [$0.trainShare, $0.testShare] }.filter { $0 > 0 }.min() ?? 0.01))
    }

    private static func drawing(
        _ terms: [MovedTerm], _ wording: Wording, width: Double, height: Double, kind: String
    ) -> Figure.Drawing {
        let start = start(terms)
        let end = terms.reduce(start * 10) { max($0, $1.trainShare, $1.testShare) }
        // Shares of 0 are drawn a little before the start.
        let hasNone = terms.contains { min($0.trainShare, $0.testShare) <= 0 }
        let range = (Double.log10(start) - (hasNone ? 0.3 : 0))...(Double.log10(min(1, end)) + 0.08)
        var frame = PlotFrame(x: range, y: range)
        (frame.width, frame.height, frame.left, frame.right, frame.top) = (width, height, 46, 10, 26)
        let ticks: [PlotFrame.Tick] =
            (hasNone ? [(range.lowerBound, "0")] : [])
            + [1e-5, 1e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1].filter { $0 >= start && range.contains(Double.log10($0)) }.map {
                (Double.log10($0), tickText($0))
            }
        var content = frame.axes(ticks, ticks, xName: wording.say.trainShareAxis, yName: wording.say.testShareAxis)
        content.element(
            "path",
            [
                "class": "even",
                "d": frame.line([
                    .init(x: range.lowerBound, y: range.lowerBound), .init(x: range.upperBound, y: range.upperBound),
                ]),
            ])
        func place(_ share: Double) -> Double { share < start ? range.lowerBound : Double.log10(share) }
        let points = terms.map { (x: frame.across(place($0.trainShare)), y: frame.up(place($0.testShare))) }
        for (term, point) in zip(terms, points) {
            content.element(
                "circle",
                [
                    "class": "point \(term.logOdds > 0 ? "test" : "train")", "cx": point.x.place, "cy": point.y.place,
                    "r": kind == "wide" ? "3.5" : "3",
                ])
        }
        content.append(labels(terms, points, frame))
        return Figure.Drawing(width: width, height: height, kind: kind, content: content)
    }

    /// The most certain terms first, each labelled if there is room.
    private static func labels(_ terms: [MovedTerm], _ points: [(x: Double, y: Double)], _ frame: PlotFrame) -> Markup {
        let size = 12.0
        let line = 15.0
        var placement = LabelPlacement(
            area: LabelPlacement.Box(
                x: frame.left + 2, y: frame.top - 4, width: frame.width - frame.left - 4,
                height: frame.height - frame.top - frame.bottom + 4))
        for point in points { placement.reserve(LabelPlacement.Box(x: point.x - 2.5, y: point.y - 2.5, width: 5, height: 5)) }
        var content = Markup()
        var seen = Set<String>()
        for (term, point) in zip(terms, points) where seen.insert(term.term).inserted {
            let text = DisplayText.cut(term.term, to: 18)
            let width = TextWidth.of(text, size: size) + 2
            // Right, left, above, below of the point; the text's box, whose baseline is 11 below its top.
            let places = [
                (point.x + 5, point.y - line / 2), (point.x - 5 - width, point.y - line / 2),
                (point.x - width / 2, point.y - line - 4), (point.x - width / 2, point.y + 4),
                (point.x + 4, point.y - line - 1), (point.x - width - 4, point.y - line - 1),
                (point.x + 4, point.y + 2), (point.x - width - 4, point.y + 2),
            ].map { LabelPlacement.Box(x: $0.0, y: $0.1, width: width, height: line) }
            guard let number = placement.take(places) else { continue }
            content.element(
                "text",
                [
                    "class": "label \(term.logOdds > 0 ? "test" : "train")", "x": (places[number].x + 1).place,
                    "y": (places[number].y + 11.5).place,
                ], text: text)
        }
        return content
    }

    private static func tickText(_ share: Double) -> String {
        switch share {
        case 0.01...: "\(Int((share * 100).rounded()))%"
        case 0.001...: NumberText.fixed(share * 100, 1) + "%"
        case 0.0001...: "0.01%"
        default: "0.001%"
        }
    }
}
