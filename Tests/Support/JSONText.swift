import Foundation

/// JSON written and read back.
package enum JSONText {
    /// What is read is no object.
    package struct NoObject: Error {
        /// What was read.
        package let text: String
    }

    /// A record on one line, its keys sorted.
    package static func of(_ record: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: record, options: .sortedKeys), as: UTF8.self)
    }

    /// The members of an object. (Numbers may be a unit in the last place off.)
    package static func object(_ text: some StringProtocol) throws -> [String: Any] {
        guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            throw NoObject(text: String(text))
        }
        return object
    }
}
