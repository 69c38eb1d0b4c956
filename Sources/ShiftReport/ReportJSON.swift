import Foundation

/// report.json: a ``ShiftSummary`` as JSON with sorted keys, so that equal summaries are equal bytes, and under
/// "explanations" what its figures mean.
public enum ReportJSON {
    /// The file's content, with a newline at the end.
    /// - Throws: `EncodingError` for a number that is not finite.
    public static func encode(_ summary: ShiftSummary) throws -> String {
        try SummaryJSON.encode(Document(summary: summary))
    }

    /// Reads a report back.
    /// - Throws: `DecodingError` where it is no report of this schema.
    public static func decode(_ text: String) throws -> ShiftSummary {
        try JSONDecoder().decode(ShiftSummary.self, from: Data(text.utf8))
    }

    /// The summary's own keys, and beside them a sentence for each diagnostic, which follows from it and is not read back.
    private struct Document: Encodable {
        let summary: ShiftSummary

        private enum Key: String, CodingKey {
            case explanations
        }

        func encode(to encoder: any Encoder) throws {
            try summary.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(Wording.english.explanations(summary), forKey: .explanations)
        }
    }
}

/// Other summaries as JSON with sorted keys.
public enum SummaryJSON {
    /// The text, with a newline at the end.
    /// - Throws: `EncodingError` for a number that is not finite.
    public static func encode(_ summary: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(summary), as: UTF8.self) + "\n"
    }
}
