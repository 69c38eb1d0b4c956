import Foundation
import ShiftPipeline
import TestSupport
import Testing

@testable import AnalysisFolder

@Suite("Rows that a review drops, by the library")
struct ReviewedRowsTests {
    private static func mark(
        _ line: Int, id: String?, file: String = "train.jsonl", mark: String = "drop", side: String? = nil
    ) -> String {
        "{\"id\": \(id.map { "\"\($0)\"" } ?? "null"), \"file\": \"\(file)\", \"line\": \(line), "
            + (side.map { "\"side\": \"\($0)\", " } ?? "") + "\"mark\": \"\(mark)\", \"note\": \"\"}"
    }

    /// Analyses two files of `folder` without the rows that its review.jsonl drops, and writes the results into `out`.
    private func analyzed(
        _ folder: TemporaryFolder, _ files: [String] = ["train.jsonl", "test.jsonl"], review: String? = "review.jsonl",
        fitRows: Int? = nil
    ) throws -> ShiftSummary {
        var options = AnalysisOptions()
        options.review = review.map(folder.path)
        options.fitBounds.rows = fitRows ?? options.fitBounds.rows
        return try analyze(train: folder.path(files[0]), test: folder.path(files[1]), options: options)
            .write(to: folder.path("out"), replacing: false).summary
    }

    @Test("Leaving rows out is as if they had never been there")
    func asIfAbsent() throws {
        let folder = try LeaningCorpora.folder()
        try folder.write([Self.mark(60, id: "train-59")], to: "review.jsonl")
        _ = try analyzed(folder)
        let without = try LeaningCorpora.folder(train: LeaningCorpora.train.dropLast())
        _ = try analyzed(without, review: nil)
        for name in ["train.weighted.jsonl", "test.scored.jsonl", "validation.jsonl", "train.remaining.jsonl"] {
            #expect(try folder.bytes("out/\(name)") == without.bytes("out/\(name)"), "\(name)")
        }
    }

    @Test("An empty review drops nothing")
    func empty() throws {
        let folder = try LeaningCorpora.few()
        try folder.write("", to: "review.jsonl")
        _ = try analyzed(folder)
        #expect(try folder.lines("out/train.weighted.jsonl").count == LeaningCorpora.fewTrain.count)
    }

    @Test(
        "A mark that means no row",
        arguments: [
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
        try Refusal().expect([said], in: folder) { $0.review = folder.path("review.jsonl") }
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
        let refusal = Refusal(train: "a/data.jsonl", test: "b/data.jsonl")
        try refusal.expect(["several inputs have the row data.jsonl:2"], in: folder) { $0.review = folder.path("review.jsonl") }
        try folder.write([Self.mark(2, id: "train-1", file: "data.jsonl", side: "train")], to: "review.jsonl")
        #expect(try analyzed(folder, ["a/data.jsonl", "b/data.jsonl"]).inputs.train.excludedRows == 1)
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

    @Test("Rows of a document on one line are known by their ids", arguments: [nil, 20] as [Int?])
    func oneLine(fitRows: Int?) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.document("train", 12), to: "train.json")
        try folder.write(Self.document("test", 10), to: "test.json")
        try folder.write(
            [
                Self.mark(1, id: "train-3-2", file: "train.json", side: "train"),
                Self.mark(1, id: "train-3-4", file: "train.json"),
            ], to: "review.jsonl")
        #expect(try analyzed(folder, ["train.json", "test.json"], fitRows: fitRows).inputs.train.excludedRows == 2)
        let weighted = try folder.read("out/train.weighted.jsonl")
        #expect(try folder.lines("out/train.weighted.jsonl").count == 58)
        #expect(["train-3-2", "train-3-3", "train-3-4"].filter { weighted.contains("\"\($0)\"") } == ["train-3-3"])
        for (id, said) in [
            ("train-99-1", "no row of train.json:1 has the id \"train-99-1\""),
            (nil, "train.json:1 holds several rows, and the mark has no \"id\" to tell which"),
        ] {
            try folder.write([Self.mark(1, id: id, file: "train.json")], to: "review.jsonl")
            try Refusal(train: "train.json", test: "test.json", output: nil).expect([said], in: folder) {
                $0.review = folder.path("review.jsonl")
                $0.fitBounds.rows = fitRows ?? $0.fitBounds.rows
            }
        }
    }

    @Test("A review that drops all rows of a side")
    func nothingLeft() throws {
        let folder = try LeaningCorpora.few()
        try folder.write(LeaningCorpora.fewTrain.indices.map { Self.mark($0 + 1, id: nil) }, to: "review.jsonl")
        try Refusal().expect(["train.jsonl: error: review.jsonl drops all rows"], in: folder) {
            $0.review = folder.path("review.jsonl")
        }
    }
}
