import Foundation
import ParallelWork
import TestSupport
import Testing

@testable import TextRecords

@Suite struct CSVTests {
    @Test func cellsAreTexts() throws {
        let text =
            "\u{FEFF}id,text,\"the \"\"label\"\"\"\r\n1,\"a, b\",x\r\n\r\n2,\"say \"\"hi\"\"\nagain\",\"\"\r\n3, plain \"q\" ,中文"
        let table = try table(text, format: .csv)
        #expect(table.columns.map(\.name) == ["id", "text", "the \"label\""])
        #expect(try strings(table, "id") == ["1", "2", "3"])
        #expect(try strings(table, "text") == ["a, b", "say \"hi\"\nagain", " plain \"q\" "])
        #expect(try strings(table, "the \"label\"") == ["x", "", "中文"])
        #expect(try #require(table.column(named: "id")).count(of: .text) == 3)
        #expect((0..<3).map { table.location(ofRecord: $0).line } == [2, 4, 6])
        #expect(Array(table.recordBytes(1)) == Array("2,\"say \"\"hi\"\"\nagain\",\"\"".utf8))
        var bytes: [UInt8] = []
        table.appendJSON(ofRecord: 1, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"id": "2", "text": "say \"hi\"\nagain", "the \"label\"": ""}"#)
    }

    @Test(
        "Semicolons between cells are found by the header and the row under it",
        arguments: [
            ("id;text;label\n1;\"a, b; c\";x\n", ["id", "text", "label"]), ("\n;b\r\n1;2,5\r\n", ["Unnamed: 0", "b"]),
            ("a;b\n", ["a", "b"]),
            // A comma in the header, another count below, a tab, one column: as before.
            ("a;b,c\n1;2,3\n", ["a;b", "c"]), ("note; or text\nno more than one here\n", ["note; or text"]),
            ("a\nb;c\n", ["a"]),
            ("\"a;b\"\n1\n", ["a;b"]), ("a;\"b\nc\n", ["a;\"b"]),
        ])
    func semicolons(text: String, names: [String]) throws {
        let layout = try Array(text.utf8).withUnsafeBufferPointer { try RecordFormat.csv.layout(of: $0, path: "f") }
        let table = try #require(layout as? CSVLayout)
        #expect(table.header.names == names && layout.format == .csv)
    }

    @Test func cellsBetweenSemicolons() throws {
        let found = try table("id;text;label\r\n1;\"a, b; c\";x\r\n2;say \"hi\";1,5\r\n", format: .csv)
        #expect(try strings(found, "text") == ["a, b; c", "say \"hi\""])
        #expect(try strings(found, "label") == ["x", "1,5"])
        let splice = TableSplice(try #require(found.tableHeader), names: ["w"])
        var bytes = splice.start
        for row in 0..<2 { try splice.append(record: row, of: found, values: [0.5], to: &bytes) }
        #expect(String(decoding: bytes, as: UTF8.self) == "id;text;label;w\r\n1;\"a, b; c\";x;0.5\r\n2;say \"hi\";1,5;0.5\r\n")
        #expect(throws: RecordError.cellCount(SourceLocation(path: "f", line: 3), found: 3, expected: 2)) {
            try table("a;b\n1;2\n3;4;5\n", format: .csv)
        }
    }

    /// Cells stay where they are; only doubled quotes need a copy.
    @Test func plainCellsAreNotCopied() throws {
        let bytes = Array("a,b\n1,\"x y\"\n2,\"\"\"\"\n".utf8)
        let layout = try bytes.withUnsafeBufferPointer { try RecordFormat.csv.layout(of: $0, path: "f") }
        let chunk = bytes.withUnsafeBufferPointer {
            var reader = layout.reader(named: [])
            return reader.read($0, index: 0, offset: 0, isFirst: true, isLast: true, policy: .stop)
        }
        #expect(chunk.arena == [UInt8(ascii: "\"")])
        #expect(chunk.fields[1].spans.map(\.arenaChunk) == [nil, 0])
    }

    @Test func columnsWithoutNames() throws {
        let table = try table(",a,a,a.1,\n1,2,3,4,5", format: .csv)
        #expect(table.columns.map(\.name) == ["Unnamed: 0", "a", "a.2", "a.1", "Unnamed: 4"])
        #expect(try strings(table, "a.2") == ["3"])
    }

