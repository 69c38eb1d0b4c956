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
        for (name, ids) in [("train.weighted", ["train-1", "train-4"]), ("test.scored", ["test-49"]), ("validation", ["train-1", "train-4"])] {
            let text = try folder.read("out/\(name).jsonl")
            for id in ids { #expect(!text.contains("\"\(id)\""), "\(name)") }
        }
        #expect(weighted.contains { $0.contains("\"train-6\"") })
        let summary = try ReportJSON.decode(folder.read("out/report.json"))
        #expect(summary.inputs.train.records == LeaningCorpora.train.count - 2)
        #expect(summary.inputs.train.excludedRows == 2 && summary.inputs.test.excludedRows == 1)
        #expect(summary.options.review?.hasPrefix("xxh128:") == true)
    }

    @Test("Leaving rows out is as if they had never been there")
    func asIfAbsent() throws {
        let folder = try LeaningCorpora.folder()
        try folder.write([Self.mark(60, id: "train-59")], to: "review.jsonl")
        #expect(try Program.run(Self.arguments, in: folder).status == 0)
        let without = try LeaningCorpora.folder(train: LeaningCorpora.train.dropLast())
        #expect(try Program.run(["analyze", "train.jsonl", "test.jsonl", "--output", "out"], in: without).status == 0)
        for name in ["train.weighted.jsonl", "test.scored.jsonl", "validation.jsonl", "train.remaining.jsonl"] {
            #expect(try folder.bytes("out/\(name)") == without.bytes("out/\(name)"), "\(name)")
        }
    }

    @Test("An empty review drops nothing")
    func empty() throws {
        let folder = try LeaningCorpora.few()
        try folder.write("", to: "review.jsonl")
        let outcome = try Program.run(Self.arguments, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.lines("out/train.weighted.jsonl").count == LeaningCorpora.fewTrain.count)
    }

    @Test("A mark that means no row", arguments: [
        (mark(61, id: "x"), "review.jsonl:1: error: no input has the row train.jsonl:61"),
        (mark(2, id: "train-1", file: "other.jsonl"), "no input has the row other.jsonl:2"),
        (mark(2, id: "train-1", side: "test"), "no input has the row train.jsonl:2"),
        (mark(2, id: "train-2"), "the row train.jsonl:2 has the id \"train-1\", expected \"train-2\""),
        ("{\"file\": \"train.jsonl\", \"mark\": \"drop\"}", "\"line\""),
        ("{\"file\": 7, \"line\": 2, \"mark\": \"drop\"}", "\"file\""), ("{\"line\": 2}", "\"mark\""),
        ("{nope", "review.jsonl:1"),
    ])
    func refused(line: String, said: String) throws {
        let folder = try LeaningCorpora.folder()
        try folder.write([line], to: "review.jsonl")
        let files = try folder.contents()
        let outcome = try Program.run(Self.arguments, in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(said), "\(outcome.errors)")
        #expect(try folder.contents() == files)
    }

    @Test("Two inputs of one name, of which a review names neither")
    func ambiguous() throws {
        let folder = try LeaningCorpora.folder()
        for side in ["a", "b"] {
            try folder.makeFolder(side)
        }
        try folder.write(LeaningCorpora.train, to: "a/data.jsonl")
        try folder.write(LeaningCorpora.test, to: "b/data.jsonl")
        try folder.write([Self.mark(2, id: nil, file: "data.jsonl")], to: "review.jsonl")
        let arguments = ["analyze", "a/data.jsonl", "b/data.jsonl", "--exclude", "review.jsonl"]
        #expect(try Program.run(arguments, in: folder).errors.contains("several inputs have the row data.jsonl:2"))
        try folder.write([Self.mark(2, id: "train-1", file: "data.jsonl", side: "train")], to: "review.jsonl")
        #expect(try Program.run(arguments, in: folder).status == 0)
    }

    /// A SQuAD document on one line, five questions to a passage; ids where they are asked for.
    private static func document(_ side: String, _ passages: Int, ids: Bool = true) -> String {
        let paragraphs = (0..<passages).map { passage -> String in
            let questions = (0..<5).map { question -> String in
                let id = ids ? "\"id\": \"\(side)-\(passage)-\(question)\", " : ""
                return "{\(id)\"question\": \"What is said of item \(question) in passage \(passage)?\", \"answers\": []}"
            }
            return "{\"context\": \"Passage \(passage) of \(side), with some words that say what it is about, at length.\", "
                + "\"qas\": [\(questions.joined(separator: ", "))]}"
        }
        return "{\"version\": \"1.1\", \"data\": [{\"title\": \"t\", \"paragraphs\": [\(paragraphs.joined(separator: ", "))]}]}"
    }

    @Test("Rows of a document on one line are known by their ids", arguments: [[], ["--fit-rows", "20"]])
    func oneLine(more: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.document("train", 12), to: "train.json")
        try folder.write(Self.document("test", 10), to: "test.json")
        func review(_ lines: [String]) throws -> Program.Outcome {
            try folder.write(lines, to: "review.jsonl")
            return try Program.run(
                ["analyze", "train.json", "test.json", "--exclude", "review.jsonl", "--output", "out", "--force"] + more, in: folder)
        }
        let two = [Self.mark(1, id: "train-3-2", file: "train.json", side: "train"), Self.mark(1, id: "train-3-4", file: "train.json")]
        let outcome = try review(two)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("2 train rows"))
        let weighted = try folder.read("out/train.weighted.jsonl")
        #expect(try folder.lines("out/train.weighted.jsonl").count == 58)
        #expect(!weighted.contains("\"train-3-2\"") && weighted.contains("\"train-3-3\"") && !weighted.contains("\"train-3-4\""))
        let other = try review([Self.mark(1, id: "train-99-1", file: "train.json")])
        #expect(other.status == 2 && other.errors.contains("no row of train.json:1 has the id \"train-99-1\""), "\(other.errors)")
        let none = try review([Self.mark(1, id: nil, file: "train.json")])
        #expect(none.status == 2)
        #expect(none.errors.contains("train.json:1 holds several rows, and the mark has no \"id\" to tell which"), "\(none.errors)")
    }

    @Test("A review that drops all rows of a side")
    func nothingLeft() throws {
        let folder = try LeaningCorpora.few()
        try folder.write(LeaningCorpora.fewTrain.indices.map { Self.mark($0 + 1, id: nil) }, to: "review.jsonl")
        let outcome = try Program.run(Self.arguments, in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("train.jsonl: error: review.jsonl drops all rows"))
    }
}

