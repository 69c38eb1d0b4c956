import Foundation
import ShiftReport
import TextRecords

extension AnalysisOutput {
    /// Names of the files that ``renderAgain(in:language:)`` writes.
    public static let rendered = ["report.html", "report.md"]

    /// Renders report.html and report.md again from a folder's report.json, both or none.
    ///
    /// - Parameters:
    ///   - folder: The folder of an analysis.
    ///   - language: nil for that of the corpora.
    /// - Throws: `RecordError` for what cannot be read or written; ``AnalysisError/reportMalformed(path:key:)``,
    ///   ``AnalysisError/reportOfOtherSchema(path:found:expected:)``.
    public static func renderAgain(in folder: String, language: Language? = nil) throws {
        let path = (folder as NSString).appendingPathComponent("report.json")
        let summary = try summary(at: path)
        let language = language ?? Language.ofCorpora(summary)
        let output = try OutputFolder(path: folder, replacing: true, names: rendered)
        try output.file("report.html")?.write(HTMLReport.render(summary, language: language))
        try output.file("report.md")?.write(MarkdownReport.render(summary, language: language))
        try output.commit()
    }

    /// The bytes of a small file.
    /// - Throws: `RecordError` where it cannot be read.
    static func content(of path: String) throws -> Data {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw RecordError.fileMissing(path: path) }
        guard !isFolder.boolValue else { throw RecordError.fileIsFolder(path: path) }
        guard let content = FileManager.default.contents(atPath: path) else {
            throw RecordError.fileUnreadable(path: path, errno: errno)
        }
        return content
    }

    /// The report at a path.
    static func summary(at path: String) throws -> ShiftSummary {
        let content = try content(of: path)
        struct Schema: Decodable { var schema: Int }
        let text = String(decoding: content, as: UTF8.self)
        let expected = 1
        if let found = try? JSONDecoder().decode(Schema.self, from: content).schema, found != expected {
            throw AnalysisError.reportOfOtherSchema(path: path, found: found, expected: expected)
        }
        do {
            return try ReportJSON.decode(text)
        } catch let error as DecodingError {
            throw AnalysisError.reportMalformed(path: path, key: key(of: error))
        }
    }

    /// The key that decoding stopped at, as a path.
    private static func key(of error: DecodingError) -> String? {
        let keys: [any CodingKey] =
            switch error {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context.codingPath
            @unknown default: []
            }
        return keys.isEmpty ? nil : keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
