import Foundation
import ShiftPipeline
import ShiftReport
import TextRecords

/// Reads report.json.
enum ReportFile {
    /// The version of the schema that is read.
    private static let schema = 1

    /// The most bytes of a report: no report has a hundredth of it.
    private static let greatest = 256 << 20

    /// Reads a report, and refuses one that no analysis writes: everything behind this door may rely on its types, ranges and sizes.
    /// - Throws: `RecordError` for what cannot be read; ``FolderError/reportMalformed(path:key:)``,
    ///   ``FolderError/reportOfOtherSchema(path:found:expected:)``, ``FolderError/documentTooLarge(path:bytes:maximum:)``,
    ///   ``FolderError/memberUnusable(path:member:found:expected:)``.
    static func read(at path: String) throws -> ShiftSummary {
        try decode(SmallFile.read(path, most: greatest), path: path)
    }

    /// As ``read(at:)``, of bytes that were read; the path is for messages.
    static func decode(_ content: Data, path: String) throws -> ShiftSummary {
        struct Schema: Decodable { var schema: Int }
        if let found = try? JSONDecoder().decode(Schema.self, from: content).schema, found != schema {
            throw FolderError.reportOfOtherSchema(path: path, found: found, expected: schema)
        }
        guard let document = JSONValue(document: Array(content)) else {
            throw FolderError.reportMalformed(path: path, key: nil)
        }
        do {
            try hold(DocumentSchema.report.fault(in: document), path)
            let summary = try ReportJSON.decode(String(decoding: content, as: UTF8.self))
            try hold(ReportConsistency.fault(in: summary), path)
            return summary
        } catch let error as DecodingError {
            throw FolderError.reportMalformed(path: path, key: key(of: error))
        }
    }

    private static func hold(_ fault: DocumentSchema.Fault?, _ path: String) throws(FolderError) {
        guard let fault else { return }
        if fault.member.isEmpty { throw .reportMalformed(path: path, key: nil) }
        throw .memberUnusable(path: path, member: fault.member, found: fault.found, expected: fault.expected)
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
