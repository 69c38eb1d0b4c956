import Foundation
import TestSupport
import Testing

@Suite("SQuAD documents and empty files as a user meets them")
struct DocumentTests {
    /// `train.json` and `test.json`, each a document on one line.
    private func documents() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        func document(_ side: String, _ rows: [String]) throws {
            let questions = try rows.enumerated().map { number, row -> String in
                let text = (try JSONText.object(row)["text"] as? String ?? "").replacing("\"", with: "")
                return
                    "{\"context\": \"\(text)\", \"qas\": [{\"id\": \"\(side)-\(number)\", \"question\": \"What is this about?\"}]}"
            }
            try folder.write(
                "{\"data\": [{\"paragraphs\": [\(questions.joined(separator: ", "))]}]}", to: "\(side).json")
        }
        try document("train", LeaningCorpora.rows("train", 150, share: 0.2))
        try document("test", LeaningCorpora.rows("test", 120, share: 0.8))
        return folder
    }

    @Test("Examples on one line are told by their ids, in the summary and in report.md")
    func examplesOfOneLine() throws {
        let folder = try documents()
        let outcome = try Program.run(
            ["analyze", "train.json", "test.json", "--field", "context", "--output", "out"], in: folder)
        #expect(
            outcome.output.contains("  id train-") && !outcome.output.contains("line 1 "), "\(outcome.output)\(outcome.errors)")
        let markdown = try folder.read("out/report.md")
        #expect(markdown.contains("| id train-") && !markdown.contains("| 1 |"))
    }

    @Test("Without answers, none are made up")
    func noAnswers() throws {
        let folder = try documents()
        let written = try Program.run(
            ["analyze", "train.json", "test.json", "--field", "context", "--write", "squad", "--output", "two", "-q"],
            in: folder)
        #expect(written.status == 0, "\(written.errors)")
        #expect(try !folder.read("two/validation.squad.json").contains("answers"))
    }

    @Test(
        "Nothing to score on standard input is no error, but noted",
        arguments: [
            "", "\n \n", "[]", "[ ]\n", "{\"version\": \"1.1\", \"data\": []}",
        ])
    func emptyInput(content: String) throws {
        let folder = try LeaningCorpora.fitted(train: LeaningCorpora.fewTrain, test: LeaningCorpora.fewTest)
        try folder.write(content, to: "e")
        let outcome = try Program.shell("\"$0\" score -m m.model --threads 2 - < e", in: folder)
        #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors == "note: no records\n")
    }

    @Test("Too few groups to fit: the model says so, and a note")
    func fewGroups() throws {
        let folder = try LeaningCorpora.few()
        let outcome = try Program.run(["fit", "train.jsonl", "test.jsonl", "-m", "m.model"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("note: a side has too few groups for 5 folds: nothing was fitted"))
        #expect(outcome.output.contains("too few groups, so nothing was fitted"), "\(outcome.output)")
        #expect(!outcome.output.contains("no shift"), "\(outcome.output)")
        let again = try Program.run(["fit", "train.jsonl", "test.jsonl", "-m", "m.model"], in: folder)
        #expect(again.status == 2)
        #expect(again.errors == "m.model: error: the file is there already; give another name, or --force to replace it\n")
        let nowhere = try Program.run(["fit", "train.jsonl", "test.jsonl", "-m", "train.jsonl/m"], in: folder)
        #expect(nowhere.errors.hasPrefix("train.jsonl/m: error: cannot be made") && !nowhere.errors.contains("--output"))
    }

    @Test("Weights that a training file has already are in no one's way in an audit")
    func auditOfWeighted() throws {
        let rows = LeaningCorpora.rows("train", 150, share: 0.4).map { row -> String in
            String(row.trimmingCharacters(in: .whitespaces).dropLast()) + ", \"sample_weight\": 1.5, \"p_test\": 0.5}"
        }
        let folder = try LeaningCorpora.folder(train: rows)
        let outcome = try Program.run(["audit", "train.jsonl", "--draws", "1"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let planted = outcome.output.split(separator: "\n").filter { $0.contains(", odds ") }
        #expect(!planted.isEmpty && planted.allSatisfy { $0.firstMatch(of: /odds \d+ {2,}\S/) != nil }, "\(outcome.output)")
    }
}
