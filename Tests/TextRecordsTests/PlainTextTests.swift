import Foundation
import Testing

@testable import TextRecords

@Suite struct PlainTextTests {
    @Test func oneDocumentALine() throws {
        let table = try table("\u{FEFF}first\n\n  sec\\ond \"q\"\r\n\t\n第三")
        #expect(table.format == .plainText)
        #expect(table.columns.map(\.name) == ["text"])
        #expect(try strings(table, "text") == ["first", "  sec\\ond \"q\"", "第三"])
        #expect((0..<3).map { table.location(ofRecord: $0).line } == [1, 3, 5])
        #expect(try #require(table.column(named: "text")).kind(at: 2) == .text)
        #expect(Array(table.recordBytes(0)) == Array("first".utf8))
        var bytes: [UInt8] = []
        table.appendJSON(ofRecord: 1, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"text": "  sec\\ond \"q\""}"#)
    }

    @Test func fieldsOfPlainText() throws {
        #expect(try strings(table("x y", named: [FieldPath(parsing: "body=text")]), "body") == ["x y"])
        #expect(throws: RecordError.fieldAbsent(path: "f", field: "a.b", available: ["text"])) {
            try table("x y", named: [FieldPath(parsing: "a.b")])
        }
    }

    @Test func wrongLinesCanBeSkipped() throws {
        let bytes = Array("one\n".utf8) + [0x61, 0xFF, 0x0A] + Array("two\n".utf8)
        let table = try RecordTable.read(bytes: bytes, path: "f", onError: .skip)
        #expect(try strings(table, "text") == ["one", "two"])
        #expect(table.skipped == [.notUTF8(place(2, 2))])
    }

    @Test(arguments: [
        ("{\"a\":1}", RecordFormat.jsonLines), ("\n \r\n\t{", .jsonLines), ("\u{FEFF} {}", .jsonLines), ("", .plainText),
        ("text {", .plainText), ("[1]", .plainText), ("\u{FEFF}", .plainText), ("\"{\"", .plainText),
    ])
    func formatsAreDetected(text: String, format: RecordFormat) {
        #expect(RecordFormat.detect(Array(text.utf8)) == format)
    }

    @Test func theFormatCanBeGiven() throws {
        let table = try table("{\"a\": 1}", format: .plainText)
        #expect(!table.formatWasDetected)
        #expect(try strings(table, "text") == ["{\"a\": 1}"])
    }

    /// What is written as a JSON string is read back, by another reader too.
    @Test func stringsAreEscapedSoThatTheyReadBack() throws {
        var random = RandomJSON(seed: 31)
        for _ in 0..<2000 {
            let text = random.text(upTo: 30)
            var bytes: [UInt8] = []
            JSONString.append(text, to: &bytes)
            #expect(!bytes.contains { $0 < 0x20 })
            #expect(try JSONDecoder().decode([String].self, from: Data("[".utf8 + bytes + "]".utf8)) == [text])
            let line = "{\"a\": " + String(decoding: bytes, as: UTF8.self) + "}"
            #expect(try strings(table(line), "a") == [text])
        }
        var bytes: [UInt8] = []
        JSONString.append("a\"\\/\u{1}\n\u{7F}é", to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "\"a\\\"\\\\/\\u0001\\n\u{7F}é\"")
    }
}
