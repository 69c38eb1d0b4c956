import Foundation
import Testing

/// Compares a document with the file of its name under `Snapshots`.
///
/// With `TEXTSHIFT_RECORD=1` the file is written instead and the test fails, so that no run that records passes.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["TEXTSHIFT_RECORD"] == "1" {
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name)", sourceLocation: sourceLocation)
        return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, "differs from Snapshots/\(name)", sourceLocation: sourceLocation)
}
