import Foundation
import ShiftPipeline
import ShiftReport

/// Reads estimates.json.
enum EstimatesFile {
    /// The most bytes: a thousand models have a tenth of it.
    private static let greatest = 64 << 20

    /// - Throws: `RecordError` for what cannot be read; ``FolderError/documentTooLarge(path:bytes:maximum:)``; as ``decode(_:path:)``.
    static func read(at path: String) throws -> EstimateSummary { try decode(SmallFile.read(path, most: greatest), path: path) }

    /// The same of bytes that were read; the path is for messages.
    /// - Throws: As ``ReadDocument/decode(_:path:schema:as:consistency:)``.
    static func decode(_ content: Data, path: String) throws -> EstimateSummary {
        try ReadDocument.decode(content, path: path, schema: .estimates, as: EstimateJSON.decode)
    }
}
