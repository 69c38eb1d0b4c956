import Foundation
import Testing

/// What users see, held in a file under `Snapshots` beside the test.
package struct Snapshot {
    private let file: URL
    private let isRecording: Bool

    /// - Parameters:
    ///   - name: The file's name.
    ///   - folder: Where the file is.
    ///   - isRecording: Whether the file is to be written instead of read.
    package init(_ name: String, in folder: URL, isRecording: Bool = Self.isRecordingAsked) {
        file = folder.appendingPathComponent(name)
        self.isRecording = isRecording
    }

    /// Whether `TEXTSHIFT_RECORD=1` asks for the files to be written anew.
    package static var isRecordingAsked: Bool { ProcessInfo.processInfo.environment["TEXTSHIFT_RECORD"] == "1" }

    /// Compares `text` with the file `name`; the first line that differs is in the issue.
    ///
    /// With `TEXTSHIFT_RECORD=1` the file is written instead and the test fails, so that no run that records passes.
    package static func expect(
        _ text: String, _ name: String, test: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let folder = URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent("Snapshots")
        if let fault = try Snapshot(name, in: folder).fault(of: text) {
            Issue.record(Comment(rawValue: fault), sourceLocation: sourceLocation)
        }
    }

    /// What is wrong with `text`, for people; nil if it is what the file holds.
    package func fault(of text: String) throws -> String? {
        let name = file.lastPathComponent
        if isRecording {
            try Data(text.utf8).write(to: file)
            return "recorded \(name)"
        }
        return Self.difference(text, String(decoding: try Data(contentsOf: file), as: UTF8.self)).map {
            "differs from Snapshots/\(name) in \($0)"
        }
    }

    /// The first line in which `found` is not `expected`; nil where all bytes are the same.
    package static func difference(_ found: String, _ expected: String) -> String? {
        guard !found.utf8.elementsEqual(expected.utf8) else { return nil }
        let lines = [found, expected].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        let same = zip(lines[0], lines[1]).prefix { $0.0.utf8.elementsEqual($0.1.utf8) }.count
        func line(_ side: [Substring]) -> String { same < side.count ? String(side[same]).debugDescription : "no more lines" }
        return "line \(same + 1): found \(line(lines[0])), expected \(line(lines[1]))"
    }
}