    /// Of two carriage returns before a newline one is of the cell, which has it wherever the row goes.
    @Test func aCarriageReturnAtTheEndOfACellStays() throws {
        for (text, format) in [("a,b\n1,z\r\r\n", RecordFormat.csv), ("a\tb\n1\t\"z\"\r\r\n", .tsv)] {
            let table = try table(text, format: format)
            let cell = try strings(table, "b")[0]
            #expect(cell == (format == .csv ? "z\r" : "\"z\"\r"))
            var bytes: [UInt8] = []
            table.appendJSON(ofRecord: 0, to: &bytes)
            #expect(try strings(TextRecordsTests.table(String(decoding: bytes, as: UTF8.self)), "b") == [cell])
            let splice = TableSplice(try #require(table.tableHeader), names: ["a"], overwriting: true)
            var row = splice.start
            try splice.append(record: 0, of: table, values: [2], to: &row)
            #expect(try strings(TextRecordsTests.table(String(decoding: row, as: UTF8.self), format: format), "b") == [cell])
        }
    }

    @Test func namedFields() throws {
        let text = "a.b,c\nx,y\n"
        let fields = try [FieldPath(parsing: "a.b"), FieldPath(parsing: "d=c"), FieldPath(parsing: "e=a.b")]
        let table = try table(text, format: .csv, named: fields)
        #expect(try [strings(table, "a.b"), strings(table, "d"), strings(table, "e")] == [["x"], ["y"], ["x"]])
        var bytes: [UInt8] = []
        table.appendJSON(ofRecord: 0, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"a.b": "x", "c": "y"}"#)
        #expect(throws: RecordError.fieldAbsent(path: "f", field: "c.d", available: ["a.b", "c"])) {
            try TextRecordsTests.table(text, format: .csv, named: [FieldPath(parsing: "c.d")])
        }
    }

