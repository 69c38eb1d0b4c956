/// The kinds of report for people.
public enum ReportForm: String, Sendable, CaseIterable {
    /// A page for a browser.
    case page = "html"
    /// Text in Markdown.
    case markdown = "md"

    /// The kind of a file's name, by its ending; nil for others.
    public init?(path: String) {
        guard let form = Self.allCases.first(where: { path.hasSuffix("." + $0.rawValue) }) else { return nil }
        self = form
    }
}
