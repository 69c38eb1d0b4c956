/// Elements of HTML or SVG, built so that text and attributes are always escaped.
///
///     var markup = Markup()
///     markup.element("text", ["x": "4"]) { $0.text("a < b") }
///     markup.string  // <text x="4">a &lt; b</text>
struct Markup {
    /// The markup so far.
    private(set) var string = ""

    /// Text.
    mutating func text(_ text: String) { HTMLEscaping.append(text, to: &string) }

    /// An element with what `content` adds inside.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ content: (inout Markup) -> Void
    ) {
        open(name, attributes)
        string += ">"
        content(&self)
        string += "</\(name)>"
    }

    /// An element with text.
    mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// An empty SVG element.
    mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        open(name, attributes)
        string += "/>"
    }

    /// Markup that was built before.
    mutating func append(_ markup: Markup) { string += markup.string }

    private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        string += "<\(name)"
        for (key, value) in attributes {
            string += " \(key)=\""
            text(value)
            string += "\""
        }
    }
}
