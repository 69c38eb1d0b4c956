import Foundation
import ShiftPipeline
import TestSupport
import Testing
import TextRecords

@testable import AnalysisFolder

@Suite("Bad tables, documents and compressed files: the place and the way out")
struct RefusedFormatTests {
    static let chinese: [UInt8] = [0xD4, 0xDA, 0xD5, 0xE2, 0xC0, 0xEF, 0xCB, 0xA1, 0xB5, 0xDC, 0xB2, 0xBB, 0xB9, 0xA7]

    @Test(
        "Of each format",
        arguments: [
            ("t.csv", "a,b\n1,\"x\n2,y\n", ["t.csv:2:3: error: ", "not closed", "--on-error skip"]),
            ("t.csv", "a,b\n1,2,3\n", ["t.csv:2: error: ", "found 3 cells,", "expected 2 as in the header", "skip"]),
            ("t.tsv", "a\tb\n1\t2\t3\n", ["t.tsv:2: error: ", "found 3 cells,", "expected 2"]),
            ("t.bio", "a O\n\n O\n", ["t.bio:3: error: ", "tag without its token", "first column", "--on-error skip"]),
            ("t.bio", "a x O\nb O\n", ["t.bio:2: error: ", "found 2 columns, expected 3", "--on-error skip"]),
            (
                "t.json", "{\"data\": [{\"paragraphs\": [\n{\"qas\": []}]}]}",
                ["t.json:2:1: error: ", "data[0].paragraphs[0] has no \"context\"", "--on-error skip"]
            ),
            (
                "t.json", "{\"data\": [{\"paragraphs\": [{\"context\": \"c\", \"qas\": [{\"question\": 1}]}]}]}",
                ["t.json:1:", "\"question\" of data[0].paragraphs[0].qas[0] is a number, expected text"]
            ),
            (
                "t.json", "[[[\"context\"], [{\"question\": \"q\"}], \"id\"],\n [[], [], \"id\"]]",
                ["t.json:1: error: ", "is an array, expected an object", "jq"]
            ),
            ("t.csv", "a,b\n1,2\n3,4,5\n", ["t.csv:3: error: ", "found 3 cells, expected 2", "quote cells"]),
            (
                "t.json", "[{\"context_text\": \"c\", \"qas\": [5]}]",
                ["t.json:1:", "[0].qas[0] is a number, expected an object"]
            ),
        ])
    func text(name: String, content: String, said: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write(content, to: name)
        try Refusal(train: name, test: name).expect(said, in: folder)
    }

    @Test(
        "Where nothing can be left out, leaving out is not recommended",
        arguments: [
            ("{\"data\": [{\"paragraphs\": [{\"context\": \"c\", \"qas\"", "t.json:1:", "cut off"),
            ("{\"data\": [{\"paragraphs\": [{\"context\": \"c\", \"qas\": [nope]}]}]}", "t.json:1:", "error: not JSON"),
            ("[{\"text\": \"a\"}\n {\"text\": \"b\"}]", "t.json:2:2: error: not JSON: ", "comma"),
        ])
    func documents(content: String, place: String, said: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(content, to: "t.json")
        let stopped = try Refusal(train: "t.json", test: "t.json").sentence(in: folder)
        #expect(stopped.contains(place) && stopped.contains(said) && !stopped.contains("--on-error"), "\(stopped)")
        // Where lines are left out, what is refused, if anything is, is said likewise.
        do {
            var options = AnalysisOptions()
            options.onError = .skip
            _ = try analyze(train: folder.path("t.json"), test: folder.path("t.json"), options: options)
        } catch {
            #expect(!error.localizedDescription.contains("--on-error"), "\(error.localizedDescription)")
        }
    }

