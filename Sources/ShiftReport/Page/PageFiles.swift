import Mustache

/// The files under `Page`, which are part of the binary.
enum PageFiles {
    static var styles: String { text(PackageResources.page_css) }
    static var script: String { text(PackageResources.page_js) }

    /// The templates by name. Each names the page's escaper in its first line.
    static var templates: [String: String] {
        [
            "page": text(PackageResources.page_mustache), "row": text(PackageResources.row_mustache),
            "terms": text(PackageResources.terms_mustache),
        ]
    }

    /// - Throws: If a template is malformed.
    static func library() throws -> MustacheLibrary {
        PageContentType.registered
        return MustacheLibrary(templates: try templates.mapValues { try MustacheTemplate(string: $0) })
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
