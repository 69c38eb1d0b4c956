import Foundation
import ShiftPipeline
import TestSupport
import Testing
import TextRecords

@testable import AnalysisFolder

@Suite("Bad input: what and where, and nothing left behind")
struct RefusedInputTests {
    @Test("A file that is not there, on either side", arguments: [true, false])
    func missingFile(isTrain: Bool) throws {
        let refusal = isTrain ? Refusal(train: "nowhere.jsonl") : Refusal(test: "nowhere.jsonl")
        try refusal.expect(["nowhere.jsonl: error: ", "no such file", "check the path"], in: LeaningCorpora.few())
    }

    @Test("A file without records, of which there is nothing to skip either", arguments: ["", "\n\n  \n"])
    func emptyFile(content: String) throws {
        let folder = try LeaningCorpora.few()
        try folder.write(content, to: "test.jsonl")
        try Refusal().expect(["test.jsonl: error: ", "no records", "expected"], in: folder)
        try Refusal().expect(["no records"], in: folder) { $0.onError = .skip }
    }

    @Test("A folder in place of a file")
    func folderAsFile() throws {
        try Refusal(train: ".").expect([".: error: ", "folder", "expected a file"], in: LeaningCorpora.few())
    }

    @Test(
        "Lines that are no JSON",
        arguments: [
            ("{nope}", "'n', expected a key"), ("{\"text\": \"a\" \"b\"}", "expected a comma"), ("{\"text\": nul}", "nul"),
            ("{\"text\": 1.}", "1."), ("{\"text\": \"a\"} {\"text\": \"b\"}", "one record a line"),
            ("{\"text\": \"\\x\"}", "backslash"),
            ("nope", "nope"), ("{\"text\": \"\u{1}\"}", "control character"),
        ])
    func notJSON(line: String, found: String) throws {
        let folder = try LeaningCorpora.folder(train: LeaningCorpora.inserting(line))
        try Refusal().expect(["train.jsonl:4:", "error: not JSON", found, "--on-error skip"], in: folder)
    }

    @Test("The first line is a line too", arguments: ["nope", "[1, 2]", "\"text\"", "\u{1B}[31m"])
    func firstLine(line: String) throws {
        let folder = try LeaningCorpora.folder(train: [line] + LeaningCorpora.train)
        try Refusal().expect(["train.jsonl:1", "error: ", "--on-error skip"], in: folder)
    }

    @Test("Cut off", arguments: [5, 12, 40, 60])
    func cutOff(bytes: Int) throws {
        let folder = try LeaningCorpora.folder()
        try folder.write(Array(folder.bytes("test.jsonl").dropLast(bytes)), to: "test.jsonl")
        try Refusal().expect(["test.jsonl:50:", "cut off", "--on-error skip"], in: folder)
    }

    @Test("Cut off within a character")
    func cutWithinCharacter() throws {
        let folder = try LeaningCorpora.folder()
        try folder.write(Array(folder.bytes("test.jsonl")) + Array("{\"text\": \"桥".utf8.dropLast()), to: "test.jsonl")
        try Refusal().expect(["test.jsonl:51:", "cut off"], in: folder)
    }

    @Test(
        "Lines that are no object",
        arguments: [
            ("[1, 2]", "an array"), ("\"text\"", "text"), ("12", "a number"), ("true", "true or false"), ("null", "null"),
        ])
    func notAnObject(line: String, found: String) throws {
        let folder = try LeaningCorpora.folder(test: LeaningCorpora.inserting(line, into: LeaningCorpora.test))
        try Refusal().expect(["test.jsonl:4: error: ", "is \(found)", "expected an object", "--on-error skip"], in: folder)
    }

    @Test("Bytes of another encoding")
    func notUTF8() throws {
        let folder = try LeaningCorpora.folder()
        let line = Array("{\"text\": \"a".utf8) + [0xB4, 0xF3] + Array("\"}\n".utf8)
        try folder.write(line + Array(folder.bytes("train.jsonl")), to: "train.jsonl")
        try Refusal().expect(["train.jsonl:1:12: error: not UTF-8", "--encoding", "--on-error skip"], in: folder)
    }

    @Test(
        "A field that no row of a side has",
        arguments: [
            ("label", "test.jsonl", "id, text"), ("body", "train.jsonl", "id, text, label"),
        ])
    func absentField(field: String, file: String, others: String) throws {
        try Refusal().expect(["\(file): error: ", "\"\(field)\"", "there are: \(others)"], in: LeaningCorpora.folder()) {
            $0.fields = [try FieldPath(parsing: field)]
        }
    }

    @Test("A path that leads nowhere", arguments: ["data.body", "text.x"])
    func absentPath(path: String) throws {
        try Refusal().expect(["train.jsonl: error: ", "\"\(path)\"", "there are: id"], in: LeaningCorpora.folder()) {
            $0.fields = [try FieldPath(parsing: "b=" + path)]
        }
    }

    @Test(
        "A named field of another type",
        arguments: [
            ("[1, 2]", "an array"), ("[{}]", "an array"), ("{\"a\": \"b\"}", "an object"),
        ])
    func wrongType(value: String, found: String) throws {
        let folder = try LeaningCorpora.folder(train: LeaningCorpora.inserting("{\"text\": \(value)}"))
        try Refusal().expect(["train.jsonl:4: error: \"text\" is \(found), expected text", "--field"], in: folder) {
            $0.fields = [try FieldPath(parsing: "text")]
        }
        // Of another type in every row, and on the other side.
        try Refusal().expect(["test.jsonl", "label"], in: folder) {
            $0.fields = [try FieldPath(parsing: "id"), try FieldPath(parsing: "n=label")]
        }
    }