@Suite("Rendering a report again")
struct ReportCommandTests {
    private static func analysed(_ more: [String] = []) throws -> TemporaryFolder {
        let folder = try LeaningCorpora.folder()
        let outcome = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--output", "out", "--quiet"] + more, in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    @Test("Both documents come back byte for byte, and nothing else changes")
    func same() throws {
        let folder = try Self.analysed()
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
        let folder = try Self.analysed(["--language", "zh"])
        let chinese = try folder.bytes("out/report.html")
        #expect(try folder.read("out/report.md").contains("这些数字的含义"))
        #expect(try Program.run(["report", "out"], in: folder).status == 0)
        #expect(try folder.read("out/report.html").contains("<html lang=\"en\">"))
        #expect(try Program.run(["report", "out", "--language", "zh"], in: folder).status == 0)
        #expect(try folder.bytes("out/report.html") == chinese)
        let summary = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--language", "zh"], in: folder)
        #expect(summary.output.contains("没有写出文件"))
    }

    @Test("What cannot be rendered changes nothing", arguments: [
        ("", "this is no report of textshift"), ("{}", "\"schema\" is missing"), ("[1]", "this is no report"),
        ("{\"schema\": 99}", "schema 99, expected 1"),
    ])
    func refused(content: String, said: String) throws {
        let folder = try Self.analysed()
        try folder.write(content, to: "out/report.json")
        let (files, page) = (try folder.contents(), try folder.bytes("out/report.html"))
        let outcome = try Program.run(["report", "out"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("out/report.json: error: ") && outcome.errors.contains(said), "\(outcome.errors)")
        #expect(try folder.contents() == files)
        #expect(try folder.bytes("out/report.html") == page)
    }

    @Test("A folder without an analysis")
    func missing() throws {
        let folder = try LeaningCorpora.few()
        let outcome = try Program.run(["report", "nowhere"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("nowhere/report.json: error: there is no such file"))
        #expect(try Program.run(["report", "nowhere", "--language", "fr"], in: folder).errors.contains("expected en, zh or auto"))
    }
}
