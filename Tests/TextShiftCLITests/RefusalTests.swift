import Foundation
import TestSupport
import Testing

/// What is said of which input is held by the tests of the modules; here is how the program says it.
@Suite("Bad input: exit 2, one line on standard error, nothing left behind")
struct RefusalTests {
    /// Runs on `folder` and expects all of `said` on standard error and no change of the folder.
    private func expectRefusal(
        _ folder: TemporaryFolder, said: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try folder.contents()
        let outcome = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--output", "out"], in: folder)
        #expect(outcome.status == 2, "\(outcome.errors)", sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
        for part in said { #expect(outcome.errors.contains(part), "\(outcome.errors)", sourceLocation: sourceLocation) }
        #expect(outcome.errors.split(separator: "\n").count == 1, "one line", sourceLocation: sourceLocation)
        #expect(try folder.contents() == before, sourceLocation: sourceLocation)
    }

    @Test("A line that is no JSON")
    func notJSON() throws {
        try expectRefusal(
            LeaningCorpora.folder(train: LeaningCorpora.inserting("{nope}")),
            said: ["train.jsonl:4:", "error: not JSON", "'n', expected a key", "--on-error skip"])
    }

    @Test("--on-error skip: the line is left out, counted and noted")
    func skipped() throws {
        let folder = try LeaningCorpora.few(train: LeaningCorpora.inserting("{nope}", into: LeaningCorpora.fewTrain))
        let outcome = try Program.run(
            ["analyze", "train.jsonl", "test.jsonl", "--output", "out", "--on-error", "skip"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("note: train.jsonl: 1 line left out because it is no record\n"), "\(outcome.errors)")
        #expect(try folder.lines("out/train.weighted.jsonl").count == LeaningCorpora.fewTrain.count)
    }

    @Test("An output folder that holds results")
    func outputHoldsResults() throws {
        let folder = try LeaningCorpora.few()
        let arguments = ["analyze", "train.jsonl", "test.jsonl", "--output", "out"]
        #expect(try Program.run(arguments, in: folder).status == 0)
        let before = try folder.bytes("out/report.json")
        try expectRefusal(folder, said: ["out: error: ", "train.weighted.jsonl", "--force"])
        #expect(try folder.bytes("out/report.json") == before)

        try folder.write("old", to: "out/report.md")
        try folder.write("mine", to: "out/notes.txt")
        let files = try folder.contents()
        #expect(try Program.run(arguments + ["--force"], in: folder).status == 0)
        #expect(try folder.read("out/report.md") != "old")
        #expect(try folder.read("out/notes.txt") == "mine")
        #expect(try folder.contents() == files)
    }

    /// Measured for lines of 200 MB: 229 MB resident. The JSON parser reserves more than ten times the line,
    /// of which it touches little.
    @Test("Gigantic lines are named and need no gigantic memory", .enabled(if: Program.canLimitMemory))
    func giganticLines() throws {
        let size = 8 << 20
        let word = [UInt8](repeating: 0x61, count: size)
        let folder = try TemporaryFolder()
        try folder.write(Array("id,text\n1,a b\n2,\"".utf8) + word + Array("\n3,c d\n".utf8), to: "t.csv")
        try folder.write(Array("{\"text\": \"a\"}\n{\"text\": \"".utf8) + word + Array("\n{}\n".utf8), to: "t.jsonl")
        for (name, said) in [
            ("t.csv", ["t.csv:3:3: error: ", "not closed"]),
            ("t.jsonl", ["t.jsonl:2:\(11 + size): error: not JSON", "inside a string"]),
        ] {
            let outcome = try Program.shell("ulimit -v \(512 << 10); exec \"$0\" analyze \(name) \(name)", in: folder)
            #expect(outcome.status == 2, "\(outcome.errors)")
            for part in said { #expect(outcome.errors.contains(part), "\(outcome.errors)") }
            #expect(outcome.errors.split(separator: "\n").count == 1)
        }
    }
}
