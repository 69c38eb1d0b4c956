import ParallelWork
import Testing

@testable import TextRecords

@Suite struct JSONLinesTests {
    @Test func recordsAndFieldsInOrder() throws {
        let table = try table(
            """
            {"id": 7, "text": "ab"}
            {"text": "中文x", "ok": true, "none": null}
            """)
        #expect(table.format == .jsonLines)
        #expect(table.formatWasDetected)
        #expect(table.count == 2)
        #expect(table.columns.map(\.name) == ["id", "text", "ok", "none"])
        let text = try #require(table.column(named: "text"))
        #expect(text.meanCodePoints == 2.5)
        #expect(text.count(of: .text) == 2)
        #expect(try strings(table, "id") == ["7", ""])
        #expect(try strings(table, "ok") == ["", "true"])
        let none = try #require(table.column(named: "none"))
        #expect([none.kind(at: 0), none.kind(at: 1)] == [.missing, .null])
        #expect(none.count(of: .missing) == 1)
        #expect(none.fingerprint(at: 0) == FieldColumn.missingFingerprint)
        #expect(table.column(named: "other") == nil)
    }

    @Test func linesAndTheirEnds() throws {
        let table = try table("\u{FEFF}\r\n  \n{\"a\":1} \r\n\n\t{\"a\":2}")
        #expect(table.count == 2)
        #expect((0..<2).map { table.location(ofRecord: $0) } == [place(3), place(5)])
        #expect(Array(table.recordBytes(0)) == Array("{\"a\":1} ".utf8))
        #expect(Array(table.recordBytes(1)) == Array("\t{\"a\":2}".utf8))
        #expect(table.byteCount == 27)
    }