    /// Rows that end early lack their last fields; one with more cells than the header is wrong unless those are empty.
    @Test func raggedRows() throws {
        let text = "a,b\n1,\"2\n2\"\n3\n4,5,6\n7,8,,\n"
        #expect(throws: RecordError.cellCount(place(5), found: 3, expected: 2)) {
            try TextRecordsTests.table(text, format: .csv)
        }
        let table = try table(text, format: .csv, onError: .skip)
        #expect(try strings(table, "a") == ["1", "3", "7"])
        #expect(table.column(named: "b")?.kind(at: 1) == .missing && table.shortRows == 1)
        #expect(table.skipped == [.cellCount(place(5), found: 3, expected: 2)])
        let splice = TableSplice(try #require(table.tableHeader), names: ["w"])
        var bytes = splice.start
        for row in 0..<3 { try splice.append(record: row, of: table, values: [0.5], to: &bytes) }
        #expect(String(decoding: bytes, as: UTF8.self) == "a,b,w\n1,\"2\n2\",0.5\n3,,0.5\n7,8,0.5\n")
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n3,4\n", 2, 3), ("a,b\n1,\"2\"x\n3,4\n", 2, 3), ("a,b\n\"1\n1\",\"2\n3,4\n", 3, 4),
        ("a,b\n1,\"2\" ,5\n3,4\n", 2, 3), ("a,\"b\n3,4\n", 1, 3),
    ])
    func openQuotesNameTheirLine(text: String, line: Int, column: Int) throws {
        #expect(throws: RecordError.quoteNotClosed(place(line, column))) { try table(text, format: .csv) }
    }

    /// The rest of a file with a missing quote is still there.
    @Test func anOpenQuoteCostsOneLine() throws {
        let table = try table("a,b\n1,\"2\n3,4\n5,\"6\n6\"\n7,8\n", format: .csv, onError: .skip)
        #expect(try strings(table, "a") == ["3", "5", "7"])
        #expect(table.skipped == [.quoteNotClosed(place(2, 3))])
    }

    @Test func anOpenQuoteAtTheEndOfALongFile() throws {
        var text = "id,text\n"
        var row = 0
        while text.utf8.count < 10 << 20 {
            text += "\(row),\"a review of some length, with commas, and a \"\"quote\"\" to it; number \(row)\"\n"
            row += 1
        }
        text += "\(row),\"the last one is open\n\(row + 1),x\n"
        #expect(throws: RecordError.quoteNotClosed(place(row + 2, String(row).count + 2))) {
            try TextRecordsTests.table(text, format: .csv, workers: 2)
        }
        let table = try table(text, format: .csv, onError: .skip, workers: 2)
        #expect(table.count == row + 1)
        #expect(table.skippedCount == 1)
    }

    /// A quote is looked for so far and no further, whether the bytes behind it are there or not.
    @Test func quotedCellsHaveALimit() throws {
        let scanner = CSVScanner(CSVDialect([UInt8(ascii: ",")], maximumQuoted: 5))
        for (text, isClosed) in [
            ("\"12345\",2\n", true), ("\"123456\",2\n", false), ("\"1\n345\"\n", true), ("\"1\n3456\"\n", false),
        ] {
            let bytes = Array(text.utf8)
            for count in bytes.indices.dropFirst() {
                bytes[..<count].withUnsafeBufferPointer { head in
                    var cells: [CSVScanner.Cell] = []
                    // Either more bytes are asked for, or the answer is the final one.
                    if let row = scanner.row(in: head, from: 0, isAtEnd: false, cells: &cells) {
                        #expect((row.openQuote == nil) == isClosed)
                    } else {
                        #expect(count <= 10)
                    }
                }
            }
            bytes.withUnsafeBufferPointer { all in
                var cells: [CSVScanner.Cell] = []
                #expect((scanner.row(in: all, from: 0, isAtEnd: true, cells: &cells)?.openQuote == nil) == isClosed)
            }
        }
    }

    @Test func wrongBytesNameTheirLine() throws {
        let bytes = Array("a,b\n1,\"é\n".utf8) + [0x61, 0xFF] + Array("\"\n3,4".utf8)
        #expect(throws: RecordError.notUTF8(place(3, 2))) { try RecordTable.read(bytes: bytes, path: "f", format: .csv) }
        let table = try RecordTable.read(bytes: bytes, path: "f", format: .csv, onError: .skip)
        #expect(try strings(table, "a") == ["3"])
        #expect(throws: RecordError.notUTF8(place(1, 1))) {
            try RecordTable.read(bytes: [0xFF] + Array(",b\n1,2".utf8), path: "f", format: .csv)
        }
    }

    /// Quotes of tab-separated corpora mostly mean nothing.
    @Test func tabsAreLenient() throws {
        let text = "id\ttext\n1\t\"So what,\" he said\n2\t\"open\n3\t\"two\nlines\"\n4\t\"a\"\"b\"\n5\t\"\"\n"
        let table = try table(text, format: .tsv)
        #expect(try strings(table, "id") == ["1", "2", "3", "4", "5"])
        #expect(try strings(table, "text") == ["\"So what,\" he said", "\"open", "two\nlines", "a\"b", ""])
        #expect((0..<5).map { table.location(ofRecord: $0).line } == [2, 3, 4, 6, 7])
    }

    @Test(arguments: ["", "\n\n", "a,b\n", "a,b", "\"a\"\n"])
    func tablesWithoutRows(text: String) {
        for format in [RecordFormat.csv, .tsv] {
            #expect(throws: RecordError.fileEmpty(path: "f")) { try table(text, format: format) }
        }
    }

    /// Valid or not, whatever the cuts, the same rows and the same errors.
    @Test(arguments: [RecordFormat.csv, .tsv])
    func cutsDoNotMatter(format: RecordFormat) throws {
        var random = SplitMix(seed: 41)
        for _ in 0..<1500 {
            let alphabet = Array("\"\"\"\n\n,,\t\tab é\r".utf8)
            let count = Int.random(in: 1...60, using: &random)
            let bytes = Array("\na,b\r\n".utf8) + (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            try Pieces.checkCuts(bytes, format, named: [FieldPath(parsing: "x=a.b")])
        }
    }

    /// Tables that Python's csv module wrote, in several dialects, and what they hold.
    @Test func agreesWithPython() throws {
        struct Case: Decodable {
            var delimiter: String
            var text: String
            var rows: [[String]]
        }
        let folder = Repository.file("Tests/Reference/CSV")
        let lines = try content(folder.appending(path: "tables.jsonl").path).split(separator: "\n")
        #expect(lines.count >= 100)
        for line in lines {
            let expected = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
            let table = try table(expected.text, format: expected.delimiter == "," ? .csv : .tsv)
            let columns = table.columns
            #expect(columns.map(\.name) == expected.rows[0])
            #expect(
                (0..<table.count).map { row in columns.map { $0.string(at: row) } } == Array(expected.rows.dropFirst()),
                "\(expected.text.debugDescription)")
            for row in 0..<table.count {
                var bytes: [UInt8] = []
                table.appendJSON(ofRecord: row, to: &bytes)
                let object = try JSONDecoder().decode([String: String].self, from: Data(bytes))
                #expect(object == Dictionary(uniqueKeysWithValues: zip(expected.rows[0], expected.rows[row + 1])))
            }
        }
    }
}
