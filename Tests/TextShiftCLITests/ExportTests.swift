import Foundation
import TestSupport
import Testing

@Suite("Files for other tools: --write and --export")
struct ExportTests {
    /// Fewer rows than folds: nothing is fitted, and every weight is 1.
    @Test func aTableStaysATable() throws {
        let folder = try TemporaryFolder()
        try folder.write("\u{FEFF}text,label\r\n\"first row, quoted\",pos\r\nsecond row,neg\r\n\"third \"\"row\"\"\",pos", to: "train.csv")
        try folder.write("text,y\nthe only row,1\nof two rows,\"2\"\n", to: "test.csv")
        let written = try Program.run(
            [
                "analyze", "train.csv", "test.csv", "--output", "out", "--quiet", "--write", "csv", "--export", "vw", "--export",
                "fasttext", "--export", "lightgbm", "--export", "sklearn", "--export", "id-weight", "--pool", "1",
                "--validation-size", "5",
            ], in: folder)
        #expect(written.status == 0, "\(written.errors)")
        #expect(
            try folder.read("out/train.weighted.csv")
                == "\u{FEFF}text,label,sample_weight,p_test\r\n\"first row, quoted\",pos,1.0,0.5\r\nsecond row,neg,1.0,0.5\r\n"
                + "\"third \"\"row\"\"\",pos,1.0,0.5")
        #expect(try folder.read("out/test.scored.csv") == "text,y,p_test\nthe only row,1,0.5\nof two rows,\"2\",0.5\n")
        #expect(try folder.read("out/train.remaining.csv") == "\u{FEFF}text,label,sample_weight,p_test\r\n")
        let drawn = try folder.read("out/validation.csv")
        #expect(drawn.hasPrefix("\u{FEFF}text,label\r\n"))
        #expect(drawn.components(separatedBy: "\r\n").filter { !$0.isEmpty }.count == 6)
        // Nothing remains beside a pool of everything; the files are there all the same.
        #expect(try folder.read("out/train.remaining.vw").isEmpty && folder.read("out/train.remaining.weight").isEmpty)
        #expect(try folder.bytes("out/train.remaining.weight.npy").count == 128)
        #expect(try folder.read("out/report.json").contains("train.remaining.vw.labels"))
    }

    static let refusals: [(arguments: [String], said: [String])] = [
        (["--write", "csv"], ["train.jsonl: error: --write csv needs tables", "read as jsonl"]),
        (["--write", "squad"], ["train.jsonl: error: --write squad needs a SQuAD document", "read as jsonl"]),
        (["--export", "vw", "--label", "mark"],
            ["train.jsonl: error: --export vw needs a label", "\"mark\"", "--label", "id, text, label"]),
        (["--export", "fasttext", "--label", "some"], ["train.jsonl:2: error: 2 records without the label \"some\""]),
        (["--export", "vw", "--label", "list"], ["train.jsonl:1: error: the label \"list\" is an array", "--label"]),
        (["--export", "id-weight", "--id", "some"], ["train.jsonl: error: 2 records without", "\"some\"", "--id"]),
    ]

    @Test("What cannot be written is said before the work, and nothing is left", arguments: refusals.indices)
    func refused(index: Int) throws {
        let (arguments, said) = Self.refusals[index]
        let folder = try TemporaryFolder()
        try folder.write(
            [
                #"{"id": "1", "text": "the first row", "label": 1, "some": "a", "list": []}"#,
                #"{"id": "2", "text": "the second row", "label": 0, "list": []}"#,
                #"{"id": "3", "text": "the third row", "label": 0, "some": null, "list": []}"#,
            ], to: "train.jsonl")
        try folder.write([#"{"id": "4", "text": "the fourth row", "some": "b"}"#], to: "test.jsonl")
        let outcome = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--output", "out"] + arguments, in: folder)
        #expect(outcome.status == 2)
        for part in said { #expect(outcome.errors.contains(part), "\(outcome.errors)") }
        #expect(outcome.errors.split(separator: "\n").count == 1)
        #expect(try folder.contents() == ["test.jsonl", "train.jsonl"])
    }

    @Test("Results of an export that are there already are kept, unless --force")
    func existing() throws {
        let folder = try LeaningCorpora.few()
        let arguments = ["analyze", "train.jsonl", "test.jsonl", "--output", "out", "--quiet"]
        try folder.makeFolder("out")
        try folder.write("mine", to: "out/train.remaining.vw")
        let refused = try Program.run(arguments + ["--export", "vw"], in: folder)
        #expect(refused.status == 2 && refused.errors.contains("train.remaining.vw"))
        #expect(try folder.contents().filter { $0.hasPrefix("out/") } == ["out/train.remaining.vw"])
        #expect(try Program.run(arguments + ["--export", "vw", "--force"], in: folder).status == 0)
        // Labels that are numbers stay numbers, and there is no list of classes.
        #expect(try folder.read("out/train.remaining.vw").split(separator: "\n").allSatisfy { $0.hasPrefix("0 ") || $0.hasPrefix("1 ") })
        #expect(try !folder.contents().contains("out/train.remaining.vw.labels"))
    }
}
