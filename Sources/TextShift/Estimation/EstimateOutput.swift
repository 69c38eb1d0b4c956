import Foundation
import ShiftReport
import TextRecords

extension AnalysisOutput {
    /// The file that ``write(_:to:)`` writes.
    public static let estimatesName = "estimates.json"

    /// Writes estimates.json into the folder of the analysis, in place of what is there under that name.
    /// - Throws: `RecordError` for what cannot be written.
    public static func write(_ estimates: EstimateSummary, to folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(estimates), as: UTF8.self) + "\n"
        let output = try OutputFolder(path: folder, replacing: true, names: [estimatesName])
        try output.file(estimatesName)?.write(text)
        try output.commit()
    }
}
