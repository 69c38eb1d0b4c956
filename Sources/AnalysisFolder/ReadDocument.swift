import Foundation
import ShiftPipeline
import ShiftReport
import TextRecords

/// Reads documents that textshift wrote and anybody may have edited: everything behind this door may rely on types, ranges and sizes.
enum ReadDocument {
    /// The version of the schemas that are read.
    private static let version = 1

    /// - Parameters:
    ///   - content: The document.
    ///   - path: Where it is, for messages.
    ///   - schema: Of its members.
    ///   - read: Throws `DecodingError` for what is not there.
    ///   - consistency: The first member that does not go with the others; nil where all do.
    /// - Throws: ``FolderError/reportMalformed(path:key:)``, ``FolderError/reportOfOtherSchema(path:found:expected:)``,
    ///   ``FolderError/memberUnusable(path:member:found:expected:)``.
    static func decode<Document>(
        _ content: Data, path: String, schema: DocumentSchema, as read: (String) throws -> Document,
        consistency: (Document) -> DocumentSchema.Fault? = { _ in nil }
    ) throws -> Document {
        if let found = try? JSONDecoder().decode(Schema.self, from: content).schema, found != version {
            throw FolderError.reportOfOtherSchema(path: path, found: found, expected: version)
        }
        guard let document = JSONValue(document: Array(content)) else {
            throw FolderError.reportMalformed(path: path, key: nil)
        }
        do {
            try hold(schema.fault(in: document), path)
            let found = try read(String(decoding: content, as: UTF8.self))
            try hold(consistency(found), path)
            return found
        } catch let error as DecodingError {
            throw FolderError.reportMalformed(path: path, key: key(of: error))
        }
    }

    private struct Schema: Decodable { var schema: Int }

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
