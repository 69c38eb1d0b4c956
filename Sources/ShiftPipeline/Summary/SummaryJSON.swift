import Foundation

/// Summaries as JSON with sorted keys, so that equal summaries are equal bytes.
public enum SummaryJSON {
    /// The text, with a newline at the end.
    /// - Throws: ``AnalysisError/figureNotFinite(member:)``.
    public static func encode(_ summary: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(summary), as: UTF8.self) + "\n"
        } catch EncodingError.invalidValue(_, let context) {
            throw AnalysisError.figureNotFinite(
                member: context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "."))
        }
    }
}
