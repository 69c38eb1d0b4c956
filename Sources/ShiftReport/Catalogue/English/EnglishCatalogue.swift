import Foundation
import TextRecords

/// English.
struct EnglishCatalogue: Catalogue {
    /// Names joined as alternatives.
    static func joined(_ names: [String], _ last: String) -> String {
        names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " \(last) " + (names.last ?? "")
    }
}

/// What errors are put together from.
extension EnglishCatalogue {
    func name(_ kind: ValueKind) -> String {
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

    func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

    var outOfMemory: StaticString {
        """
        error: out of memory; give analyze and fit less to fit on (--fit-memory 128MiB, --fit-rows 50000), use fewer --threads, or allow \
        the program more memory (ulimit -v)

        """
    }

    /// The available fields.
    func list(_ fields: [String], are verb: String = "are:") -> String {
        fields.isEmpty ? "are none" : verb + " " + fields.map(printable).joined(separator: ", ")
    }

    func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    func printable(_ text: String) -> String { PrintableText.of(text) }
    func at(_ place: SourceLocation) -> String { PrintableText.at(place) }
}
