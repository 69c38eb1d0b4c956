import Foundation
import TestSupport
import Testing

@testable import TextRecords

@Suite struct EncodingTests {
    static let chinese = "在这里恕弟不恭之罪，敢在尊前一诤：前人论书，每曰“字字有来历，笔笔有出处”。\n"
    /// The same in GBK, by Python's codec.
    static let gbk: [UInt8] = [
        0xD4, 0xDA, 0xD5, 0xE2, 0xC0, 0xEF, 0xCB, 0xA1, 0xB5, 0xDC, 0xB2, 0xBB, 0xB9, 0xA7, 0xD6, 0xAE, 0xD7, 0xEF,
        0xA3, 0xAC, 0xB8, 0xD2, 0xD4, 0xDA, 0xD7, 0xF0, 0xC7, 0xB0, 0xD2, 0xBB, 0xDA, 0xBA, 0xA3, 0xBA, 0xC7, 0xB0,
        0xC8, 0xCB, 0xC2, 0xDB, 0xCA, 0xE9, 0xA3, 0xAC, 0xC3, 0xBF, 0xD4, 0xBB, 0xA1, 0xB0, 0xD7, 0xD6, 0xD7, 0xD6,
        0xD3, 0xD0, 0xC0, 0xB4, 0xC0, 0xFA, 0xA3, 0xAC, 0xB1, 0xCA, 0xB1, 0xCA, 0xD3, 0xD0, 0xB3, 0xF6, 0xB4, 0xA6,
        0xA1, 0xB1, 0xA1, 0xA3, 0x0A,
    ]

    func decode(_ bytes: [UInt8], _ encoding: CharacterEncoding, seed: UInt64) throws -> [UInt8] {
        let source = try DecodingByteSource(ChoppedByteSource(bytes, seed: seed), from: encoding, path: "f")
        return try drain(source, seed: seed)
    }

    func find(_ bytes: [UInt8], isAll: Bool = true) -> CharacterEncoding {
        EncodingFinding.find(in: bytes, isAll: isAll).encoding
    }

    @Test func charactersAreConvertedWhereverTheyAreCut() throws {
        for seed in 1...30 as ClosedRange<UInt64> {
            #expect(try decode(Self.gbk + Self.gbk, .gb18030, seed: seed) == Array((Self.chinese + Self.chinese).utf8))
            // Four bytes of GB18030: U+3400, U+20000, U+1F600.
            let four: [UInt8] = [0x81, 0x39, 0xEE, 0x39, 0x95, 0x32, 0x82, 0x36, 0x94, 0x39, 0xFC, 0x36]
            #expect(try decode(four, .gb18030, seed: seed) == Array("\u{3400}\u{20000}\u{1F600}".utf8))
            let text = "\u{FEFF}ab中\u{1F600}\r\n"
            let low = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let high = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            #expect(try decode(low, .utf16le, seed: seed) == Array(text.utf8))
            #expect(try decode(high, .utf16be, seed: seed) == Array(text.utf8))
            #expect(try decode([0xFF, 0x00, 0xE4], .utf8, seed: seed) == [0xFF, 0x00, 0xE4])
        }
    }

    @Test func longTextsAreConverted() throws {
        var bytes: [UInt8] = []
        var text = ""
        for _ in 0..<3000 {
            bytes += Self.gbk
            text += Self.chinese
        }
        let source = try DecodingByteSource(MemoryByteSource(bytes), from: .gb18030, path: "f")
        #expect(try drain(source, seed: 1, most: 100_000) == Array(text.utf8))
    }

