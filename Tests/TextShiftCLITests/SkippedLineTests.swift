import Foundation
import TestSupport
import Testing
import TextShift

@Suite("--on-error skip: bad lines are left out and counted")
struct SkippedLineTests {
    /// Runs on a bad train file, with the good rows kept, and expects a count of one and a result for every other row.
    private func expectSkip(
        _ folder: TemporaryFolder, rows: Int = LeaningCorpora.fewTrain.count, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try Program.run(
            ["analyze", "train.jsonl", "test.jsonl", "--output", "out", "--on-error", "skip"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
        #expect(outcome.errors.contains("train.jsonl: 1 line"), "\(outcome.errors)", sourceLocation: sourceLocation)
        #expect(try folder.lines("out/train.weighted.jsonl").count == rows, sourceLocation: sourceLocation)
        let report = try ReportJSON.decode(folder.read("out/report.json"))
        #expect(report.inputs.train.skippedLines == 1, sourceLocation: sourceLocation)
        #expect(report.inputs.train.records == rows, sourceLocation: sourceLocation)
        #expect(report.inputs.test.skippedLines == 0, sourceLocation: sourceLocation)
    }

    @Test("No JSON, no object", arguments: ["{nope}", "[1, 2]", "12", "null"])
    func line(line: String) throws {
        try expectSkip(LeaningCorpora.few(train: LeaningCorpora.inserting(line, into: LeaningCorpora.fewTrain)))
    }

    @Test func firstLine() throws {
        try expectSkip(LeaningCorpora.few(train: ["[1, 2]"] + LeaningCorpora.fewTrain))
    }

    @Test func cutOff() throws {
        let folder = try LeaningCorpora.few()
        try folder.write(Array(folder.bytes("train.jsonl").dropLast(12)), to: "train.jsonl")
        try expectSkip(folder, rows: LeaningCorpora.fewTrain.count - 1)
    }

    @Test func notUTF8() throws {
        let folder = try LeaningCorpora.few()
        let line = Array("{\"text\": \"a".utf8) + [0xB4, 0xF3] + Array("\"}\n".utf8)
        try folder.write(line + Array(folder.bytes("train.jsonl")), to: "train.jsonl")
        try expectSkip(folder)
    }

    @Test("Where nothing is left, that is an error")
    func nothingLeft() throws {
        let folder = try LeaningCorpora.few(train: ["nope", "[1]"])
        let outcome = try Program.run(
            ["analyze", "train.jsonl", "test.jsonl", "--output", "out", "--on-error", "skip"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("train.jsonl:1"))
        #expect(try folder.contents() == ["test.jsonl", "train.jsonl"])
    }
}
