import Foundation
import ShiftPipeline
import ShiftReport
import TextRecords

/// The folder of an analysis: its records, its reports, its model, and where its inputs were.
///
///     let folder = try analysis.write(to: "shift", replacing: false)
///     let again = try AnalysisFolder("shift")
///     print(again.summary == folder.summary)
///
/// Reading a folder reads its report; the inputs and the model are read again when a method needs them, and must be those of
/// the analysis.
public struct AnalysisFolder: Sendable {
    /// Where it is.
    public let path: String
    /// Everything that the analysis found.
    public let summary: ShiftSummary

    /// Reads the report of an analysis.
    /// - Throws: `RecordError` if it cannot be read; ``FolderError`` if it is not a report.
    public init(_ path: String) throws {
        self.path = path
        summary = try ReportFile.read(at: FolderDocument.report.path(in: path))
    }

    init(path: String, summary: ShiftSummary) {
        self.path = path
        self.summary = summary
    }

    /// The file that estimates are written to unless another is named.
    public static let estimatesName = FolderDocument.estimatesName

    /// Names of all files that an analysis may write, in the order in which they are listed: the list of class names is written
    /// only if there are classes.
    public static func names(_ options: OutputOptions = OutputOptions()) -> [String] {
        RecordFile.allCases.map { $0.name(isCompressed: options.isCompressed) } + options.writes.distinct.flatMap(\.names)
            + options.exports.distinct.flatMap(\.names) + FolderDocument.allCases.map(\.rawValue)
    }

    /// What is kept of the analysis.
    package var record: AnalysisRecord {
        AnalysisRecord(
            folder: path, summary: summary, modelPath: FolderDocument.model.path(in: path), paths: RunRecord.paths(in: path))
    }
}
