import ShiftPipeline
import ShiftReport

/// Reads estimates.json.
enum EstimatesFile {
    /// The most bytes: a thousand models have a tenth of it.
    private static let greatest = 64 << 20

    /// - Throws: As ``ReadDocument/read(_:most:schema:decode:consistency:)``.
    static func read(at path: String) throws -> EstimateSummary {
        try ReadDocument.read(path, most: greatest, schema: .estimates, decode: EstimateJSON.decode)
    }
}
