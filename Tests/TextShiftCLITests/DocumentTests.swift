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
                return "{\"context\": \"\(text)\", \"qas\": [{\"id\": \"\(side)-\(number)\", \"question\": \"What is this about?\"}]}"
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
        let outcome = try Program.run(["analyze", "train.json", "test.json", "--field", "context", "--output", "out"], in: folder)
        #expect(outcome.output.contains("  id train-") && !outcome.output.contains("line 1 "), "\(outcome.output)\(outcome.errors)")
        let markdown = try folder.read("out/report.md")
        #expect(markdown.contains("| id train-") && !markdown.contains("| 1 |"))
    }

    @Test("Without answers, none are made up")
    func noAnswers() throws {
        let folder = try documents()
        let written = try Program.run(
            ["analyze", "train.json", "test.json", "--field", "context", "--write", "squad", "--output", "two", "-q"], in: folder)
        #expect(written.status == 0, "\(written.errors)")
        #expect(try !folder.read("two/validation.squad.json").contains("answers"))
    }

    @Test("Nothing to score is no error, nothing to analyze is one", arguments: [
        ("e.json", ""), ("e.jsonl", "\n \n"), ("e.json", "[]"), ("e.json", "[ ]\n"),
        ("e.json", "{\"version\": \"1.1\", \"data\": []}"), ("e.csv", "id,text\n"), ("e", ""), ("e", "[]"),
    ])
    func empty(name: String, content: String) throws {
        let folder = try LeaningCorpora.few()
        #expect(try Program.run(["fit", "train.jsonl", "test.jsonl", "-m", "m.model", "-q"], in: folder).status == 0)
        try folder.write(content, to: name)
        for more in [[name], ["--threads", "2", "-"]] {
            let arguments = (["score", "-m", "m.model"] + more).map { "'\($0)'" }.joined(separator: " ")
            let outcome = try Program.shell("\"$0\" \(arguments) < \(name)", in: folder)
            // A pipe has no name, and a header alone is a line of text.
            if more.last == "-", name == "e.csv" { continue }
            #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)\(outcome.errors)")
            #expect(outcome.errors == "note: no records\n")
        }
        for arguments in [["train.jsonl", name], [name, "test.jsonl"], ["--train", "train.jsonl", "--train", name, "--test", name]] {
            let outcome = try Program.run(["analyze"] + arguments, in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("\(name): error: the file holds no records"), "\(outcome.errors)")
        }
    }

    @Test("Too few groups to fit: the model says so, and a note")
    func fewGroups() throws {
        let folder = try LeaningCorpora.few()
        let outcome = try Program.run(["fit", "train.jsonl", "test.jsonl", "-m", "m.model"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("note: a side has too few groups for 5 folds: nothing was fitted"))
        #expect(outcome.output.contains("too few groups") && !outcome.output.contains("no shift"), "\(outcome.output)")
        let again = try Program.run(["fit", "train.jsonl", "test.jsonl", "-m", "m.model"], in: folder)
        #expect(again.status == 2)
        #expect(again.errors == "m.model: error: the file is there already; give another name, or --force to replace it\n")
        let nowhere = try Program.run(["fit", "train.jsonl", "test.jsonl", "-m", "train.jsonl/m"], in: folder)
        #expect(nowhere.errors.hasPrefix("train.jsonl/m: error: cannot be made") && !nowhere.errors.contains("--output"))
    }

    @Test("Archives and other compression are told by their first bytes", arguments: [
        ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "a zip archive", "unzip"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00], "compressed with xz", "unxz"),
        ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0x01], "compressed with bzip2", "bunzip2"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0x00], "a 7z archive", "7z x"),
        ([0x28, 0xB5, 0x2F, 0xFD, 0x24], "compressed with zstd", "unzstd"),
    ] as [([UInt8], String, String)])
    func packed(bytes: [UInt8], what: String, how: String) throws {
        let folder = try LeaningCorpora.few()
        try folder.write(bytes, to: "p.json")
        let outcome = try Program.run(["analyze", "p.json", "test.jsonl"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors == "p.json: error: this is \(what): unpack it first (\(how)); only gzip is read as it is\n")
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
