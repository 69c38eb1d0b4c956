import Foundation
import TestSupport
import Testing

@testable import TextRecords

@Suite struct CorpusSourceTests {
    static let rows = (0..<400).map { "\($0),在这里恕弟不恭之罪 敢在尊前一诤 \($0)\n" }.joined()
    static let table = "id,text\n" + rows

    @Test(arguments: [CharacterEncoding.utf8, .utf16le, .utf16be])
    func textComesOutAsUTF8(encoding: CharacterEncoding) throws {
        let bytes: [UInt8] =
            switch encoding {
            case .utf16le: encoding.mark + Self.table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case .utf16be: encoding.mark + Self.table.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            default: encoding.mark + Array(Self.table.utf8)
            }
        for (raw, isCompressed) in [(bytes, false), (gzip(bytes), true)] {
            let source = try CorpusSource(ChoppedByteSource(raw, seed: 3, most: 1000), path: "f")
            #expect(source.format == .csv)
            #expect(source.conversion.encoding == encoding)
            #expect((source.conversion.packing == .gzip) == isCompressed)
            #expect(source.markSize == 3)
            #expect(try drain(source.text, seed: 5, most: 700) == Array(Self.table.utf8))
        }
    }

    /// More text than is looked at first.
    @Test func longTextsAreWhole() throws {
        var text = ""
        while text.utf8.count < 5 << 20 { text += "{\"text\": \"row \(text.utf8.count) 中文\"}\n" }
        for raw in [Array(text.utf8), gzip(Array(text.utf8))] {
            let source = try CorpusSource(MemoryByteSource(raw), path: "f")
            #expect(source.format == .jsonLines)
            let read = try source.text.readAll(padding: 3)
            #expect(read.count == text.utf8.count + 3)
            #expect(read.dropLast(3).elementsEqual(text.utf8))
            #expect(read.suffix(3) == [0, 0, 0])
        }
    }

    @Test func filesAndTheirErrors() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/t.csv.gz"
            try Data(gzip(Array("a\n1\n".utf8))).write(to: URL(fileURLWithPath: path))
            let source = try CorpusSource(file(path), path: path)
            #expect(source.format == .csv)
            #expect(try source.text.readAll() == Array("a\n1\n".utf8))
            #expect(throws: RecordError.fileMissing(path: folder + "/no")) { try OpenDescriptor(path: folder + "/no") }
            #expect(throws: RecordError.fileIsFolder(path: folder)) { try OpenDescriptor(path: folder) }
            #expect(throws: RecordError.fileUnreadable(path: path + "/no", errno: 20)) {
                try OpenDescriptor(path: path + "/no")
            }
        }
        let empty = try CorpusSource(MemoryByteSource([]), path: "f")
        #expect(empty.format == .plainText)
        #expect(try empty.text.readAll().isEmpty)
    }

    /// Lines too are the same however they are cut and however their bytes arrive.
    @Test(arguments: [RecordFormat.plainText, .jsonLines])
    func linesAreCutAnywhere(format: RecordFormat) throws {
        var random = SplitMix(seed: 91)
        let lines = ["{\"a\": \"é\", \"b\": [1]}", "{\"b\": {\"c\": \"x\\n\"}}", "oops", "", " \r", "{\"a\": 1}\r"]
        for _ in 0..<500 {
            let count = Int.random(in: 1...12, using: &random)
            let text = (0..<count).map { _ in lines.randomElement(using: &random) ?? "" }.joined(separator: "\n")
            try Pieces.checkCuts(Array((text + "\n").utf8), format, named: [FieldPath(parsing: "b.c")])
        }
    }
}
