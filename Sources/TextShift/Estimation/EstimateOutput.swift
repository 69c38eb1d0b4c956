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

extension AnalysisOutput {
    /// The report of an analysis, read from its folder.
    /// - Throws: `RecordError` where it cannot be read; ``AnalysisError`` where it is none.
    public static func summary(inFolder folder: String) throws -> ShiftSummary {
        try summary(at: (folder as NSString).appendingPathComponent("report.json"))
    }

    /// Writes a text file, all of it or nothing, in place of what is there.
    /// - Throws: `RecordError`.
    public static func write(_ text: String, toFile path: String) throws {
        let (output, name) = try OutputFolder.holding(fileAt: path, replacing: true)
        try output.file(name)?.write(text)
        try output.commit()
    }
}
