import Foundation
import TestSupport
import Testing

@testable import TextRecords

@Suite struct JSONArrayTests {
    @Test func oneRecordAnObject() throws {
        let table = try table(
            """
            [
              {"text": "a]}\\"",
               "id": 1,
               "sub": {"k": ["x", "y"]}},
              {"text": "b"} , {"text": "[c", "id": 2}
            ]

            """, named: [FieldPath(parsing: "k=sub.k")])
        #expect(table.format == .jsonArray)
        #expect(try strings(table, "text") == ["a]}\"", "b", "[c"])
        #expect(try strings(table, "id") == ["1", "", "2"])
        #expect(try strings(table, "k") == ["x\ny", "", ""])
        #expect((0..<3).map { table.location(ofRecord: $0).line } == [2, 5, 5])
        var bytes: [UInt8] = []
        table.appendJSON(ofRecord: 0, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"text": "a]}\"", "id": 1, "sub": {"k": ["x", "y"]}}"#)
        var spliced: [UInt8] = []
        try RecordSplice(names: ["w"]).append(record: 1, of: table, values: [0.5], to: &spliced)
        #expect(String(decoding: spliced, as: UTF8.self) == #"{"text": "b", "w": 0.5}"#)
    }

    @Test(arguments: [
        ("[{\"a\": 1},\n 5]", RecordError.notAnObject(place(2), found: .number)),
        ("[{\"a\": 1},\n {\"a\" 2}]", .notJSON(place(2, 7), .unexpected(byte: UInt8(ascii: "2"), expected: .colon))),
        ("[{\"a\":\n 1} {}]", .ofDocument(.notJSON(place(2, 5), .unexpected(byte: UInt8(ascii: "{"), expected: .commaOrEnd)))),
        ("[{\"a\": 1},, {}]", .ofDocument(.notJSON(place(1, 11), .unexpected(byte: UInt8(ascii: ","), expected: .value)))),
        ("[{\"a\": 1}, ]", .ofDocument(.notJSON(place(1, 12), .unexpected(byte: UInt8(ascii: "]"), expected: .value)))),
        ("[{\"a\": 1}] {}", .ofDocument(.notJSON(place(1, 12), .trailingContent))), ("[{\"a\": 1}\n", .truncated(place(2, 1))),
        ("[{\"a\": 1},\n{\"a\": [", .truncated(place(2, 8))), ("[{\"a\": 1}, {\"a", .truncated(place(1, 15))),
        ("{\"a\": 1} ]", .ofDocument(.notJSON(place(1, 10), .unexpected(byte: UInt8(ascii: "]"), expected: .value)))),
        ("[]", .fileEmpty(path: "f")),
    ])
    func faultsNameTheirPlace(text: String, error: RecordError) {
        #expect(throws: error) { try table(text, format: .jsonArray) }
    }

    @Test func wrongElementsCanBeLeftOut() throws {
        let table = try table("[{\"a\": 1}, \"x, {}\", [{}], {\"a\" 2}, {\"a\": 3}]", format: .jsonArray, onError: .skip)
        #expect(try strings(table, "a") == ["1", "3"])
        #expect(table.skippedCount == 3)
    }

    @Test func cutsDoNotMatter() throws {
        for seed in 0..<400 as Range<UInt64> {
            var random = RandomJSON(seed: 7000 + seed)
            let objects = (0..<Int.random(in: 0...6, using: &random.generator)).map { _ in
                random.object(random.members(upTo: 3))
            }
            let separator = [",", ",\n", " ,\r\n  "].randomElement(using: &random.generator) ?? ","
            let text = "[ " + objects.joined(separator: separator) + "]\n"
            try Pieces.checkCuts(Array(text.utf8), .jsonArray, sizes: [1, 5, 30, 200])
            guard !objects.isEmpty else { continue }
            // The same records as one a line.
            let lines = try table(
                objects.map { $0.replacing("\n", with: " ").replacing("\r", with: " ") }.joined(separator: "\n"),
                format: .jsonLines)
            let array = try table(text, format: .jsonArray)
            #expect(array.count == lines.count)
            #expect(array.columns.map(\.name) == lines.columns.map(\.name))
            for name in lines.columns.map(\.name) where lines.columns.count < 20 {
                let kinds = (0..<lines.count).map {
                    (lines.column(named: name)?.kind(at: $0), array.column(named: name)?.kind(at: $0))
                }
                #expect(kinds.allSatisfy { $0 == $1 })
            }
        }
    }

    /// A scalar with brackets in it is wrong, and the file can be cut after a bracket: the first error is that of the whole
    /// file.
    @Test(arguments: ["[{}, 2\\ud80:{}\"", "[{}, 2{}x", "[{}, true[]"], [[0xFF], [0xFF, 0x20, 0x5D], []])
    func noScalarGoesOverACut(text: String, end: [UInt8]) throws {
        let bytes = Array(text.utf8) + end
        let whole = try Pieces(bytes, .jsonArray, size: nil).errors.first
        for size in [1, 4, 7] {
            var error = try Pieces(bytes, .jsonArray, size: size).errors.first
            // A piece that starts within a line does not know the columns.
            if case .notJSON(var place, let fault) = error, place.column == nil, case .notJSON(let known, _) = whole {
                place.column = known.column
                error = .notJSON(place, fault)
            }
            #expect(whole != nil && error == whole, "size \(size)")
        }
    }

    @Test func anyBytes() {
        var random = SplitMix(seed: 71)
        let alphabet = Array("[[]]{{}}\"\",,:\\ \n1a".utf8) + [0xFF]
        for format in [RecordFormat.jsonArray, .squad, .jsonLines] {
            for _ in 0..<3000 {
                let bytes = (0..<Int.random(in: 1...30, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0
                }
                guard let table = try? RecordTable.read(bytes: bytes, path: "f", format: format, onError: .skip) else {
                    continue
                }
                for row in 0..<table.count {
                    var json: [UInt8] = []
                    table.appendJSON(ofRecord: row, to: &json)
                    let isJSON = json.withUnsafeBufferPointer { JSONFaultFinder.find(in: $0) == nil }
                    #expect(isJSON && (format == .jsonLines || !json.contains(0x0A)))
                }
            }
        }
    }
}
