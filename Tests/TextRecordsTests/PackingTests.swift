import CZlib
import Foundation
import TestSupport
import Testing

@testable import TextRecords

@Suite("Compressed files and archives")
struct PackingTests {
    static let csv = Array("text,label\nfirst text,a\nsecond text,b\n".utf8)

    /// A Zstandard frame of raw blocks (RFC 8878), as the format's description has it.
    static func zstd(_ data: [UInt8]) -> [UInt8] {
        var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0b1010_0000]
        frame += (0..<4).map { UInt8(truncatingIfNeeded: data.count >> (8 * $0)) }
        let block = data.count << 3 | 1
        return frame + (0..<3).map { UInt8(truncatingIfNeeded: block >> (8 * $0)) } + data
    }

    /// A zip archive of stored files.
    static func zip(_ files: [(name: String, data: [UInt8])], encrypted: Bool = false, method: Int = 0) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for (name, data) in files {
            let crc = Int(crc32(0, data, uInt(data.count)))
            let common =
                number(20, 2) + number(encrypted ? 1 : 0, 2) + number(method, 2) + number(0, 4) + number(crc, 4)
                + number(data.count, 4)
                + number(data.count, 4) + number(name.utf8.count, 2) + number(0, 2)
            directory += [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
            directory += number(0, 4) + number(archive.count, 4) + Array(name.utf8)
            archive += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + data
        }
        let end = [0x50, 0x4B, 5, 6] + number(0, 4) + number(files.count, 2) + number(files.count, 2)
        return archive + directory + end + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
    }

    @Test(
        "Zstandard is read, frame after frame, and whatever is skipped between them", arguments: 1...20 as ClosedRange<UInt64>)
    func zstandard(seed: UInt64) throws {
        let skipped: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 9, 9]
        let bytes = Self.zstd(Array(Self.csv[..<20])) + skipped + Self.zstd(Array(Self.csv[20...])) + Self.zstd([])
        let source = ZstdByteSource(ChoppedByteSource(bytes, seed: seed), path: "f")
        #expect(try drain(source, seed: seed) == Self.csv)
        let table = try RecordTable.read(bytes: bytes, path: "f.csv.zst")
        #expect(table.packing == .zstd && table.format == .csv && table.count == 2)
        #expect(table.digest == bytes.withUnsafeBufferPointer { Fingerprint.digest(of: $0) })
    }

    @Test("Zstandard that breaks off or is damaged is an error")
    func brokenZstandard() {
        let bytes = Self.zstd(Self.csv)
        #expect(throws: RecordError.unpackable(path: "f", .zstd, offset: bytes.count - 3, .truncated)) {
            try RecordTable.read(bytes: Array(bytes.dropLast(3)), path: "f")
        }
        #expect { try RecordTable.read(bytes: bytes + [1, 2, 3, 4, 5], path: "f") } throws: { error in
            guard case RecordError.unpackable("f", .zstd, _, .damaged) = error else { return false }
            return true
        }
    }

    @Test("A frame that gives less than it promised is damaged, however its bytes arrive")
    func shortFrame() {
        // 44 bytes promised, and one empty block.
        let bytes: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xA0, 0x2C, 0, 0, 0, 1, 0, 0]
        for seed in 1...10 as ClosedRange<UInt64> {
            #expect(throws: RecordError.self) {
                try drain(ZstdByteSource(ChoppedByteSource(bytes, seed: seed), path: "f"), seed: seed)
            }
        }
        #expect(throws: RecordError.self) { try drain(ZstdByteSource(MemoryByteSource(bytes), path: "f"), seed: 1) }
    }

    @Test("Carriage returns end lines where nothing else does; in JSON they are blanks but between objects")
    func oldLineEnds() throws {
        let table = try table("id,text\r1,first\r2,second\r")
        #expect(try strings(table, "text") == ["first", "second"])
        #expect(table.remarks == [ReadingRemark(.macLineEnds)])
        #expect(try strings(TextRecordsTests.table("{\"a\": \"x\"}\r{\"a\": \"y\"}\r"), "a") == ["x", "y"])
        #expect(try strings(TextRecordsTests.table("{\"tokens\":\r\r [\"a\"]}", format: .jsonLines), "tokens") == ["a"])
        #expect(try strings(TextRecordsTests.table("[{\"a\":\r\"x\"},\r{\"a\": \"y\"}]"), "a") == ["x", "y"])
    }

    @Test("The one file of a zip archive is read, whatever a Mac put beside it")
    func zipOfOne() throws {
        let files = [("__MACOSX/._a.csv", [1, 2]), ("data/", []), ("data/a.csv", Self.csv), (".DS_Store", [0] as [UInt8])]
        let bytes = Self.zip(files)
        let table = try RecordTable.read(bytes: bytes, path: "f.zip")
        #expect(table.packing == .zip && table.format == .csv && table.count == 2)
        #expect(table.remarks == [ReadingRemark(.member, "data/a.csv")])
        #expect(table.digest == bytes.withUnsafeBufferPointer { Fingerprint.digest(of: $0) })
        // As it comes through a pipe, without a look at its directory.
        for seed in 1...10 as ClosedRange<UInt64> {
            #expect(try drain(ZipByteSource(ChoppedByteSource(bytes, seed: seed), path: "f"), seed: seed) == Self.csv)
        }
    }

    @Test("Other archives are named")
    func otherArchives() {
        func error(_ bytes: [UInt8]) -> RecordError? {
            do throws(RecordError) {
                _ = try RecordTable.read(bytes: bytes, path: "f")
                return nil
            } catch { return error }
        }
        let two = Self.zip([("a.csv", Self.csv), ("b.csv", Self.csv)])
        #expect(error(two) == .zipOfSeveral(path: "f", files: ["a.csv", "b.csv"]))
        #expect(throws: RecordError.zipOfSeveral(path: "f", files: ["a.csv", "b.csv"])) {
            try drain(ZipByteSource(ChoppedByteSource(two, seed: 1), path: "f"), seed: 1)
        }
        #expect(error(Self.zip([])) == .foreign(path: "f", .emptyZip))
        #expect(error(Self.zip([("._x", [1])])) == .foreign(path: "f", .emptyZip))
        #expect(error(Self.zip([("a.csv", Self.csv)], encrypted: true)) == .foreign(path: "f", .encryptedZip))
        #expect(error(Self.zip([("a.csv", Self.csv)], method: 14)) == .foreign(path: "f", .zipMethod))
        let once = Self.zip([("a.csv", Self.csv)])
        #expect(error(Self.zip([("a.zip", once)])) == .foreign(path: "f", .packedTwice))
        #expect(error(Self.zstd(Self.zstd(Self.csv))) == .foreign(path: "f", .packedTwice))
        #expect(error(Self.zip([("[Content_Types].xml", [1]), ("xl/workbook.xml", [1])])) == .foreign(path: "f", .spreadsheet))
        #expect(error(Self.zip([("word/document.xml", [1])])) == .foreign(path: "f", .document))
        var damaged = Self.zip([("a.csv", Self.csv)])
        damaged[40] ^= 1
        #expect { try RecordTable.read(bytes: damaged, path: "f") } throws: { error in
            guard case RecordError.unpackable("f", .zip, _, .damaged) = error else { return false }
            return true
        }
    }

    @Test(
        "What is no corpus is named by its content",
        arguments: [
            (Array("PAR1".utf8) + [0, 1], ForeignContent.parquet), (Array("ARROW1".utf8) + [0, 0], .arrow),
            ([0xFF, 0xFF, 0xFF, 0xFF, 0x10], .arrow), (Array("SQLite format 3\0".utf8), .sqlite),
            ([0x80, 0x04, 0x95, 0x10, 0, 0], .pickle), ([0x89] + Array("PNG\r\n".utf8), .image),
            ([0xFF, 0xD8, 0xFF, 0xE0], .image),
            ([0x7F] + Array("ELF".utf8), .executable), (Array("%PDF-1.7".utf8), .pdf), ([0x93] + Array("NUMPY".utf8), .numpy),
            (Array("\n <!DOCTYPE html><html>".utf8), .html), (Array("<HTML><head>".utf8), .html),
            (Array("<?xml version=\"1.0\"?><corpus>".utf8), .xml),
            (Array("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n".utf8), .lfsPointer),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz),
            (Array("BZh91AY&SY".utf8), .bzip2), (Array("Rar!\u{1A}\u{07}".utf8), .rar), ([0, 1, 2, 3, 0, 0, 0, 9], .binary),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .oldOffice),
        ] as [([UInt8], ForeignContent)])
    func foreign(bytes: [UInt8], kind: ForeignContent) {
        #expect(throws: RecordError.foreign(path: "f", kind)) { try RecordTable.read(bytes: bytes, path: "f") }
    }

    @Test("A tar archive is one, compressed or not; a page is a text if it is said to be")
    func tarAndPage() throws {
        let tar =
            Array("a.csv".utf8) + [UInt8](repeating: 0, count: 252) + Array("ustar".utf8) + [UInt8](repeating: 0, count: 250)
        #expect(throws: RecordError.foreign(path: "f", .tar)) { try RecordTable.read(bytes: tar, path: "f") }
        #expect(throws: RecordError.foreign(path: "f", .packedTar)) { try RecordTable.read(bytes: gzip(tar), path: "f") }
        #expect(try table("<html>\n<p>\n", format: .plainText).count == 2)
    }
}
