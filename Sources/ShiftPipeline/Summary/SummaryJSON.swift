import Foundation

/// Summaries as JSON with sorted keys, so that equal summaries are equal bytes.
public enum SummaryJSON {
    /// The text, with a newline at the end.
    /// - Throws: `EncodingError` for a number that is not finite.
    public static func encode(_ summary: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(summary), as: UTF8.self) + "\n"
    }
}
