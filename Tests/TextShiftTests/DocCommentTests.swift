import Foundation
import TestSupport
import Testing

/// What other modules see has to say what it means: each public declaration, and each case of a public enumeration by itself.
@Suite("Every public declaration has a comment of its own")
struct DocCommentTests {
    private static let sources = Repository.file("Sources").path

    @Test func sources() throws {
        let files = try #require(FileManager.default.enumerator(atPath: Self.sources)).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".swift") }
        #expect(!files.isEmpty)
        for file in files {
            let bare = Self.undocumented(in: try String(contentsOfFile: "\(Self.sources)/\(file)", encoding: .utf8))
            #expect(bare.isEmpty, "\(file)")
        }
    }

    @Test(
        "Without a comment, or two cases under one",
        arguments: [
            ("public var a = 1", 1), ("/// A.\npublic var a = 1\npublic var b = 2", 1),
            ("/// A.\n@inline(__always)\npublic func a() {}", 0),
            ("// A.\npublic func a() {}", 1), ("func a() {}", 0), ("public static func == (a: A, b: A) -> Bool { true }", 0),
            ("/// E.\npublic enum E {\n    case a\n}\ncase b", 1),
            ("/// E.\npublic enum E {\n    /// A, B.\n    case a, b\n}", 1),
            ("/// E.\npublic enum E {\n    /// A.\n    case a(x: Int, y: Int)\n}", 0), ("enum E {\n    case a\n}", 0),
        ])
    func found(source: String, bare: Int) {
        #expect(Self.undocumented(in: source).count == bare, "\(source)")
    }

    /// How a public declaration begins; an operator that a protocol asks for means what it does there.
    private static var opening: Regex<Substring> { #/(?:@\w+(?:\(\w+\))? )*public (?!extension|import|static func [=<])/# }

    /// The public declarations without a comment.
    private static func undocumented(in source: String) -> [Substring] {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        var bare: [Substring] = []
        // The indentation of the public enumeration that is open.
        var enumeration: Int?
        for (number, line) in lines.enumerated() {
            let code = line.drop { $0 == " " }
            let indentation = line.count - code.count
            let isCase = enumeration == indentation - 4 && code.hasPrefix("case ")
            if code == "}", indentation == enumeration { enumeration = nil }
            if code.hasPrefix("public enum ") || code.hasPrefix("public indirect enum ") { enumeration = indentation }
            let isPublic = (code.hasPrefix("public") || code.hasPrefix("@")) && code.prefixMatch(of: Self.opening) != nil
            guard isCase || isPublic else { continue }
            let above = lines[..<number].last { $0.prefixMatch(of: #/ *(@|#if|// )/#) == nil } ?? ""
            let isSeveral = isCase && code.prefix { $0 != "(" && $0 != "\"" }.contains(",")
            if above.prefixMatch(of: #/ *///./#) == nil || isSeveral { bare.append(code) }
        }
        return bare
    }
}
