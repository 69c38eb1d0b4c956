import Foundation

/// report.json: a ``ShiftSummary`` as JSON with sorted keys, so that equal summaries are equal bytes.
public enum ReportJSON {
    /// The file's content, with a newline at the end.
    /// - Throws: `EncodingError` for a number that is not finite.
    public static func encode(_ summary: ShiftSummary) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(summary), as: UTF8.self) + "\n"
    }

    /// Reads a report back.
    /// - Throws: `DecodingError` where it is no report of this schema.
    public static func decode(_ text: String) throws -> ShiftSummary {
        try JSONDecoder().decode(ShiftSummary.self, from: Data(text.utf8))
    }
}
