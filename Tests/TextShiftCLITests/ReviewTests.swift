import Foundation
import TestSupport
import Testing
import TextShift

@Suite("Rows that a review drops")
struct ReviewTests {
    private static func mark(
        _ line: Int, id: String?, file: String = "train.jsonl", mark: String = "drop", side: String? = nil
    ) -> String {
        "{\"id\": \(id.map { "\"\($0)\"" } ?? "null"), \"file\": \"\(file)\", \"line\": \(line), "
            + (side.map { "\"side\": \"\($0)\", " } ?? "") + "\"mark\": \"\(mark)\", \"note\": \"\"}"
    }

    private static let arguments = ["analyze", "train.jsonl", "test.jsonl", "--exclude", "review.jsonl", "--output", "out"]

    @Test("They are left out of everything, and counted", arguments: [[], ["--fit-rows", "20"]])
    func excluded(more: [String]) throws {
        let folder = try LeaningCorpora.folder()
        try folder.write(
            [
                Self.mark(2, id: "train-1"), Self.mark(5, id: nil), Self.mark(7, id: "train-6", mark: "keep"),
                Self.mark(50, id: "test-49", file: "test.jsonl", side: "test"),
            ], to: "review.jsonl")
        let outcome = try Program.run(Self.arguments + more, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("note: 2 train rows and 1 test row were left out as reviewed"))
        #expect(outcome.output.contains("2 train rows and 1 test row were left out as reviewed"))
        let weighted = try folder.lines("out/train.weighted.jsonl")
        #expect(weighted.count == LeaningCorpora.train.count - 2)
        for (name, ids) in [
            ("train.weighted", ["train-1", "train-4"]), ("test.scored", ["test-49"]), ("validation", ["train-1", "train-4"]),
        ] {
            let text = try folder.read("out/\(name).jsonl")
            for id in ids { #expect(!text.contains("\"\(id)\""), "\(name)") }
        }
        #expect(weighted.contains { $0.contains("\"train-6\"") })
        let summary = try ReportJSON.decode(folder.read("out/report.json"))
        #expect(summary.inputs.train.records == LeaningCorpora.train.count - 2)
        #expect(summary.inputs.train.excludedRows == 2 && summary.inputs.test.excludedRows == 1)
        #expect(summary.options.review?.hasPrefix("xxh128:") == true)
    }
}

@Suite("Rendering a report again")
struct ReportCommandTests {
    private static var chinese: OutputOptions {
        var options = OutputOptions()
        options.language = .chinese
        return options
    }

    @Test("Both documents come back byte for byte, and nothing else changes")
    func same() throws {
        let folder = try LeaningCorpora.analysed()
        let files = try folder.contents()
        let before = try ["html", "md", "json"].map { try folder.bytes("out/report.\($0)") }
        for name in ["html", "md"] { try folder.write("old", to: "out/report.\(name)") }
        let outcome = try Program.run(["report", "out"], in: folder)
        #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
        #expect(try ["html", "md", "json"].map { try folder.bytes("out/report.\($0)") } == before)
        #expect(try folder.contents() == files)
    }

    @Test("In the language asked for, as the analysis itself")
    func language() throws {
        let folder = try LeaningCorpora.analysed(output: Self.chinese)
        let chinese = try folder.bytes("out/report.html")
        #expect(try folder.read("out/report.md").contains("这些数字的含义"))
        #expect(try Program.run(["report", "out"], in: folder).status == 0)
        #expect(try folder.read("out/report.html").contains("<html lang=\"en\">"))
        #expect(try Program.run(["report", "out", "--language", "zh"], in: folder).status == 0)
        #expect(try folder.bytes("out/report.html") == chinese)
        let summary = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--language", "zh"], in: folder)
        #expect(summary.output.contains("没有写出文件"))
    }

    @Test("What cannot be rendered changes nothing")
    func refused() throws {
        let folder = try LeaningCorpora.analysed()
        try folder.write("{\"schema\": 99}", to: "out/report.json")
        let (files, page) = (try folder.contents(), try folder.bytes("out/report.html"))
        let outcome = try Program.run(["report", "out"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("out/report.json: error: ") && outcome.errors.contains("schema 99, expected 1"))
        #expect(try folder.contents() == files)
        #expect(try folder.bytes("out/report.html") == page)
    }
}
