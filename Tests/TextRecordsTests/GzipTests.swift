import CZlib
import Foundation
import TestSupport
import Testing

@testable import TextRecords

/// `bytes` as one gzip member.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard
        deflateInit2_(
            &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))) + 64)
    let room = output.count
    input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            stream.next_in = input.baseAddress
            stream.avail_in = uInt(input.count)
            stream.next_out = output.baseAddress
            stream.avail_out = uInt(output.count)
            _ = deflate(&stream, Z_FINISH)
        }
    }
    return Array(output.prefix(room - Int(stream.avail_out)))
}

@Suite struct GzipTests {
    static let text = Array(String(repeating: "一行 text with some length\n", count: 9000).utf8)

    func inflate(_ bytes: [UInt8], seed: UInt64) throws -> [UInt8] {
        try drain(GzipByteSource(ChoppedByteSource(bytes, seed: seed, most: 5000), path: "f"), seed: seed, most: 40_000)
    }

    @Test func membersFollowOneAnother() throws {
        let bytes = gzip(Self.text) + gzip([]) + gzip(Array("tail".utf8))
        #expect(GzipByteSource.isGzip(bytes))
        for seed in 1...20 as ClosedRange<UInt64> { #expect(try inflate(bytes, seed: seed) == Self.text + Array("tail".utf8)) }
        #expect(try inflate(bytes + [0, 0, 0], seed: 1) == Self.text + Array("tail".utf8))
        #expect(try drain(GzipByteSource(ChoppedByteSource(gzip([1, 2, 3]), seed: 3), path: "f"), seed: 3) == [1, 2, 3])
    }

    @Test func aFileThatBreaksOff() throws {
        let bytes = gzip(Self.text)
        for count in [2, 5, 10, 11, bytes.count / 2, bytes.count - 8, bytes.count - 1] {
            #expect(throws: RecordError.unpackable(path: "f", .gzip, offset: count, .truncated)) {
                try inflate(Array(bytes[..<count]), seed: 4)
            }
        }
        #expect(throws: RecordError.unpackable(path: "f", .gzip, offset: bytes.count + 1, .truncated)) {
            try inflate(bytes + [0x1F], seed: 4)
        }
    }

    @Test func damageIsFound() throws {
        var wrongSum = gzip(Self.text)
        wrongSum[wrongSum.count - 6] ^= 1
        for bytes in [wrongSum, gzip(Self.text) + Array("more".utf8), Array("plain".utf8), gzip(Self.text) + [0, 7]] {
            #expect {
                try inflate(bytes, seed: 5)
            } throws: { error in
                guard case RecordError.unpackable("f", .gzip, let offset, .damaged) = error else { return false }
                return offset > 0 && offset <= bytes.count
            }
        }
    }

    /// Whatever the bytes: text or an error, never a trap.
    @Test func anyBytes() {
        var random = SplitMix(seed: 9)
        let good = gzip(Array(Self.text.prefix(3000)))
        for seed in 0..<300 as Range<UInt64> {
            var bytes = good
            for _ in 0..<3 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random) }
            do {
                _ = try inflate(bytes, seed: seed)
            } catch {
                #expect(error is RecordError)
            }
        }
    }

    @Test func theContentNeedNotFitIntoMemory() throws {
        // 64 MB of zeros from 64 kB; only a buffer's worth is expanded at a time.
        let source = GzipByteSource(MemoryByteSource(gzip([UInt8](repeating: 0, count: 64 << 20))), path: "f")
        var buffer = [UInt8](repeating: 1, count: 1000)
        var total = 0
        while true {
            let got = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            if got == 0 { break }
            #expect(got <= 1000)
            total += got
        }
        #expect(total == 64 << 20)
    }
}
