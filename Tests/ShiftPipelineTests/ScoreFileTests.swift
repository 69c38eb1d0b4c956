import Foundation
import TestSupport
import Testing
import TextRecords

@testable import ShiftPipeline

@Suite("A score file's records find their rows")
struct ScoreFileTests {
    private let workspace: TemporaryFolder
    private let corpus: RecordTable

    init() throws {
        workspace = try TemporaryFolder()
        let rows: [[String: Any]] = (0..<6).map { ["id": "r\($0)", "n": 10 * $0, "text": "text \($0)"] }
        corpus = try RecordTable.read(path: try workspace.write(rows, to: "train.jsonl"))
    }

    private func scores(
        _ content: String, _ name: String = "scores.jsonl", id: String? = nil, named: [FieldPath] = [], series: String? = nil,
        repeats: Bool = false
    ) throws -> ScoreFile {
        try content.write(toFile: workspace.path(name), atomically: true, encoding: .utf8)
        return try ScoreFile(
            path: workspace.path(name), named: named, corpus: corpus, idKey: id, seriesKey: series, allowsRepeats: repeats)
    }

    @Test("By id, in any order, for some rows")
    func byID() throws {
        let file = try scores(#"{"id": "r4", "loss": 0.5}"# + "\n" + #"{"id": "r0", "loss": 2}"# + "\n")
        #expect(file.join == .id("id"))
        #expect(file.rows == [4, 0])
        #expect(try file.numbers(under: "loss") == [0.5, 2])
    }

    @Test("A table's text is a JSON number's equal; columns are numbers or text")
    func table() throws {
        let file = try scores("n,ok,label\n30,True,yes\n10,false,no\n", "scores.csv", id: "n")
        #expect(file.rows == [3, 1])
        #expect(try file.numbers(under: "ok", within: 0...1) == [1, 0])
        #expect(try file.texts(under: "label") == ["yes", "no"])
    }

    @Test("By row number, and by order")
    func withoutIDs() throws {
        let numbered = try scores("{\"row\": 5, \"m\": 1}\n{\"row\": 2, \"m\": 0}\n")
        #expect(numbered.join == .rowNumber && numbered.rows == [5, 2])
        let ordered = try scores((0..<6).map { "{\"m\": \($0)}\n" }.joined())
        #expect(ordered.join == .order && ordered.rows == Array(0..<6))
    }

    @Test("Nested fields, several models, and repeats of a drawn set")
    func series() throws {
        let lines = ["a", "b"].map { "{\"id\": \"r1\", \"model\": \"\($0)\", \"out\": {\"f1\": 0.25}}\n" }.joined()
        let file = try scores(lines, named: [try FieldPath(parsing: "f1=out.f1")], series: "model")
        #expect(file.rows == [1, 1])
        #expect(try file.numbers(under: "f1") == [0.25, 0.25])
        #expect(throws: AnalysisError.self) { try scores(lines) }
        #expect(try scores(lines, repeats: true).rows == [1, 1])
    }

    private func expect(_ expected: (String) -> AnalysisError, _ content: String, id: String? = nil) {
        let path = workspace.path("scores.jsonl")
        #expect(throws: expected(path)) { try scores(content, id: id) }
    }

    @Test("Wrong joins name the record")
    func wrongJoins() {
        let train = corpus.path
        func at(_ path: String, _ line: Int) -> TextRecords.SourceLocation {
            TextRecords.SourceLocation(path: path, line: line)
        }
        let good = "{\"id\": \"r1\", \"m\": 1}\n"
        expect({ .idRepeated(at($0, 2), id: "r1", first: at($0, 1)) }, good + good)
        expect({ .scoreIDMissing(at($0, 2), key: "id") }, good + "{\"m\": 1}\n")
        expect({ .scoreIDMissing(at($0, 1), key: "id") }, "{\"id\": null}\n")
        expect(
            { .idsUnknown(at($0, 2), ids: ["r9", "r8"], count: 2, key: "id", corpus: train) },
            good + "{\"id\": \"r9\"}\n{\"id\": \"r8\"}\n")
        expect({ .rowOutOfRange(at($0, 1), found: "6", rows: 6, corpus: train) }, "{\"row\": 6}\n")
        expect({ .rowOutOfRange(at($0, 1), found: "1.5", rows: 6, corpus: train) }, "{\"row\": 1.5}\n")
        expect({ .countDiffers(path: $0, found: 1, expected: 6, corpus: train) }, "{\"m\": 1}\n")
        expect({ .corpusIDAbsent(path: $0, key: "key", corpus: train) }, "{\"key\": 1}\n", id: "key")
        expect({ .scoreKeyAbsent(path: $0, key: "n", available: ["m"]) }, "{\"m\": 1}\n", id: "n")
    }

    @Test("An id that two rows share cannot be joined")
    func ambiguous() throws {
        let path = try workspace.write([["id": 1], ["id": 2], ["id": 1]], to: "twice.jsonl")
        let table = try RecordTable.read(path: path)
        let scores = try workspace.write([["id": 1]], to: "s.jsonl")
        #expect(
            throws: AnalysisError.idAmbiguous(
                TextRecords.SourceLocation(path: scores, line: 1), id: "1",
                first: TextRecords.SourceLocation(path: path, line: 1),
                second: TextRecords.SourceLocation(path: path, line: 3))
        ) { try ScoreFile(path: scores, corpus: table) }
        let other = try workspace.write([["id": 2]], to: "o.jsonl")
        #expect(try ScoreFile(path: other, corpus: table).rows == [1])
    }

    @Test("Values that are no numbers, or out of range", arguments: ["\"nan\"", "\"inf\"", "\"x\"", "\"\""])
    func badText(value: String) throws {
        let file = try scores("{\"id\": \"r1\", \"m\": \(value)}\n")
        let place = TextRecords.SourceLocation(path: file.table.path, line: 1)
        #expect(throws: AnalysisError.notANumber(place, key: "m", found: String(value.dropFirst().dropLast()))) {
            try file.numbers(under: "m")
        }
    }

    @Test func badValues() throws {
        let file = try scores("{\"id\": \"r1\", \"m\": 1.5, \"e\": null, \"l\": [1]}\n")
        let place = TextRecords.SourceLocation(path: file.table.path, line: 1)
        #expect(throws: AnalysisError.outOfRange(place, key: "m", found: 1.5, minimum: 0, maximum: 1)) {
            try file.numbers(under: "m", within: 0...1)
        }
        #expect(throws: AnalysisError.valueMissing(place, key: "e", found: .null)) { try file.numbers(under: "e") }
        #expect(throws: AnalysisError.valueMissing(place, key: "l", found: .array)) { try file.texts(under: "l") }
        #expect(throws: AnalysisError.scoreKeyAbsent(path: file.table.path, key: "q", available: ["id", "m", "e", "l"])) {
            try file.numbers(under: "q")
        }
    }

    @Test("NaN as Python writes it", arguments: ["NaN", "Infinity", "-Infinity"])
    func bareNaN(word: String) {
        #expect {
            try scores("{\"id\": \"r1\", \"m\": \(word)}\n")
        } throws: { error in
            guard case AnalysisError.notANumber(let place, "m", let found) = error else { return false }
            return place.line == 1 && found.hasPrefix(word.prefix(3))
        }
    }
}
