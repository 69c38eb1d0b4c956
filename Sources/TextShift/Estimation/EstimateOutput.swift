import Foundation
import ShiftReport
import TextRecords

extension AnalysisOutput {
    /// The file in the folder of the analysis that estimates are written to where no other is named.
    public static let estimatesName = "estimates.json"

    /// Writes estimates as JSON. A file that holds these very bytes already is left as it is.
    /// - Parameters:
    ///   - path: The file.
    ///   - replacing: Whether a file that holds something else may be replaced.
    /// - Throws: ``ScoreError/otherEstimates(path:)``; `RecordError` for what cannot be written.
    public static func write(_ estimates: EstimateSummary, toFile path: String, replacing: Bool) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(estimates), as: UTF8.self) + "\n"
        if FileManager.default.contents(atPath: path) == Data(text.utf8) { return }
        do {
            try write(text, toFile: path, replacing: replacing)
        } catch RecordError.outputExists {
            throw ScoreError.otherEstimates(path: path)
        }
    }
}

extension AnalysisOutput {
    /// The report of an analysis, read from its folder.
    /// - Throws: `RecordError` where it cannot be read; ``AnalysisError`` where it is none.
    public static func summary(inFolder folder: String) throws -> ShiftSummary {
        try summary(at: (folder as NSString).appendingPathComponent("report.json"))
    }

    /// Writes a text file, all of it or nothing; in place of what is there if `replacing`.
    /// - Throws: `RecordError`.
    public static func write(_ text: String, toFile path: String, replacing: Bool = true) throws {
        let (output, name) = try OutputFolder.holding(fileAt: path, replacing: replacing)
        try output.file(name)?.write(text)
        try output.commit()
    }
}
