import Foundation
import TestSupport
import Testing

@Suite("Bad input: exit 2, what and where on standard error, nothing left behind")
struct BadInputTests {
    /// Runs on `folder` and expects all of `said` on standard error and no change of the folder.
    private func expectRefusal(
        _ folder: TemporaryFolder, _ arguments: [String] = [], train: String = "train.jsonl", test: String = "test.jsonl",
        output: String = "out", said: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try folder.contents()
        let outcome = try Program.run(["analyze", train, test, "--output", output] + arguments, in: folder)
        #expect(outcome.status == 2, "\(outcome.errors)", sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
        for part in said { #expect(outcome.errors.contains(part), "\(outcome.errors)", sourceLocation: sourceLocation) }
        #expect(outcome.errors.split(separator: "\n").count == 1, "one line", sourceLocation: sourceLocation)
        #expect(try folder.contents() == before, sourceLocation: sourceLocation)
    }

    @Test(arguments: [true, false])
    func missingFile(isTrain: Bool) throws {
        try expectRefusal(
            LeaningCorpora.folder(), train: isTrain ? "nowhere.jsonl" : "train.jsonl", test: isTrain ? "test.jsonl" : "nowhere.jsonl",
            said: ["nowhere.jsonl: error: ", "no such file", "check the path"])
    }

    @Test(arguments: ["", "\n\n  \n"])
    func emptyFile(content: String) throws {
        let folder = try LeaningCorpora.folder()
        try folder.write(content, to: "test.jsonl")
        try expectRefusal(folder, said: ["test.jsonl: error: ", "no records", "expected"])
        // There is nothing to skip either.
        try expectRefusal(folder, ["--on-error", "skip"], said: ["no records"])
    }

    @Test func folderAsFile() throws {
        try expectRefusal(LeaningCorpora.folder(), train: ".", said: [".: error: ", "folder", "expected a file"])
    }

    @Test("Lines that are no JSON", arguments: [
        ("{nope}", "'n', expected a key"), ("{\"text\": \"a\" \"b\"}", "expected a comma"), ("{\"text\": nul}", "nul"),
        ("{\"text\": 1.}", "1."), ("{\"text\": \"a\"} {\"text\": \"b\"}", "one record a line"), ("{\"text\": \"\\x\"}", "backslash"),
        ("nope", "nope"), ("{\"text\": \"\u{1}\"}", "control character"),
    ])
    func notJSON(line: String, found: String) throws {
        let folder = try LeaningCorpora.folder(train: LeaningCorpora.inserting(line))
        try expectRefusal(folder, said: ["train.jsonl:4:", "error: not JSON", found, "--on-error skip"])
    }

    @Test("The first line is a line too", arguments: ["nope", "[1, 2]", "\"text\"", "\u{1B}[31m"])
    func firstLine(line: String) throws {
        let folder = try LeaningCorpora.folder(train: [line] + LeaningCorpora.train)
        try expectRefusal(folder, said: ["train.jsonl:1", "error: ", "--on-error skip"])
    }

    @Test("Cut off", arguments: [5, 12, 40, 60])
    func cutOff(bytes: Int) throws {
        let folder = try LeaningCorpora.folder()
        try folder.write(Array(folder.bytes("test.jsonl").dropLast(bytes)), to: "test.jsonl")
        try expectRefusal(folder, said: ["test.jsonl:50:", "cut off", "--on-error skip"])
    }

    @Test("Cut off within a character")
    func cutWithinCharacter() throws {
        let folder = try LeaningCorpora.folder()
        try folder.write(Array(folder.bytes("test.jsonl")) + Array("{\"text\": \"桥".utf8.dropLast()), to: "test.jsonl")
        try expectRefusal(folder, said: ["test.jsonl:51:", "cut off"])
    }

    @Test("Lines that are no object", arguments: [
        ("[1, 2]", "an array"), ("\"text\"", "text"), ("12", "a number"), ("true", "true or false"), ("null", "null"),
    ])
    func notAnObject(line: String, found: String) throws {
        let folder = try LeaningCorpora.folder(test: LeaningCorpora.inserting(line, into: LeaningCorpora.test))
        try expectRefusal(folder, said: ["test.jsonl:4: error: ", "is \(found)", "expected an object", "--on-error skip"])
    }

    @Test func notUTF8() throws {
        let folder = try LeaningCorpora.folder()
        let line = Array("{\"text\": \"a".utf8) + [0xB4, 0xF3] + Array("\"}\n".utf8)
        try folder.write(line + Array(folder.bytes("train.jsonl")), to: "train.jsonl")
        try expectRefusal(folder, said: ["train.jsonl:1:12: error: not UTF-8", "iconv", "--on-error skip"])
    }

    @Test("A field that no row of a side has", arguments: [("label", "test.jsonl", "id, text"), ("body", "train.jsonl", "id, text, label")])
    func absentField(field: String, file: String, others: String) throws {
        try expectRefusal(
            LeaningCorpora.folder(), ["--field", field], said: ["\(file): error: ", "\"\(field)\"", "there are: \(others)"])
    }

    @Test(arguments: ["data.body", "text.x"])
    func absentPath(path: String) throws {
        try expectRefusal(
            LeaningCorpora.folder(), ["--field", "b=\(path)"], said: ["train.jsonl: error: ", "\"\(path)\"", "there are: id"])
    }

    @Test("A named field of another type", arguments: [
        ("12", "a number"), ("true", "true or false"), ("{\"a\": \"b\"}", "an object"),
    ])
    func wrongType(value: String, found: String) throws {
        let folder = try LeaningCorpora.folder(train: LeaningCorpora.inserting("{\"text\": \(value)}"))
        try expectRefusal(
            folder, ["--field", "text"], said: ["train.jsonl:4: error: \"text\" is \(found), expected text", "--field"])
        // Of another type in every row, and on the other side.
        try expectRefusal(folder, ["--field", "id", "--field", "n=label"], said: ["test.jsonl", "label"])
    }

    @Test("The key of --group or --id that no row of a side has", arguments: ["--group", "--id"])
    func absentKey(option: String) throws {
        try expectRefusal(
            LeaningCorpora.folder(), [option, "author"], said: ["train.jsonl: error: ", "\"author\"", "there are: id, text, label"])
        try expectRefusal(
            LeaningCorpora.folder(), [option, "label"], said: ["test.jsonl: error: ", "\"label\"", "there are: id, text"])
    }

    @Test func fieldNamedTwice() throws {
        try expectRefusal(
            LeaningCorpora.folder(), ["--field", "text", "--field", "text"], said: ["\"text\"", "twice", "NAME=KEY.PATH"])
    }

    @Test func nothingToCompare() throws {
        let folder = try TemporaryFolder()
        try folder.write(["{\"id\": \"a b c d e f\", \"n\": 1}"], to: "train.jsonl")
        try folder.write(["{\"id\": \"g h i j k l\", \"n\": 2}"], to: "test.jsonl")
        try expectRefusal(folder, said: ["no field can be compared", "id (", "n (not text)", "--field"])
    }

    @Test("An output folder that cannot be written", arguments: ["train.jsonl", "train.jsonl/out", "new/../train.jsonl/out"])
    func outputNotWritable(path: String) throws {
        try expectRefusal(LeaningCorpora.folder(), output: path, said: ["\(path): error: ", "Not a directory", "--output"])
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

    @Test("Results stay when those that should replace them cannot be made")
    func forceWithBadInput() throws {
        let folder = try LeaningCorpora.folder(train: LeaningCorpora.inserting("{nope}"))
        try folder.makeFolder("out")
        try folder.write("old", to: "out/report.json")
        try expectRefusal(folder, ["--force"], said: ["train.jsonl:4:"])
        #expect(try folder.read("out/report.json") == "old")
    }

    @Test("Keys that would be added", arguments: [
        ("train", "sample_weight"), ("train", "p_test"), ("test", "p_test"), ("train", "p_\\u0074est"),
    ])
    func existingKey(side: String, key: String) throws {
        let line = "{\"text\": \"river stone bridge cloud\", \"\(key)\": 0.5}"
        let folder = try LeaningCorpora.folder(
            train: side == "train" ? LeaningCorpora.inserting(line) : LeaningCorpora.train,
            test: side == "test" ? LeaningCorpora.inserting(line, into: LeaningCorpora.test) : LeaningCorpora.test)
        let name = key == "sample_weight" ? key : "p_test"
        try expectRefusal(folder, said: ["\(side).jsonl:4: error: ", "\"\(name)\"", "--overwrite-keys"])
    }

    @Test("What the corpus says reaches the terminal without control characters")
    func hostileNames() throws {
        let line = "{\"text\": \"river stone\", \"a\\u001b[31m\\u202e\": 1}"
        let folder = try LeaningCorpora.folder(train: LeaningCorpora.inserting(line))
        let outcome = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--field", "nope"], in: folder)
        #expect(outcome.errors.contains("a\u{FFFD}[31m\u{FFFD}"))
        #expect(!outcome.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
}
