import ShiftPipeline

/// The AUC with its interval on a scale from chance to a complete difference, for the first screen.
enum AreaGauge {
    static func figure(_ separability: Separability, _ wording: Wording) -> Figure {
        let (width, height, left, right, y) = (320.0, 44.0, 8.0, 312.0, 13.0)
        // Below chance is shown as chance.
        func across(_ area: Double) -> Double { left + (right - left) * (min(max(area, 0.5), 1) - 0.5) * 2 }
        var content = Markup()
        content.element("line", ["class": "rail", "x1": left.place, "x2": right.place, "y1": y.place, "y2": y.place])
        content.element(
            "line",
            [
                "class": "interval strong", "x1": across(separability.lower).place,
                "x2": max(across(separability.upper), across(separability.lower) + 1).place, "y1": y.place, "y2": y.place,
            ])
        content.element("circle", ["class": "dot strong", "cx": across(separability.auc).place, "cy": y.place, "r": "6"])
        content.element("text", ["class": "tick", "x": (left - 6).place, "y": "38"], text: wording.say.alike)
        content.element("text", ["class": "tick end", "x": (right + 6).place, "y": "38"], text: wording.say.apart)
        return Figure(
            id: "gauge", title: wording.say.areaAxis, caption: "", description: wording.gauge(separability),
            drawings: [Figure.Drawing(width: width, height: height, content: content)])
    }
}
