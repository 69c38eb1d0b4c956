import Foundation
import TestSupport
import Testing

@testable import TextRecords

@Suite struct TableSpliceTests {
    private func written(
        _ text: String, _ names: [String] = ["w", "p"], format: RecordFormat = .csv, overwriting: Bool = false,
        rows: [Int]? = nil
    ) throws -> String {
        let table = try table(text, format: format)
        let splice = TableSplice(try #require(table.tableHeader), names: names, overwriting: overwriting)
        var bytes: [UInt8] = []
        for row in rows ?? Array(0..<table.count) {
            try splice.append(
                record: row, of: table, values: names.indices.map { Double(row) + Double($0) / 4 }, to: &bytes)
        }
        return String(decoding: splice.start + bytes, as: UTF8.self)
    }

    @Test func columnsAreAddedAndAllElseStays() throws {
        #expect(
            try written("id,\"a \"\"b\"\"\"\r\n1,\"x\ny, z\"\n2, q\"uote \r\n")
                == "id,\"a \"\"b\"\"\",w,p\r\n1,\"x\ny, z\",0.0,0.25\n2, q\"uote ,1.0,1.25\r\n")
        #expect(try written("a\tb\n\"So what,\tc\n", format: .tsv) == "a\tb\tw\tp\n\"So what,\tc\t0.0\t0.25\n")
        #expect(try written("\u{FEFF}a\n\"\"\n", ["w"]) == "\u{FEFF}a,w\n\"\",0.0\n")
    }

    @Test func aRowWithoutALinesEndGetsOneBeforeAnother() throws {
        let text = "a,b\r\n1,2\r\n3,4"
        #expect(try written(text, []) == text)
        #expect(try written(text, ["w"]) == "a,b,w\r\n1,2,0.0\r\n3,4,1.0")
        #expect(try written(text, [], rows: [1, 1, 0]) == "a,b\r\n3,4\r\n3,4\r\n1,2\r\n")
    }

    @Test func columnsOfTheseNamesAreReplaced() throws {
        #expect(try written("w,a,p,b\n9,\"1,\"\"\",\"8\",2\n", overwriting: true) == "a,b,w,p\n\"1,\"\"\",2,0.0,0.25\n")
        #expect(try written("a,\"p\",\"w\"\r\n1,\"2\",\"3\"\r\n", overwriting: true) == "a,w,p\r\n1,0.0,0.25\r\n")
        #expect(try written("w,p\n1,2\n", overwriting: true) == "w,p\n0.0,0.25\n")
        // The second is the field `w.1`: left there, it would be the one that is read.
        #expect(try written("w,a,w\n1,2,3\n", overwriting: true) == "a,w,p\n2,0.0,0.25\n")
    }

    @Test func aQuoteThatOpensNothingStaysOne() throws {
        let text = "a\tw\tb\n\"x\ty\"z\tq\"\n"
        let before = try table(text, format: .tsv)
        #expect(before.count == 1 && before.column(named: "a")?.string(at: 0) == "\"x")
        let after = try written(text, ["w"], format: .tsv, overwriting: true)
        #expect(after == "a\tb\tw\n\"\"\"x\"\tq\"\t0.0\n")
        let again = try table(after, format: .tsv)
        #expect(again.column(named: "a")?.string(at: 0) == "\"x" && again.column(named: "b")?.string(at: 0) == "q\"")
    }

    /// Taking the columns off again gives the table, byte for byte.
    @Test func roundTrip() throws {
        var random = SplitMix(seed: 77)
        let cells = [
            "", "x", "中文", "\"\"", "\"a,b\"", "\"l1\nl2\"", "\"l1\r\nl2\"", "\"say \"\"hi\"\"\"", " 5 ", "q\"q", "\"\t\"",
        ]
        for _ in 0..<300 {
            let end = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
            let columns = Int.random(in: 2...4, using: &random)
            var text = Bool.random(using: &random) ? "\u{FEFF}" : ""
            text += (0..<columns).map { "c\($0)" }.joined(separator: ",") + end
            let rows = Int.random(in: 1...6, using: &random)
            for row in 0..<rows {
                text += (0..<columns).map { _ in cells.randomElement(using: &random) ?? "" }.joined(separator: ",")
                if row < rows - 1 || Bool.random(using: &random) { text += end }
            }
            let added = try written(text)
            let without = added.replacingOccurrences(of: ",w,p", with: "").replacingOccurrences(
                of: #",\d+\.0,\d+\.25(?=\r?\n|$)"#, with: "", options: .regularExpression)
            let isSame = without.utf8.elementsEqual(text.utf8)
            #expect(isSame, "\(text.debugDescription)")
        }
    }

    @Test func onlyTablesHaveAHeader() throws {
        #expect(try table("{\"a\": 1}\n").tableHeader == nil)
        #expect(try table("a,b\n1,2\n", format: .csv).tableHeader?.names == ["a", "b"])
    }

    @Test func whatWasWrittenCanBeOverwritten() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(path: folder, replacing: false, names: ["f"])
            let file = try #require(output.file("f"))
            try file.write("....rest")
            try file.overwrite(Array("head".utf8), at: 0)
            try file.write(" and more")
            try output.commit()
            #expect(try content(folder + "/f") == "headrest and more")
        }
    }
}
