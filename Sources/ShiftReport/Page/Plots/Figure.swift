/// A drawing with its text.
struct Figure {
    /// Its identifier in the page.
    var id: String
    var title: String
    /// One sentence that says what a reader should see.
    var caption: String
    /// The drawing in words, for those who cannot see it.
    var description: String
    /// Versions of the drawing, each for a width of the page; one if it fits all.
    var drawings: [Drawing]

    /// An SVG without its outer element.
    struct Drawing {
        var width: Double
        var height: Double
        /// Which widths of the page it is for: "", "wide" or "narrow".
        var kind = ""
        var content: Markup
    }

    /// The drawings as markup; each is an image with a name and a description.
    var markup: Markup {
        var markup = Markup()
        for drawing in drawings {
            let name = drawing.kind.isEmpty ? id : id + "-" + drawing.kind
            markup.element(
                "svg",
                [
                    "xmlns": "http://www.w3.org/2000/svg", "class": "plot " + drawing.kind, "role": "img",
                    "viewBox": "0 0 \(Int(drawing.width)) \(Int(drawing.height))", "aria-labelledby": "\(name)-title",
                    "aria-describedby": "\(name)-desc",
                ]
            ) { svg in
                svg.element("title", ["id": "\(name)-title"], text: title)
                svg.element("desc", ["id": "\(name)-desc"], text: description)
                svg.append(drawing.content)
            }
        }
        return markup
    }
}
