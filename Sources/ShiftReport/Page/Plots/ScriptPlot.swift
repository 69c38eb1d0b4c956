import ShiftPipeline

/// Which scripts and other kinds of characters the texts are made of.
enum ScriptPlot {
    /// Kinds that are drawn.
    private static let most = 7

    static func figure(_ summary: ShiftSummary, _ wording: Wording) -> Figure? {
        let scripts = (summary.details?.curves.scripts ?? []).filter { max($0.train, $0.test) >= 0.001 }
            .sorted { max($0.train, $0.test) > max($1.train, $1.test) }.prefix(most)
        guard !scripts.isEmpty else { return nil }
        let row = 34.0
        let top = 26.0
        var frame = PlotFrame(x: 0...max(0.05, scripts.reduce(0) { max($0, $1.train, $1.test) }), y: 0...1)
        frame.left = 92
        frame.right = 48
        frame.height = top + row * Double(scripts.count) + 4
        var content = Markup()
        content.element("text", ["class": "name", "x": "0", "y": "12"], text: wording.say.shareOfCharacters)
        for (position, script) in scripts.enumerated() {
            let y = top + row * Double(position)
            content.element(
                "text", ["class": "tick end", "x": (frame.left - 8).place, "y": (y + 17).place],
                text: wording.script(script.name))
            for (kind, share, offset) in [("train", script.train, 2.0), ("test", script.test, 15.0)] {
                let end = frame.across(share)
                content.element(
                    "rect",
                    [
                        "class": "bar \(kind)", "x": frame.left.place, "y": (y + offset).place,
                        "width": max(end - frame.left, 1).place, "height": "11",
                    ])
                content.element(
                    "text", ["class": "tick", "x": (end + 5).place, "y": (y + offset + 9.5).place],
                    text: NumberText.percent(share))
            }
        }
        content.append(frame.barLegend(wording))
        return Figure(
            id: "scripts", title: wording.say.scriptTitle, caption: wording.scriptCaption(Array(scripts)),
            description: scripts.map {
                "\(wording.script($0.name)) \(NumberText.percent($0.train)) → \(NumberText.percent($0.test))"
            }
            .joined(separator: wording.say.semicolon),
            drawings: [Figure.Drawing(width: frame.width, height: frame.height, content: content)])
    }
}

extension PlotFrame {
    /// The legend of the bars' two colours, at the top right.
    func barLegend(_ wording: Wording) -> Markup {
        var markup = Markup()
        var end = width - 2
        for (kind, name) in [("test", wording.say.testName), ("train", wording.say.trainName)] {
            markup.element("text", ["class": "key \(kind) end", "x": end.place, "y": "12"], text: name)
            end -= TextWidth.of(name, size: 13.5) + 17
            markup.element("rect", ["class": "bar \(kind)", "x": end.place, "y": "3", "width": "12", "height": "10"])
            end -= 12
        }
        return markup
    }
}