    @Test("The key of --group or --id that no row of a side has", arguments: [true, false])
    func absentKey(isGroup: Bool) throws {
        for (key, said) in [
            ("author", ["train.jsonl: error: ", "\"author\"", "there are: id, text, label"]),
            ("label", ["test.jsonl: error: ", "\"label\"", "there are: id, text"]),
        ] {
            try Refusal().expect(said, in: LeaningCorpora.folder()) {
                if isGroup { $0.groupKey = try FieldPath(parsing: key) } else { $0.idKey = key }
            }
        }
    }

    @Test("A field that is named twice")
    func fieldNamedTwice() throws {
        try Refusal().expect(["\"text\"", "twice", "NAME=KEY.PATH"], in: LeaningCorpora.folder()) {
            $0.fields = [try FieldPath(parsing: "text"), try FieldPath(parsing: "text")]
        }
    }

    @Test("Fields of which none can be compared")
    func nothingToCompare() throws {
        let folder = try TemporaryFolder()
        try folder.write(["{\"id\": \"a b c d e f\", \"n\": 1}"], to: "train.jsonl")
        try folder.write(["{\"id\": \"g h i j k l\", \"n\": 2}"], to: "test.jsonl")
        try Refusal().expect(["no field can be compared", "id (", "n (not text)", "--field"], in: folder)
    }

    @Test("An output folder that cannot be written", arguments: ["train.jsonl", "train.jsonl/out", "new/../train.jsonl/out"])
    func outputNotWritable(path: String) throws {
        try Refusal(output: path).expect(["\(path): error: ", "Not a directory", "--output"], in: LeaningCorpora.folder())
    }

    @Test("Results stay when those that should replace them cannot be made")
    func forceWithBadInput() throws {
        let folder = try LeaningCorpora.folder(train: LeaningCorpora.inserting("{nope}"))
        try folder.makeFolder("out")
        try folder.write("old", to: "out/report.json")
        try Refusal(replaces: true).expect(["train.jsonl:4:"], in: folder)
        #expect(try folder.read("out/report.json") == "old")
    }

    @Test(
        "Keys that would be added",
        arguments: [
            ("train", "sample_weight"), ("train", "p_test"), ("train", "cv_fold"), ("test", "p_test"),
            ("train", "p_\\u0074est"),
        ])
    func existingKey(side: String, key: String) throws {
        let line = "{\"text\": \"river stone bridge cloud\", \"\(key)\": 0.5}"
        let folder = try LeaningCorpora.folder(
            train: side == "train" ? LeaningCorpora.inserting(line) : LeaningCorpora.train,
            test: side == "test" ? LeaningCorpora.inserting(line, into: LeaningCorpora.test) : LeaningCorpora.test)
        let name = ["sample_weight", "cv_fold"].contains(key) ? key : "p_test"
        try Refusal().expect(["\(side).jsonl:4: error: ", "\"\(name)\"", "--overwrite-keys"], in: folder)
    }

    @Test("What the corpus says is in the sentence without control characters")
    func hostileNames() throws {
        let line = "{\"text\": \"river stone\", \"a\\u001b[31m\\u202e\": 1}"
        let folder = try LeaningCorpora.folder(train: LeaningCorpora.inserting(line))
        let sentence = try Refusal().sentence(in: folder) { $0.fields = [try FieldPath(parsing: "nope")] }
        #expect(sentence.contains("a\u{FFFD}[31m\u{FFFD}"))
        #expect(!sentence.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    static let exports: [(change: @Sendable (inout AnalysisOptions, inout OutputOptions) -> Void, said: [String])] = [
        ({ $1.writes = [.csv] }, ["train.jsonl: error: --write csv needs tables", "read as jsonl"]),
        ({ $1.writes = [.squad] }, ["train.jsonl: error: --write squad needs a SQuAD document", "read as jsonl"]),
        (
            { ($0.labelKey, $1.exports) = ("mark", [.vw]) },
            ["train.jsonl: error: --export vw needs a label", "\"mark\"", "--label", "id, text, label"]
        ),
        ({ ($0.labelKey, $1.exports) = ("some", [.fasttext]) }, ["train.jsonl:2: error: 2 records without the label \"some\""]),
        (
            { ($0.labelKey, $1.exports) = ("list", [.vw]) },
            ["train.jsonl:1: error: the label \"list\" is an array", "--label"]
        ),
        ({ ($0.idKey, $1.exports) = ("some", [.idWeight]) }, ["train.jsonl: error: 2 records without", "\"some\"", "--id"]),
    ]

    @Test("What cannot be written is said before the work", arguments: exports.indices)
    func export(index: Int) throws {
        let folder = try TemporaryFolder()
        try folder.write(
            [
                #"{"id": "1", "text": "the first row", "label": 1, "some": "a", "list": [{}]}"#,
                #"{"id": "2", "text": "the second row", "label": 0, "list": [{}]}"#,
                #"{"id": "3", "text": "the third row", "label": 0, "some": null, "list": [{}]}"#,
            ], to: "train.jsonl")
        try folder.write([#"{"id": "4", "text": "the fourth row", "some": "b"}"#], to: "test.jsonl")
        var (options, refusal) = (AnalysisOptions(), Refusal())
        Self.exports[index].change(&options, &refusal.files)
        try refusal.expect(Self.exports[index].said, in: folder) { $0 = options }
    }
}
