import TestSupport
import Testing

@testable import TextRecords

@Suite struct RecordErrorTests {
    static let good = "{\"a\": 1}\n"

    @Test(arguments: [
        ("{\"a\": }", 7, JSONFault.unexpected(byte: UInt8(ascii: "}"), expected: .value)),
        ("{'a': 1}", 2, .unexpected(byte: UInt8(ascii: "'"), expected: .key)),
        ("{\"a\" 1}", 6, .unexpected(byte: UInt8(ascii: "1"), expected: .colon)),
        ("{\"a\": 1 \"b\": 2}", 9, .unexpected(byte: UInt8(ascii: "\""), expected: .commaOrEnd)),
        ("{\"a\": 1,}", 9, .unexpected(byte: UInt8(ascii: "}"), expected: .key)),
        ("{\"a\": [1,]}", 10, .unexpected(byte: UInt8(ascii: "]"), expected: .value)),
        ("{\"a\": nan}", 7, .unknownWord("nan")),
        ("{\"a\": tru}", 7, .unknownWord("tru")),
        ("{\"a\": 01}", 7, .malformedNumber("01")),
        ("{\"a\": 1.}", 7, .malformedNumber("1.")),
        ("{\"a\": 12345678901234567890123x}", 7, .malformedNumber("12345678901234567890123x")),
        ("{\"a\": \"\\x\"}", 8, .malformedEscape),
        ("{\"a\": \"\\u12g4\"}", 8, .malformedEscape),
        ("{\"a\": \"\t\"}", 8, .controlCharacter(9)),
        ("{\"a\": 1}{\"a\": 2}", 9, .trailingContent),
        ("{\"a\": \"x}", 10, .unclosedString),
        ("{\"a\": [1", 9, .unclosed(.array)),
        ("{", 2, .unclosed(.object)),
    ])
    func faultsAreFound(line: String, column: Int, fault: JSONFault) {
        #expect(throws: RecordError.notJSON(place(3, column), fault)) {
            try table(Self.good + "\n" + line + "\n" + Self.good)
        }
    }

    @Test func depthHasALimit() throws {
        func nested(_ depth: Int) -> String {
            "{\"a\": " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
        }
        #expect(try table(nested(1000)).count == 1)
        #expect {
            try table(nested(2000))
        } throws: { error in
            guard case RecordError.notJSON(_, .tooDeep) = error else { return false }
            return true
        }
    }

    @Test(arguments: [("[1]", ValueKind.array), ("\"a\"", .text), ("5", .number), ("null", .null), ("true", .boolean)])
    func otherValuesAreNoRecords(line: String, kind: ValueKind) {
        #expect(throws: RecordError.notAnObject(place(2), found: kind)) { try table(Self.good + line) }
    }

    @Test(arguments: ["{\"a\": 1", "{\"a\": \"x", "{\"a\": \"x\\", "{\"a\": \"\\u00", "{\"a\"", "{\"a\": tr", "{\"a\": -", "{"])
    func aFileThatEndsWithinARecordWasCutOff(line: String) {
        #expect(throws: RecordError.truncated(place(2, line.utf8.count + 1))) { try table(Self.good + line) }
    }

    @Test func aFileCutWithinACharacter() {
        let bytes = Array((Self.good + "{\"a\": \"").utf8) + [0xE4, 0xB8]
        #expect(throws: RecordError.truncated(place(2, 8))) { try RecordTable.read(bytes: bytes, path: "f") }
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8, 0x22], [0x80],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xB0, 0xA1, 0x5C],
        ] as [[UInt8]])
    func wrongUTF8HasItsColumn(wrong: [UInt8]) {
        for format in [RecordFormat.jsonLines, .plainText] {
            let bytes = Array((Self.good + "{\"é\": \"").utf8) + wrong + Array("\"}\n{}".utf8)
            #expect(throws: RecordError.notUTF8(place(2, 9))) {
                try RecordTable.read(bytes: bytes, path: "f", format: format)
            }
        }
    }

    @Test func skippedLinesAreCounted() throws {
        let text = "{\"a\": 1}\nno\n\n{\"a\": 2}\n[]\n{\"a\": 3"
        let table = try table(text, onError: .skip)
        #expect(try strings(table, "a") == ["1", "2"])
        #expect(table.skippedCount == 3)
        #expect(
            table.skipped == [
                .notJSON(place(2, 1), .unknownWord("no")), .notAnObject(place(5), found: .array), .truncated(place(6, 8)),
            ])
        #expect((0..<2).map { table.location(ofRecord: $0).line } == [1, 4])
    }

    @Test func onlySoManyErrorsAreKept() throws {
        let lines = String(repeating: "no\n", count: 1000)
        let table = try table(Self.good + lines, onError: .skip)
        #expect(table.skippedCount == 1000)
        #expect(table.skipped.count == RecordTable.maximumSkippedErrors)
        #expect(table.skipped.last == .notJSON(place(101, 1), .unknownWord("no")))
        #expect(throws: RecordError.notJSON(place(1, 1), .unknownWord("no"))) {
            try TextRecordsTests.table(lines, format: .jsonLines, onError: .skip)
        }
    }

    @Test(arguments: ["", "\n\n", " \r\n\t\n", "\u{FEFF}"])
    func filesWithoutRecords(text: String) {
        for format in [nil, RecordFormat.jsonLines, .plainText] {
            #expect(throws: RecordError.fileEmpty(path: "f")) { try table(text, format: format) }
        }
    }

    @Test func filesThatCannotBeRead() throws {
        try withTemporaryFolder { folder in
            #expect(throws: RecordError.fileMissing(path: folder + "/no")) { try RecordTable.read(path: folder + "/no") }
            #expect(throws: RecordError.fileIsFolder(path: folder)) { try RecordTable.read(path: folder) }
            let under = folder + "/file/no"
            try Self.good.write(toFile: folder + "/file", atomically: false, encoding: .utf8)
            #expect(throws: RecordError.fileUnreadable(path: under, errno: 20)) { try RecordTable.read(path: under) }
            #expect(try RecordTable.read(path: folder + "/file").count == 1)
        }
    }

    /// The plain fault finder and simdjson agree on what JSON is, apart from what the shim repairs on purpose.
    @Test(arguments: [UInt64(11), 12])
    func theFaultFinderAgreesWithTheParser(seed: UInt64) {
        var random = RandomJSON(seed: seed)
        let parser = JSONRecordParser()
        var refused = 0
        for _ in 0..<20_000 {
            var bytes = Array(random.object(random.members(upTo: 3)).utf8)
            if random.chance(80) {
                for _ in 0..<Int.random(in: 1...2, using: &random.generator) {
                    let at = Int.random(in: 0..<bytes.count, using: &random.generator)
                    let new = Array("{}[]\",:\\01ae.-u \t".utf8).randomElement(using: &random.generator) ?? 0
                    switch Int.random(in: 0..<3, using: &random.generator) {
                    case 0: bytes[at] = new
                    case 1: bytes.insert(new, at: at)
                    default: if bytes.count > 1 { bytes.remove(at: at) }
                    }
                }
            }
            bytes.withUnsafeBufferPointer { line in
                guard UTF8Check.firstFault(in: line) == nil else { return }
                let finding = JSONFaultFinder.find(in: line)
                var accepted = true
                do {
                    try parser.parse(line, isPadded: false)
                } catch JSONRecordParser.Refusal.notAnObject {
                } catch {
                    accepted = false
                    refused += 1
                }
                #expect(accepted == (finding == nil), "\(String(decoding: line, as: UTF8.self)) \(String(describing: finding))")
            }
        }
        #expect(refused > 5000)
    }

    @Test func theTwoUTF8ChecksAgree() {
        var random = SplitMix(seed: 5)
        let alphabet: [UInt8] = [0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5]
        for _ in 0..<50_000 {
            let count = Int.random(in: 1...5, using: &random)
            let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            bytes.withUnsafeBufferPointer {
                #expect(UTF8Check.isValid($0) == (UTF8Check.firstFault(in: $0) == nil), "\(bytes)")
            }
        }
    }
}