    @Test func escapesAndSurrogates() throws {
        let table = try table(#"{"a": "q\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00\u0000z", "\u0062": "plain"}"#)
        #expect(try strings(table, "a") == ["q\"\\/\u{8}\u{C}\n\r\té😀\0z"])
        #expect(try strings(table, "b") == ["plain"])
    }

    @Test(arguments: [
        (#""x\ud83d""#, "x\u{FFFD}"), (#""\ude00y""#, "\u{FFFD}y"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
        (#""\uD83Dabc""#, "\u{FFFD}abc"), (#""\\ud83d""#, "\\ud83d"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
        (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""\ud83d\n""#, "\u{FFFD}\n"),
    ])
    func loneSurrogatesAreReplaced(spelled: String, expected: String) throws {
        let line = "{\"a\": \(spelled), \"b\": 1}"
        let table = try table(line)
        #expect(try strings(table, "a") == [expected])
        #expect(try strings(table, "b") == ["1"])
        #expect(Array(table.recordBytes(0)) == Array(line.utf8))
    }

    @Test func numbersKeepTheirSpelling() throws {
        let numbers = ["1.10", "-0", "1e400", "123456789012345678901234567890", "-1.5E-7", "18446744073709551615"]
        let table = try table(numbers.map { "{\"n\": \($0) , \"s\": \"\\ud800\"}" }.joined(separator: "\n"))
        #expect(try strings(table, "n") == numbers)
        #expect(try strings(table, "s").allSatisfy { $0 == "\u{FFFD}" })
        #expect(try #require(table.column(named: "n")).count(of: .number) == 6)
    }

    /// Lists of strings stand for one text; those of characters are written as Chinese is.
    @Test(arguments: [
        (#"[["Ada", "reads", "."], [], ["Twice"]]"#, "Ada\nreads\n.\nTwice"), (#"[["a"], [["b"]]]"#, ""),
        (#"[["a"], "b"]"#, "a\nb"),
        (#"["国", "庆", "2", "日", "，", "去", "iPhone"]"#, "国庆2日，去iPhone"), (#"["中\n文", "字"]"#, "中\n文\n字"),
        (#"["上周", "退房"]"#, "上周\n退房"), (#"["中"]"#, "中"), (#"["很好", "。"]"#, "很好\n。"), (#"[["a", 1]]"#, ""),
    ])
    func lists(list: String, text: String) throws {
        let table = try table(#"{"t": \#(list), "u": "x"}"#)
        #expect(try strings(table, "t") == [text])
        let column = try #require(table.column(named: "t"))
        #expect(column.kind(at: 0) == .array && column.meanCodePoints == Double(text.unicodeScalars.count))
        #expect(column.firstArrayWithoutText == (text.isEmpty ? 0 : nil))
    }

    @Test func arraysAndObjects() throws {
        let table = try table(
            #"""
            {"t": ["a", "b\n", "中"], "e": [], "m": ["a", 1], "o": {"k": "v"}}
            {"t": ["a"], "e": [], "m": ["a", 2], "o": {"k": "w"}}
            """#)
        #expect(try strings(table, "t") == ["a\nb\n\n中", "a"])
        #expect(try strings(table, "e") == ["", ""])
        #expect(try strings(table, "m") == ["", ""])
        #expect(try strings(table, "o") == ["", ""])
        #expect(try prints(table, "m").count == 2)
        #expect(try prints(table, "o").count == 2)
        #expect(try prints(table, "e").count == 1)
        #expect(try #require(table.column(named: "o")).kind(at: 0) == .object)
    }

    @Test func ofDuplicateKeysTheLastCounts() throws {
        let table = try table(#"{"a": 1, "b": {"c": 1, "c": 2}, "a": "two"}"#, named: [FieldPath(parsing: "b.c")])
        #expect(table.columns.map(\.name) == ["a", "b", "b.c"])
        #expect(try strings(table, "a") == ["two"])
        #expect(try strings(table, "b.c") == ["2"])
        let column = try #require(table.column(named: "a"))
        #expect(column.count(of: .text) == 1 && column.count(of: .number) == 0)
    }

    @Test func nestedAndRenamedFields() throws {
        let named = try ["q=question", "answers.text", "first=answers.text.0", "meta.title", "id"].map {
            try FieldPath(parsing: $0)
        }
        let table = try table(
            #"""
            {"id": 1, "question": "Q1", "answers": {"text": ["x", "y\t"]}, "meta": {"title": "nested"}}
            {"id": 2, "question": "Q2", "answers": {"text": []}, "meta.title": "whole", "meta": {"title": "nested"}}
            {"id": 3}
            """#, named: named)
        #expect(
            table.columns.map(\.name) == [
                "id", "question", "answers", "meta", "q", "answers.text", "first", "meta.title",
            ])
        #expect(try strings(table, "q") == ["Q1", "Q2", ""])
        #expect(try strings(table, "answers.text") == ["x\ny\t", "", ""])
        #expect(try strings(table, "first") == ["x", "", ""])
        #expect(try strings(table, "meta.title") == ["nested", "whole", ""])
        #expect(try #require(table.column(named: "first")).kind(at: 1) == .missing)
    }

    @Test func aNamedFieldHidesItsNamesake() throws {
        let table = try table(#"{"text": "t", "body": "b"}"#, named: [FieldPath(parsing: "text=body")])
        #expect(table.columns.map(\.name) == ["body", "text"])
        #expect(try strings(table, "text") == ["b"])
    }

    @Test func fieldsThatAreNotThere() throws {
        let line = #"{"a": 1, "b": {"c": 2}}"#
        #expect(throws: RecordError.fieldAbsent(path: "f", field: "x", available: ["a", "b"])) {
            try table(line, named: [FieldPath(parsing: "x")])
        }
        #expect(throws: RecordError.fieldAbsent(path: "f", field: "b.d", available: ["a", "b"])) {
            try table(line, named: [FieldPath(parsing: "a"), FieldPath(parsing: "n=b.d")])
        }
        #expect(throws: RecordError.fieldNamedTwice("n")) {
            try table(line, named: [FieldPath(parsing: "n=a"), FieldPath(parsing: "n=b")])
        }
    }

    @Test func textIsRequiredWhereAskedFor() throws {
        let table = try table(
            """
            {"q": "t", "r": ["a"]}
            {"q": null}

            {"q": {"a": 5}}
            {"q": 5}
            """)
        #expect(throws: RecordError.wrongFieldType(place(4), field: "q", found: .object)) {
            try #require(CorpusSurvey(whole: table, findsFrequent: false).field(named: "q")).requireText()
        }
        try #require(CorpusSurvey(whole: table, findsFrequent: false).field(named: "r")).requireText()
    }

    @Test func keysThatAreDataDoNotFillTheMemory() throws {
        let lines = (0..<2000).map { "{\"key\($0)\": 1, \"last\": \($0)}" }
        let table = try table(lines.joined(separator: "\n"), named: [FieldPath(parsing: "key1500")])
        #expect(table.columns.count == RecordTable.maximumFields + 1)
        #expect(table.fieldsLeftOut == 2001 - RecordTable.maximumFields - 1)
        #expect(try strings(table, "key1500")[1500] == "1")
        #expect(try strings(table, "last")[1999] == "1999")
    }

    @Test func fingerprintsAreThoseOfXXH3() throws {
        // From the xxhash package for Python: xxh3_64_intdigest of b'' and b'a'.
        let table = try table(#"{"e": "", "a": "a", "b": "\u0061"}"#)
        let fingerprints = try ["e", "a", "b"].map { try #require(table.column(named: $0)).fingerprint(at: 0) }
        #expect(fingerprints == [0x2D06_8005_38D3_94C2, 0xE6C6_32B6_1E96_4E1F, 0xE6C6_32B6_1E96_4E1F])
        let twice = try self.twice()
        #expect(twice.fingerprint(ofRecord: 0) == twice.fingerprint(ofRecord: 1))
        #expect(twice.fingerprint(ofRecord: 0) != twice.fingerprint(ofRecord: 2))
    }

    private func twice() throws -> RecordTable { try table("{\"a\":1}\n{\"a\":1}\r\n{\"a\": 1}") }

    @Test func digestIsThatOfTheWholeFile() throws {
        // From the xxhash package for Python: xxh3_128_hexdigest(b'{"a":1}\n').
        #expect(try table("{\"a\":1}\n").digest == "xxh128:de4340533aee6781d69c0a5c48ed9e2f")
        #expect(try table("{\"a\":1}").digest != table("{\"a\":1}\n").digest)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func randomRecordsAreReadBack(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        var lines: [String] = []
        var texts: [[String]] = []
        for _ in 0..<400 {
            let values = [random.text(), random.text(upTo: 100)]
            var members = [
                random.member(key: "first", value: random.spelling(of: values[0])),
                random.member(key: "second key", value: random.spelling(of: values[1])),
                random.member(key: "n", value: random.value()),
            ]
            members.shuffle(using: &random.generator)
            lines.append(random.blanks() + random.object(members) + random.blanks())
            texts.append(values)
        }
        let table = try table(lines.joined(separator: "\n"), format: .jsonLines)
        #expect(try strings(table, "first") == texts.map { $0[0] })
        #expect(try strings(table, "second key") == texts.map { $0[1] })
        let points = texts.map { $0[1].unicodeScalars.count }.reduce(0, +)
        #expect(try #require(table.column(named: "second key")).meanCodePoints == Double(points) / Double(texts.count))
        #expect((0..<table.count).map { String(decoding: table.recordBytes($0), as: UTF8.self) } == lines)
    }

    /// The different fingerprints of a column.
    private func prints(_ table: RecordTable, _ name: String) throws -> Set<UInt64> {
        let column = try #require(table.column(named: name))
        return Set((0..<column.count).map { column.fingerprint(at: $0) })
    }
}
