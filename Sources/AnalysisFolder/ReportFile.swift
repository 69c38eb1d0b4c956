import Foundation
import ShiftPipeline
import ShiftReport

/// Reads report.json.
enum ReportFile {
    /// The most bytes of a report: no report has a hundredth of it.
    private static let greatest = 256 << 20

    /// Reads a report, and refuses one that no analysis writes.
    /// - Throws: `RecordError` for what cannot be read; ``FolderError/documentTooLarge(path:bytes:maximum:)``; as ``decode(_:path:)``.
    static func read(at path: String) throws -> ShiftSummary { try decode(SmallFile.read(path, most: greatest), path: path) }

    /// The same of bytes that were read; the path is for messages.
    /// - Throws: As ``ReadDocument/decode(_:path:schema:as:consistency:)``.
    static func decode(_ content: Data, path: String) throws -> ShiftSummary {
        try ReadDocument.decode(
            content, path: path, schema: .report, as: ReportJSON.decode, consistency: ReportConsistency.fault)
    }
}
