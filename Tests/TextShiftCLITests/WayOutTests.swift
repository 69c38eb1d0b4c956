import Foundation
import TestSupport
import Testing

@Suite("A refusal has one cause, few lines, and a command that works when it is copied")
struct WayOutTests {
    private static let rows = (0..<40).map { "\($0 % 2),text number \($0) with some words,more" }

    /// What a file is refused with, and a script that follows the message: `$option` is the option that it names, `$command` the command behind its
    /// last colon.
    private func follow(
        _ folder: TemporaryFolder, _ file: String, options: (String) -> String?,
        command: (String) -> (run: String, then: String)?
    ) throws {
        let refused = try Program.run(["analyze", file, file, "--quiet"], in: folder)
        #expect(refused.status == 2)
        #expect(refused.errors.split(separator: "\n").count <= 12 && !refused.errors.isEmpty)
        if let option = options(refused.errors) {
            let again = try Program.shell("\"$0\" analyze \(file) \(file) --quiet \(option)", in: folder)
            #expect(again.status == 0, "\(option): \(again.errors)")
        }
        if let (run, then) = command(refused.errors) {
            let again = try Program.shell("(\(run)) >made.log && \"$0\" analyze \(then) \(then) --quiet", in: folder)
            #expect(again.status == 0, "\(run): \(again.errors)")
        }
    }

    /// The first match of a pattern with one group.
    private func found(_ pattern: Regex<(Substring, Substring)>, _ text: String) -> String? {
        text.firstMatch(of: pattern).map { String($0.1) }
    }

    @Test("Options: no header, an encoding, a record that is too long")
    func options() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.rows.joined(separator: "\n") + "\n", to: "a.csv")
        try follow(folder, "a.csv", options: { found(/give (--no-header)/, $0) }, command: { _ in nil })
        let latin = ["text,label"] + Self.rows.map { _ in "un caf\u{E9} pr\u{E8}s de la for\u{EA}t, o\u{F9} il pleut\u{E0},a" }
        let bytes = latin.joined(separator: "\n").unicodeScalars.map { UInt8($0.value) }
        try folder.write(bytes, to: "latin.csv")
        try follow(
            folder, "latin.csv", options: { found(/give (--encoding [A-Za-z0-9-]+)/, $0).map { $0 + " --format text" } },
            command: { _ in nil })
        let long = Self.rows.map { "{\"text\": \"\($0)\"}" } + ["{\"text\": \"\(String(repeating: "long ", count: 300_000))\"}"]
        try folder.write(long, to: "long.jsonl")
        let refused = try Program.run(["analyze", "long.jsonl", "long.jsonl", "--quiet", "--max-record", "1MiB"], in: folder)
        #expect(refused.status == 2)
        let option = try #require(found(/\((--max-record [0-9]+MiB)\)/, refused.errors))
        #expect(try Program.shell("\"$0\" analyze long.jsonl long.jsonl --quiet \(option)", in: folder).status == 0)
    }

    @Test("Archives are unpacked by what the message says", .enabled(if: Tool.isThere("tar")))
    func archives() throws {
        let folder = try TemporaryFolder()
        try folder.write("text\n" + Self.rows.map { "\"\($0)\"" }.joined(separator: "\n") + "\n", to: "inside.csv")
        #expect(
            try Program.shell(
                "tar -czf 'an archive.tar.gz' inside.csv && rm inside.csv && ln -s 'an archive.tar.gz' a.tgz", in: folder
            ).status == 0)
        try follow(folder, "a.tgz", options: { _ in nil }) { text in
            found(/inside: (.*)/, text).map { ($0, "inside.csv") }
        }
    }

    @Test("Names of files that are not UTF-8")
    func names() throws {
        let folder = try TemporaryFolder()
        try folder.write("text\n" + Self.rows.map { "\"\($0)\"" }.joined(separator: "\n") + "\n", to: "a.csv")
        let run = try Program.shell(
            "f=$(printf 'caf\\351.csv') && mv a.csv \"$f\" && \"$0\" peek \"$f\" && \"$0\" analyze \"$f\" \"$f\" --quiet",
            in: folder)
        #expect(run.status == 0 && run.output.contains("40 rows"), "\(run.errors)")
    }
}
