import TestSupport
import Testing

@testable import TextRecords

@Suite("Records inside JSON documents")
struct JSONDocumentTests {
    private func records(_ table: RecordTable) -> [String] {
        (0..<table.count).map { row in
            var bytes: [UInt8] = []
            table.appendJSON(ofRecord: row, to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test(
        "The list of records is found wherever it stands, with the lines of the document",
        arguments: [
            ("{\"data\": [\n{\"a\": 1},\n{\"a\": 2}]}", "data"),
            (
                "{\"version\": \"1\", \"canary\": \"x]}\",\n\"examples\": [{\"a\": 1},\n{\"a\": 2}\n], \"n\": {\"x\": [1]}}",
                "examples"
            ),
            (
                "{\"took\": 3, \"hits\": {\"total\": {\"value\": 2}, \"hits\":\n[{\"_id\": \"q\", \"_source\": {\"a\": 1}},\n{\"_source\": {\"a\": 2}}]}}",
                "hits.hits[]._source"
            ),
            (
                "{\"features\": [{\"name\": \"a\"}], \"rows\": [\n{\"row_idx\": 0, \"row\": {\"a\": 1}},\n{\"row_idx\": 1, \"row\": {\"a\": 2}}]}",
                "rows[].row"
            ),
        ])
    func lists(text: String, path: String) throws {
        let table = try table(text)
        #expect(table.format == .jsonArray)
        #expect(records(table) == ["{\"a\": 1}", "{\"a\": 2}"])
        #expect((0..<2).map { table.location(ofRecord: $0).line } == [2, 3])
        #expect(table.remarks.first == ReadingRemark(.recordsAt, path))
        #expect(table.byteCount == text.utf8.count)
    }

    @Test("Faults name their place in the document; one that is cut off behind its list is an error")
    func faults() {
        #expect(throws: RecordError.notJSON(place(2, 7), .unexpected(byte: UInt8(ascii: "2"), expected: .colon))) {
            try table("{\"data\": [{\"a\": 1},\n {\"a\" 2}]}")
        }
        #expect(throws: RecordError.ofDocument(.truncated(place(3)))) {
            try table("{\"data\": [{\"a\": 1},\n{\"a\": 2}],\n\"x\": 1", format: .jsonArray)
        }
        #expect(throws: RecordError.truncated(place(2, 8))) { try table("{\"data\": [{\"a\": 1},\n{\"a\": 2") }
    }

    @Test("Records by their identifiers have these as a field, unless they have one of that name")
    func keyed() throws {
        let text =
            "{\"version\": \"1\",\n\"q\\u00e9\": {\"a\": \"x\"},\n\"r\": {\"_id\": 7, \"a\": \"y\"},\n\"s\": {},\n\"t\": {\"a\": \"z\"},\n\"u\": {\"a\": 1}}"
        let table = try table(text)
        #expect(try strings(table, "_id") == ["qé", "7", "s", "t", "u"])
        #expect(
            records(table) == [
                "{\"_id\": \"q\\u00e9\", \"a\": \"x\"}", "{\"_id\": 7, \"a\": \"y\"}", "{\"_id\": \"s\"}",
                "{\"_id\": \"t\", \"a\": \"z\"}",
                "{\"_id\": \"u\", \"a\": 1}",
            ])
        #expect(table.location(ofRecord: 1).line == 3)
    }

    @Test(
        "Columns are rows",
        arguments: [
            "{\"text\": [\"a\", \"b\\n\", null],\n\"label\": [0, 1, [2]]}",
            "{\"text\": {\"0\": \"a\", \"1\": \"b\\n\", \"2\": null}, \"label\": {\"0\": 0, \"1\": 1, \"2\": [2]}}",
        ])
    func columns(text: String) throws {
        let table = try table(text)
        #expect(table.remarks == [ReadingRemark(.columns)])
        #expect(
            records(table) == [
                "{\"text\": \"a\", \"label\": 0}", "{\"text\": \"b\\n\", \"label\": 1}", "{\"text\": null, \"label\": [2]}",
            ])
    }

    @Test("Objects over lines, one after another, with commas or without; and a list of texts")
    func sequences() throws {
        let objects = try table("{\n \"a\": \"x\"\n}\n{\n \"a\": \"y\"\n},\n{\"a\": \"z\"}\n")
        #expect(try strings(objects, "a") == ["x", "y", "z"])
        #expect((0..<3).map { objects.location(ofRecord: $0).line } == [1, 4, 7])
        let texts = try table("[\"one\",\n\"t\\u0077o\", \"three\"]")
        #expect(try strings(texts, "text") == ["one", "two", "three"])
        #expect(records(texts)[1] == "{\"text\": \"t\\u0077o\"}")
    }

    @Test("However it is cut, a document gives the same records", arguments: [1, 2, 5, 17, 64])
    func cuts(size: Int) throws {
        for text in [
            "[{\"a\": 1},\n{\"a\": \"]}\"}, {\"b\": [1, {}]}]",
            "{\"k\": {\"a\": 1}, \"l\": {\"a\": 2},\n\"m\": {\"a\": \"\\\"}\"}}",
            "{\n\"a\": 1}\n{\n\"a\": {}}\n{\"b\": 2}", "[\"a\", \"b\"]",
        ] { try Pieces.checkCuts(Array(text.utf8), .jsonArray, sizes: [size]) }
    }

    @Test("NaN and Infinity are null where they stand by themselves, and stop nothing")
    func notFinite() throws {
        let table = try table("{\"a\": NaN, \"b\": [-Infinity, 1], \"c\": \"NaN\"}\n{\"a\": Infinity, \"c\": \"x\"}\n")
        let a = try #require(table.column(named: "a"))
        #expect(a.kind(at: 0) == .null && a.kind(at: 1) == .null && a.string(at: 0).isEmpty)
        #expect(try strings(table, "c") == ["NaN", "x"])
        #expect(records(table)[0] == "{\"a\": NaN, \"b\": [-Infinity, 1], \"c\": \"NaN\"}")
        #expect(throws: RecordError.self) { try TextRecordsTests.table("{\"a\": NaNs}\n") }
        #expect(throws: RecordError.self) { try TextRecordsTests.table("{\"a\": xNaN}\n") }
    }

    @Test("A record longer than is allowed is an error of that record, not of the list that holds it")
    func longRecords() throws {
        var reading = ReadingOptions()
        reading.maximumRecord = 30
        let text = "[{\"a\": 1}, {\"a\": \"\(String(repeating: "x", count: 40))\"}, {\"a\": 2}, {\"a\": 3}]"
        #expect(throws: RecordError.recordTooLong(place(1), limit: 30)) {
            try RecordTable.read(bytes: Array(text.utf8), path: "f", reading: reading)
        }
        let table = try RecordTable.read(bytes: Array(text.utf8), path: "f", reading: reading, onError: .skip)
        #expect(try strings(table, "a") == ["1", "2", "3"])
    }
}
