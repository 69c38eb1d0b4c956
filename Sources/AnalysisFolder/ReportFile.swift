import ShiftPipeline
import ShiftReport

/// Reads report.json.
enum ReportFile {
    /// The most bytes of a report: no report has a hundredth of it.
    private static let greatest = 256 << 20

    /// Reads a report, and refuses one that no analysis writes.
    /// - Throws: As ``ReadDocument/read(_:most:schema:decode:consistency:)``.
    static func read(at path: String) throws -> ShiftSummary {
        try ReadDocument.read(
            path, most: greatest, schema: .report, decode: ReportJSON.decode, consistency: ReportConsistency.fault)
    }
}
