import TestSupport
import Testing

@testable import TextRecords

@Suite struct FormatDetectionTests {
    @Test(arguments: [
        ("{\"data\": [{\"title\": \"t\", \"paragraphs\": [", RecordFormat.squad),
        ("{\"version\": \"1\", \"x\": {\"a\": [1, {}]}, \"data\": [{\"split\": 1, \"paragraphs\": []}]}", .squad),
        ("{\n  \"data\": [\n    {\n      \"paragraphs\": [", .squad),
        ("[{\"context_id\": \"T\", \"context_text\": \"x\", \"qas\": [", .squad), ("[{\"title\": 1, \"paragraphs\": [", .squad),
        ("[{\"text\": \"a\"}]", .jsonArray), ("[\n  {\n", .jsonArray), ("[1, 2]\nfoo", .plainText),
        ("{\"data\": \"x\"}\n{\"data\": \"y\"}", .jsonLines), ("{\"data\": [{\"a\": 1}, {\"a\": 2}]}", .jsonArray),
        ("{\"version\":\"1.1\",\"data\":[]}", .squad), (" {\"data\": [ ],\n \"version\": 2 }\n", .squad), ("[]", .jsonArray),
        ("[ \n]\n", .jsonArray), ("[] x", .plainText), ("{\"data\": []}\n{\"data\": [1]}\n", .jsonLines),
        ("{\"data\": [], \"text\": \"x\"}", .jsonLines), ("{\"version\": 1}", .jsonLines),
        ("{\"version\": 1, \"data\": []", .jsonLines),
        ("{\"data\": [", .jsonLines), ("{\"a\": \"\\", .jsonLines), ("{", .jsonLines),
        ("EU B-ORG\nrejects O\n", .conll), ("海\tB-LOC\n钓\tO\n\n", .conll), ("a O\nb O\n", .plainText),
        ("one O\ntwo words here", .plainText), ("海 B\n洋 E\n的 S\n", .conll),
        ("id,text\n1,a\n2,b\n", .csv), ("id\ttext\n1\ta\n2\tb\n", .tsv), ("id;text\n1;a, b\n2;b\n", .csv),
        ("id;text\n1;a\n2;b;c\n", .plainText), ("One; two\nthree; four\n", .plainText), ("id,text\n1,\"a\nb\"\n2,b\n", .csv),
        ("Hello, world\nbye, all\nwell, so\n", .plainText), ("1,2\n3,4\n5,6\n", .plainText), ("a,b\n1,2\n", .plainText),
        ("rest of it\"}\n{\"a\": 1}\n{\"a\": 2}\n", .jsonLines), ("x\n{\"a\": 1}\n{\"a\": 2}\n{\"a\"", .jsonLines),
        ("A text\n{\"a\": 1}\n", .plainText), ("A text\n{\"a\": 1}\n{\"a\": 2}\nand more\n", .plainText),
        ("a,b\n1,2\n3\n4,5\n", .plainText), ("Just text.\nMore text.\n", .plainText),
    ])
    func byContent(text: String, format: RecordFormat) {
        #expect(RecordFormat.detect(Array(text.utf8)) == format)
        #expect(RecordFormat.detect(Array(text.utf8), path: "-") == format)
        #expect(RecordFormat.detect(Array(("\u{FEFF}" + text).utf8), path: "folder.csv/file") == format)
    }

    @Test(arguments: [
        ("x.csv", "only\none", RecordFormat.csv), ("X.CSV.GZ", "a,b\n", .csv), ("x.tsv", "a,b\n", .csv), ("x.tsv", "a\n", .tsv),
        ("x.csv", "id\ttext\n1\ta\n2\tb\n", .tsv), ("x.conll", "a b c", .conll), ("a/b.c/x.bio.gz", "a b", .conll),
        ("x.bmes", "a b", .conll), ("x.json", "[{\"a\": 1}]", .jsonArray), ("x.json", "{\"a\": 1}\n", .jsonLines),
        ("x.txt", "id,text\n1,a\n2,b\n", .csv), ("x.txt", "one,two\nthree,four\nsix,seven\n", .plainText),
        ("x.txt", "a B-X\nb O\n", .conll), ("x.csv", "{\"a\": 1}", .jsonLines),
        (".csv", "a b", .csv), ("csv", "a b", .plainText), ("x.gz", "a b", .plainText), ("x.csv", "", .plainText),
        ("x.jsonl.gz", "nope", .jsonLines), ("x.json", "[1]", .jsonLines), ("x.json", "[\n [[", .jsonArray),
        ("x.txt", "[[1]", .plainText), ("x.ndjson", "{\"a\": 1}", .jsonLines),
    ])
    func byName(path: String, text: String, format: RecordFormat) {
        #expect(RecordFormat.detect(Array(text.utf8), path: path) == format)
    }