    @Test(
        "Damaged gzip, and two encodings in one file",
        arguments: [
            (
                "t.gz", [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0x4B],
                ["t.gz: error: ", "gzip data breaks off at byte 11", "fetch it again"]
            ),
            (
                "t.gz", [0x1F, 0x8B, 0x07, 0, 0, 0, 0, 0, 0, 3, 0x4B],
                ["t.gz: error: ", "gzip data is damaged", "fetch it again"]
            ),
            ("t.txt", chinese + Array("\n".utf8) + [0xB0, 0x20], ["t.txt:2: error: ", "GB18030", "byte 16 ", "iconv"]),
            (
                "t.txt", chinese + Array("\n在这里恕弟不恭之罪\n".utf8),
                ["t.txt:2: error: ", "this line is UTF-8", "before it are GB18030", "UTF-8"]
            ),
        ] as [(String, [UInt8], [String])])
    func bytes(name: String, bytes: [UInt8], said: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: name)
        try Refusal(train: name, test: name).expect(said, in: folder)
    }

    @Test("A quote that is not closed at the end of a long table is named, and costs its own row")
    func quoteAtTheEnd() throws {
        let folder = try TemporaryFolder()
        let rows = (0..<5000).map { "\($0),\"river, stone and bridge \($0)\"" }
        try folder.write(["id,text"] + rows + ["5000,\"never closed"], to: "t.csv")
        try Refusal(train: "t.csv", test: "t.csv").expect(
            ["t.csv:5002:6: error: ", "the quote that opens here is not closed", "--on-error skip"], in: folder)
        let table = try RecordTable.read(path: folder.path("t.csv"), onError: .skip)
        #expect(table.count == 5000 && table.skippedCount == 1)
    }

    @Test("Another encoding far into a file")
    func encodingsMixedLate() throws {
        let folder = try TemporaryFolder()
        let line = Array("{\"text\": \"在这里恕弟不恭之罪\"}\n".utf8)
        let lines = [[UInt8]](repeating: line, count: 40_000).flatMap { $0 }
        try folder.write(lines + Array("{\"text\": \"".utf8) + Self.chinese + Array("\"}\n".utf8), to: "t.jsonl")
        try Refusal(train: "t.jsonl", test: "t.jsonl").expect(
            ["t.jsonl:40001:11: error: not UTF-8", "mend that part", "--on-error skip", "--encoding"], in: folder)
    }

    @Test(
        "Archives and other compression are told by their first bytes",
        arguments: [
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00], "compressed with xz", "unpack it first: unxz --keep p.json"),
            (
                [0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0x01], "compressed with bzip2",
                "unpack it first: bunzip2 --keep p.json"
            ),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0x00], "a 7z archive", "unpack it first: 7z x p.json"),
        ] as [([UInt8], String, String)])
    func packed(bytes: [UInt8], what: String, how: String) throws {
        let folder = try LeaningCorpora.few()
        try folder.write(bytes, to: "p.json")
        #expect(
            try Refusal(train: "p.json").sentence(in: folder)
                == "p.json: error: this is \(what), not a file of records; \(how)")
    }

    @Test(
        "Nothing to score is no error, nothing to analyze is one",
        arguments: [
            ("e.json", ""), ("e.jsonl", "\n \n"), ("e.json", "[]"), ("e.json", "[ ]\n"),
            ("e.json", "{\"version\": \"1.1\", \"data\": []}"), ("e.csv", "id,text\n"), ("e", ""), ("e", "[]"),
        ])
    func empty(name: String, content: String) throws {
        let folder = try LeaningCorpora.few()
        try folder.write(content, to: name)
        let (train, test, file) = (folder.path("train.jsonl"), folder.path("test.jsonl"), folder.path(name))
        let scorer = try fit(train: [train], test: [test])
        let output = try OutputFolder(path: folder.path("scored"), replacing: false, names: ["s.jsonl"])
        let summary = try scorer.filter([file], to: try #require(output.file("s.jsonl")))
        try output.commit()
        #expect(summary.records == 0 && summary.skippedLines == 0)
        #expect(try folder.bytes("scored/s.jsonl").isEmpty)
        for (train, test) in [([train], [file]), ([file], [test]), ([train, file], [file])] {
            let error = try #require(throws: (any Error).self) { _ = try analyze(train: train, test: test) }
            #expect(error.localizedDescription.contains("\(name): error: the file holds no records"), "\(error)")
        }
    }
}
