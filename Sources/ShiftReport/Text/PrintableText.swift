import TextRecords

/// Names of files and text from a corpus as a message may show them.
package enum PrintableText {
    /// No character that controls the terminal or the direction of writing gets through.
    package static func of(_ text: String) -> String {
        let unfit: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { unfit.contains($0.properties.generalCategory) ? "\u{FFFD}" : $0 }))
    }

    /// A place as `path:line:column`.
    package static func at(_ place: SourceLocation) -> String {
        "\(place.path):\(place.line)" + (place.column.map { ":\($0)" } ?? "")
    }
}