    @Test(
        "Tabs in each of the first lines of what is taken for plain text",
        arguments: [
            ("id\ttext\n1\ta\n", nil as RecordFormat?, 1 as Int?), ("a\tb\tc\r\n\r\n\t\td\r\n", nil, 2),
            ("id\ttext\n1\ta\n", .plainText, nil),
            ("a\tb\n", nil, nil), ("a\tb\nc\n", nil, nil), ("a\tb\nc\td\te\n", nil, nil), ("a\nb\n", nil, nil), ("", nil, nil),
        ])
    func tabs(text: String, given: RecordFormat?, expected: Int?) throws {
        let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        for bytes in [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), gzip(Array(text.utf8)), text.isEmpty ? [] : utf16,
        ] {
            #expect(try RereadableRecords(bytes: bytes, path: "x.txt", format: given).tabs == expected)
        }
    }

    @Test func anyBytes() {
        var random = SplitMix(seed: 81)
        let alphabet = Array("[{}]\"\",:\\ \n\t1aO-B#,,".utf8) + [0xFF]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            _ = RecordFormat.detect(bytes)
        }
    }

    @Test func compressedAndConverted() throws {
        let text = "标题,内容\n一,在这里恕弟不恭之罪\n二,敢在尊前一诤\n"
        let gbk: [UInt8] = [
            0xB1, 0xEA, 0xCC, 0xE2, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x0A, 0xD2, 0xBB, 0x2C, 0xD4, 0xDA, 0xD5, 0xE2,
            0xC0, 0xEF, 0xCB, 0xA1, 0xB5, 0xDC, 0xB2, 0xBB, 0xB9, 0xA7, 0xD6, 0xAE, 0xD7, 0xEF, 0x0A, 0xB6, 0xFE,
            0x2C, 0xB8, 0xD2, 0xD4, 0xDA, 0xD7, 0xF0, 0xC7, 0xB0, 0xD2, 0xBB, 0xDA, 0xBA, 0x0A,
        ]
        for bytes in [gzip(Array(text.utf8)), gbk, gzip(gbk), gzip([0xEF, 0xBB, 0xBF] + Array(text.utf8))] {
            let table = try RecordTable.read(bytes: bytes, path: "f")
            #expect(table.format == .csv)
            #expect(table.isCompressed == GzipByteSource.isGzip(bytes))
            #expect(table.columns.map(\.name) == ["标题", "内容"])
            #expect(try strings(table, "内容") == ["在这里恕弟不恭之罪", "敢在尊前一诤"])
            #expect(table.byteCount == bytes.count)
            #expect(table.digest == bytes.withUnsafeBufferPointer { Fingerprint.digest(of: $0) })
        }
        #expect(try RecordTable.read(bytes: gbk, path: "f").encoding == .gb18030)
    }

    @Test func mixedEncodingsNameTheLine() throws {
        let utf8 = Array("{\"text\": \"在这里恕弟不恭之罪\"}\n".utf8)
        let chinese: [UInt8] = [
            0xD4, 0xDA, 0xD5, 0xE2, 0xC0, 0xEF, 0xCB, 0xA1, 0xB5, 0xDC, 0xB2, 0xBB, 0xB9, 0xA7, 0xD6, 0xAE, 0xD7,
            0xEF,
        ]
        let gbk = Array("{\"text\": \"".utf8) + chinese + Array("\"}\n".utf8)
        #expect(throws: RecordError.encodingsMixed(place(3), found: .gb18030, expected: .utf8)) {
            try RecordTable.read(bytes: utf8 + utf8 + gbk + utf8, path: "f")
        }
        let table = try RecordTable.read(bytes: utf8 + utf8 + gbk + utf8, path: "f", onError: .skip)
        #expect(table.count == 3)
        #expect(table.skipped == [.notUTF8(place(3, 11))])
        #expect(throws: RecordError.encodingsMixed(place(2), found: .utf8, expected: .gb18030)) {
            try RecordTable.read(bytes: gbk + utf8, path: "f")
        }
    }
}
