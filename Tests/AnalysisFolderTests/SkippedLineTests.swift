import Foundation
import ShiftPipeline
import TestSupport
import Testing

@testable import AnalysisFolder

@Suite("Where bad lines may be skipped, they are left out and counted")
struct SkippedLineTests {
    /// Analyses with a bad train file, the good rows kept, and expects a count of one and a result for every other row.
    private func expectSkip(
        _ folder: TemporaryFolder, rows: Int = LeaningCorpora.fewTrain.count,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        var options = AnalysisOptions()
        options.onError = .skip
        let report = try analyze(train: folder.path("train.jsonl"), test: folder.path("test.jsonl"), options: options)
            .write(to: folder.path("out"), replacing: false).summary
        #expect(try folder.lines("out/train.weighted.jsonl").count == rows, sourceLocation: sourceLocation)
        #expect(report.inputs.train.skippedLines == 1, sourceLocation: sourceLocation)
        #expect(report.inputs.train.records == rows, sourceLocation: sourceLocation)
        #expect(report.inputs.test.skippedLines == 0, sourceLocation: sourceLocation)
    }

    @Test("No JSON, no object", arguments: ["{nope}", "[1, 2]", "12", "null"])
    func line(line: String) throws {
        try expectSkip(LeaningCorpora.few(train: LeaningCorpora.inserting(line, into: LeaningCorpora.fewTrain)))
    }

    @Test("The first line")
    func firstLine() throws {
        try expectSkip(LeaningCorpora.few(train: ["[1, 2]"] + LeaningCorpora.fewTrain))
    }

    @Test("A last line that is cut off")
    func cutOff() throws {
        let folder = try LeaningCorpora.few()
        try folder.write(Array(folder.bytes("train.jsonl").dropLast(12)), to: "train.jsonl")
        try expectSkip(folder, rows: LeaningCorpora.fewTrain.count - 1)
    }

    @Test("A line of another encoding")
    func notUTF8() throws {
        let folder = try LeaningCorpora.few()
        let line = Array("{\"text\": \"a".utf8) + [0xB4, 0xF3] + Array("\"}\n".utf8)
        try folder.write(line + Array(folder.bytes("train.jsonl")), to: "train.jsonl")
        try expectSkip(folder)
    }

    @Test("Where nothing is left, that is an error")
    func nothingLeft() throws {
        let folder = try LeaningCorpora.few(train: ["nope", "[1]"])
        try Refusal().expect(["train.jsonl:1"], in: folder) { $0.onError = .skip }
    }
}