    @Test func wrongBytesHaveTheirPlace() throws {
        for seed in 1...10 as ClosedRange<UInt64> {
            let wrong = Self.gbk + Array("ab".utf8) + [0xB0, 0x20] + Self.gbk
            #expect(
                throws: RecordError.notInEncoding(
                    TextRecords.SourceLocation(path: "f", line: 2), .gb18030, offset: Self.gbk.count + 2)
            ) { try decode(wrong, .gb18030, seed: seed) }
            #expect(
                throws: RecordError.notInEncoding(
                    TextRecords.SourceLocation(path: "f", line: 2), .gb18030, offset: Self.gbk.count)
            ) { try decode(Self.gbk + [0xB0], .gb18030, seed: seed) }
            #expect(
                throws: RecordError.notInEncoding(TextRecords.SourceLocation(path: "f", line: 1), .utf16le, offset: 2)
            ) { try decode([0x61, 0x00, 0x00, 0xD8, 0x61, 0x00], .utf16le, seed: seed) }
        }
    }

    @Test func encodingsAreFound() {
        #expect(find(Self.gbk) == .gb18030)
        #expect(find(Array(Self.chinese.utf8)) == .utf8)
        #expect(find([]) == .utf8)
        #expect(find(Array("plain".utf8)) == .utf8)
        #expect(find([0xFF, 0xFE, 0x61, 0x00]) == .utf16le)
        #expect(find([0xFE, 0xFF, 0x00, 0x61]) == .utf16be)
        #expect(find([0xEF, 0xBB, 0xBF, 0x61]) == .utf8)
        #expect(find(Array("a\n".utf8) + [0xB0] + Array("\n".utf8)) == .utf8)
        // Labels: no line is sure by itself.
        let labels = (0..<9).flatMap { _ in Self.gbk[2..<4] + [0x0A] }
        #expect(find(Array(labels)) == .gb18030)
        // A head that ends within a character.
        #expect(find(Self.gbk + Self.gbk.dropLast(2), isAll: false) == .gb18030)
        #expect(find(Self.gbk.dropLast(4), isAll: false) == .gb18030)
        #expect(find(Array(Array(Self.chinese.utf8).dropLast(2)), isAll: false) == .utf8)
    }

    /// French in Windows-1252 and Korean in EUC-KR are not taken for Chinese.
    @Test func otherEncodingsAreNotTakenForChinese() {
        let french = Array(
            "Le caf\u{E9} \u{E9}tait ferm\u{E9} \u{E0} No\u{EB}l, na\u{EF}ve \u{EA}tre\n".unicodeScalars.map { UInt8($0.value) }
        )
        #expect(find((0..<50).flatMap { _ in french }) == .utf8)
        // 대한민국은 민주공화국이다
        let korean: [UInt8] = [
            0xB4, 0xEB, 0xC7, 0xD1, 0xB9, 0xCE, 0xB1, 0xB9, 0xC0, 0xBA, 0x20, 0xB9, 0xCE, 0xC1, 0xD6, 0xB0, 0xF8, 0xC8, 0xAD,
            0xB1, 0xB9, 0xC0, 0xCC, 0xB4, 0xD9, 0x0A,
        ]
        #expect(find((0..<50).flatMap { _ in korean }) == .utf8)
    }

    @Test func mixturesNameTheLine() {
        let utf8 = Array(Self.chinese.utf8)
        let first = EncodingFinding.find(in: utf8 + utf8 + Self.gbk + utf8, isAll: true)
        #expect(first.encoding == .utf8)
        #expect(first.mixture?.line == 3)
        #expect(first.mixture?.found == .gb18030)
        let second = EncodingFinding.find(in: Self.gbk + utf8, isAll: true)
        #expect(second.encoding == .gb18030)
        #expect(second.mixture?.line == 2)
        #expect(second.mixture?.expected == .gb18030)
    }

    @Test func anyBytes() throws {
        var random = SplitMix(seed: 6)
        for seed in 0..<2000 as Range<UInt64> {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            _ = EncodingFinding.find(in: bytes, isAll: seed % 2 == 0)
            for encoding in CharacterEncoding.allCases {
                guard let text = try? decode(bytes, encoding, seed: seed) else { continue }
                #expect(encoding == .utf8 || text.withUnsafeBufferPointer { UTF8Check.isValid($0) })
            }
        }
    }
}
