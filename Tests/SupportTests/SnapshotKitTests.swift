import Foundation
import TestSupport
import Testing

@Suite("Snapshots")
struct SnapshotKitTests {
    @Test(
        "A difference is the first line that differs, and both of its texts",
        arguments: [
            ("a\nb\n", "a\nb\n", nil), ("a\nb\nc\n", "a\nx\ny\n", "line 2: found \"b\", expected \"x\""),
            ("a\n", "a\nb\n", "line 2: found \"\", expected \"b\""), ("a", "a\n", "line 2: found no more lines, expected \"\""),
            ("a\nb", "a", "line 2: found \"b\", expected no more lines"), ("", "x", "line 1: found \"\", expected \"x\""),
            // Equal as strings, but other bytes.
            ("\u{E9}", "e\u{301}", "line 1: found \"\u{E9}\", expected \"e\u{301}\""),
            ("a \n", "a\n", "line 1: found \"a \", expected \"a\""),
        ] as [(String, String, String?)])
    func difference(found: String, expected: String, said: String?) {
        #expect(Snapshot.difference(found, expected) == said)
    }

    @Test("A text is held against its file, which stays")
    func held() throws {
        let folder = try TemporaryFolder()
        try folder.write("a\nb\n", to: "s.txt")
        let snapshot = Snapshot("s.txt", in: folder.url, isRecording: false)
        #expect(try snapshot.fault(of: "a\nb\n") == nil)
        #expect(try snapshot.fault(of: "a\nc\n") == "differs from Snapshots/s.txt in line 2: found \"c\", expected \"b\"")
        #expect(try folder.read("s.txt") == "a\nb\n")
        #expect(throws: (any Error).self) { try Snapshot("none.txt", in: folder.url, isRecording: false).fault(of: "a") }
    }

    @Test("Recording writes the file, and is a fault, so that no run that records passes")
    func recorded() throws {
        let folder = try TemporaryFolder()
        #expect(try Snapshot("s.txt", in: folder.url, isRecording: true).fault(of: "new\n") == "recorded s.txt")
        #expect(try folder.read("s.txt") == "new\n")
        let again = try Snapshot("s.txt", in: folder.url, isRecording: true).fault(of: "new\n")
        #expect(again != nil, "unchanged, and a fault all the same")
    }

    @Test("A text that differs is an issue of the test", .enabled(if: !Snapshot.isRecordingAsked))
    func issue() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("Snapshots")
        try folder.write("a\n", to: "Snapshots/s.txt")
        try Snapshot.expect("a\n", "s.txt", test: folder.path("Tests.swift"))
        try withKnownIssue {
            try Snapshot.expect("b\n", "s.txt", test: folder.path("Tests.swift"))
        } matching: { issue in
            issue.comments.contains { $0.rawValue.hasPrefix("differs from Snapshots/s.txt in line 1: found \"b\"") }
        }
    }
}
