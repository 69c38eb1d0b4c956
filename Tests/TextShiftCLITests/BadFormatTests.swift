import Foundation
import TestSupport
import Testing

@Suite("Bad tables, documents and compressed files: the place and the way out")
struct BadFormatTests {
    static let chinese: [UInt8] = [0xD4, 0xDA, 0xD5, 0xE2, 0xC0, 0xEF, 0xCB, 0xA1, 0xB5, 0xDC, 0xB2, 0xBB, 0xB9, 0xA7]

    @Test(arguments: [
        ("t.csv", "a,b\n1,\"x\n2,y\n", ["t.csv:2:3: error: ", "not closed", "--on-error skip"]),
        ("t.csv", "a,b\n1\n", ["t.csv:2: error: ", "found 1 cell,", "expected 2 as in the header", "--on-error skip"]),
        ("t.tsv", "a\tb\n1\t2\t3\n", ["t.tsv:2: error: ", "found 3 cells,", "expected 2"]),
        ("t.bio", "a O\n\n O\n", ["t.bio:3: error: ", "tag without its token", "first column", "--on-error skip"]),
        ("t.bio", "a x O\nb O\n", ["t.bio:2: error: ", "found 2 columns, expected 3", "--on-error skip"]),
        ("t.json", "{\"data\": [{\"paragraphs\": [\n{\"qas\": []}]}]}",
            ["t.json:2:1: error: ", "data[0].paragraphs[0] has no \"context\"", "--on-error skip"]),
        ("t.json", "{\"data\": [{\"paragraphs\": [{\"context\": \"c\", \"qas\": [{\"question\": 1}]}]}]}",
            ["t.json:1:", "\"question\" of data[0].paragraphs[0].qas[0] is a number, expected text"]),
        ("t.json", "[[[\"context\"], [{\"question\": \"q\"}], \"id\"],\n [[], [], \"id\"]]",
            ["t.json:1: error: ", "is an array, expected an object", "jq"]),
        ("t.csv", "a,b\n1,2\n3,4,5\n", ["t.csv:3: error: ", "found 3 cells, expected 2", "quote cells"]),
        ("t.json", "[{\"context_text\": \"c\", \"qas\": [5]}]", ["t.json:1:", "[0].qas[0] is a number, expected an object"]),
    ])
    func text(name: String, content: String, said: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write(content, to: name)
        try expectRefusal(folder, name, said)
    }

    @Test("Where nothing can be left out, leaving out is not recommended", arguments: [
        ("{\"data\": [{\"paragraphs\": [{\"context\": \"c\", \"qas\"", "t.json:1:", "cut off"),
        ("{\"data\": [{\"paragraphs\": [{\"context\": \"c\", \"qas\": [nope]}]}]}", "t.json:1:", "error: not JSON"),
        ("[{\"text\": \"a\"}\n {\"text\": \"b\"}]", "t.json:2:2: error: not JSON: ", "comma"),
    ])
    func documents(content: String, place: String, said: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(content, to: "t.json")
        for more in [[], ["--on-error", "skip"]] {
            let outcome = try Program.run(["analyze", "t.json", "t.json"] + more, in: folder)
            #expect(!outcome.errors.contains("--on-error"), "\(outcome.errors)")
            guard more.isEmpty else { continue }
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains(place) && outcome.errors.contains(said), "\(outcome.errors)")
        }
    }

    @Test func bytes() throws {
        let folder = try TemporaryFolder()
        try folder.write([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0x4B], to: "t.gz")
        try expectRefusal(folder, "t.gz", ["t.gz: error: ", "gzip data breaks off at byte 11", "fetch it again"])
        try folder.write([0x1F, 0x8B, 0x07, 0, 0, 0, 0, 0, 0, 3, 0x4B], to: "t.gz")
        try expectRefusal(folder, "t.gz", ["t.gz: error: ", "gzip data is damaged", "fetch it again"])
        try folder.write(Self.chinese + Array("\n".utf8) + [0xB0, 0x20], to: "t.txt")
        try expectRefusal(folder, "t.txt", ["t.txt:2: error: ", "GB18030", "byte 16 ", "iconv"])
        try folder.write(Self.chinese + Array("\n在这里恕弟不恭之罪\n".utf8), to: "t.txt")
        try expectRefusal(folder, "t.txt", ["t.txt:2: error: ", "this line is UTF-8", "before it are GB18030", "UTF-8"])
    }

    @Test("A quote that is not closed at the end of a long table is named, and costs its own row")
    func quoteAtTheEnd() throws {
        let folder = try TemporaryFolder()
        let rows = (0..<5000).map { "\($0),\"river, stone and bridge \($0)\"" }
        try folder.write(["id,text"] + rows + ["5000,\"never closed"], to: "t.csv")
        try expectRefusal(
            folder, "t.csv", ["t.csv:5002:6: error: ", "the quote that opens here is not closed", "--on-error skip"])
        let outcome = try Program.run(["analyze", "t.csv", "t.csv", "--on-error", "skip", "--fit-rows", "50"], in: folder)
        #expect(outcome.status == 0 && outcome.errors.contains("t.csv: 1 line"), "\(outcome.errors)")
    }

    @Test("Another encoding far into a file")
    func encodingsMixedLate() throws {
        let folder = try TemporaryFolder()
        let line = Array("{\"text\": \"在这里恕弟不恭之罪\"}\n".utf8)
        let lines = [[UInt8]](repeating: line, count: 40_000).flatMap { $0 }
        try folder.write(lines + Array("{\"text\": \"".utf8) + Self.chinese + Array("\"}\n".utf8), to: "t.jsonl")
        try expectRefusal(
            folder, "t.jsonl", ["t.jsonl:40001:11: error: not UTF-8", "the part of it that is in another encoding", "iconv"])
    }

    /// Measured for lines of 200 MB: 229 MB resident. The JSON parser reserves more than ten times the line,
    /// of which it touches little.
    @Test("Gigantic lines are named and need no gigantic memory", .enabled(if: Program.canLimitMemory))
    func giganticLines() throws {
        let folder = try TemporaryFolder()
        let size = 8 << 20
        let word = [UInt8](repeating: 0x61, count: size)
        try folder.write(Array("id,text\n1,a b\n2,\"".utf8) + word + Array("\n3,c d\n".utf8), to: "t.csv")
        try expectRefusal(folder, "t.csv", ["t.csv:3:3: error: ", "not closed"], megabytes: 512)
        try folder.write(Array("{\"text\": \"a\"}\n{\"text\": \"".utf8) + word + Array("\n{}\n".utf8), to: "t.jsonl")
        try expectRefusal(folder, "t.jsonl", ["t.jsonl:2:\(11 + size): error: not JSON", "inside a string"], megabytes: 512)
    }

    private func expectRefusal(_ folder: TemporaryFolder, _ name: String, _ said: [String], megabytes: Int? = nil) throws {
        let limit = megabytes.map { "ulimit -v \($0 << 10); " } ?? ""
        let outcome = try Program.shell(limit + "exec \"$0\" analyze \(name) \(name)", in: folder)
        #expect(outcome.status == 2, "\(outcome.errors)")
        for part in said { #expect(outcome.errors.contains(part), "\(outcome.errors)") }
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }
}
