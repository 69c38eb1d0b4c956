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

    /// A number of things, by the English name of one.
    package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// The fields that there are.
    package static func list(_ fields: [String], are verb: String = "are:") -> String {
        fields.isEmpty ? "are none" : verb + " " + fields.map(printable).joined(separator: ", ")
    }

    /// Text of the corpus may stand in a message: no control character, nor one that turns the direction of writing, reaches
    /// the terminal.
    package static func printable(_ text: String) -> String {
        let unfit: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { unfit.contains($0.properties.generalCategory) ? "\u{FFFD}" : $0 }))
    }
}
