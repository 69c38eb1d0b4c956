import Foundation

/// An empty folder that is gone, with what is in it, when nothing refers to it any more.
package final class TemporaryFolder: Sendable {
    /// Where it is.
    package let url: URL

    /// Makes it.
    package init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("textshift-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of what has `name` in it.
    package func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Writes a file, and returns its path.
    @discardableResult
    package func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: url.appendingPathComponent(name))
        return path(name)
    }

    /// Writes `text` as it is.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

    /// Writes lines, each ended by a newline.
    @discardableResult
    package func write(_ lines: [String], to name: String) throws -> String {
        try write(lines.map { $0 + "\n" }.joined(), to: name)
    }

    /// Writes records as JSON lines with sorted keys.
    @discardableResult
    package func write(_ records: [[String: Any]], to name: String) throws -> String {
        try write(records.map(JSONText.of), to: name)
    }

    /// Makes an empty folder in it.
    package func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: false)
    }

    /// The bytes of a file.
    package func bytes(_ name: String) throws -> Data { try Data(contentsOf: url.appendingPathComponent(name)) }

    /// The text of a file.
    package func read(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// The lines of a file that ends with a newline.
    package func lines(_ name: String) throws -> [String] {
        try read(name).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// The records of a file of JSON lines.
    package func records(_ name: String) throws -> [[String: Any]] { try lines(name).map(JSONText.object) }

    /// All that is in the folder and below, hidden files too, sorted.
    package func contents() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted()
    }

    /// A folder with the same contents.
    package func copy() throws -> TemporaryFolder {
        let other = try TemporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: url.path) {
            try FileManager.default.copyItem(atPath: path(name), toPath: other.path(name))
        }
        return other
    }
}

/// Gives the path of an empty folder to `body`; after it the folder is gone.
package func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try withExtendedLifetime(folder) { try body(folder.url.path) }
}
