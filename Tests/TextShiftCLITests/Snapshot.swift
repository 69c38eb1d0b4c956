import Foundation
import Testing

/// What users see, held in a file under `Snapshots`.
enum Snapshot {
    /// Compares with the file; with `TEXTSHIFT_RECORD=1` writes it and fails.
    static func expect(_ text: String, _ name: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots/\(name)")
        if ProcessInfo.processInfo.environment["TEXTSHIFT_RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(name)")
            return
        }
        #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self), "differs from Snapshots/\(name)")
    }
}
