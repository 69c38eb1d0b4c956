import Foundation
import TextRecords

/// All wording of errors: where, what was found, what was expected, what to do. English.
package enum ErrorWording {
    /// A place as `path:line:column`.
    package static func at(_ place: SourceLocation) -> String {
        "\(place.path):\(place.line)" + (place.column.map { ":\($0)" } ?? "")
    }

    /// A kind of value.
    package static func name(_ kind: ValueKind) -> String {
        switch kind {
        case .text: "text"
        case .number: "a number"
        case .boolean: "true or false"
        case .null: "null"
        case .array: "an array"
        case .object: "an object"
        case .missing: "missing"
        }
    }

    /// A count with its noun, given the English singular.
    package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// The available fields.
    package static func list(_ fields: [String], are verb: String = "are:") -> String {
        fields.isEmpty ? "are none" : verb + " " + fields.map(printable).joined(separator: ", ")
    }

    /// For text from the corpus in a message: no character that controls the terminal or the direction of writing gets through.
    package static func printable(_ text: String) -> String {
        let unfit: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { unfit.contains($0.properties.generalCategory) ? "\u{FFFD}" : $0 }))
    }

    /// As ``printable(_:)``, for a text of several lines.
    static func printableLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }.joined(separator: "\n")
    }
}
