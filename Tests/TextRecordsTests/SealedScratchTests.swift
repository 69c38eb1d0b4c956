import Foundation
import TestSupport
import Testing

@testable import TextRecords

@Suite("What a pipe brings and memory does not hold is on a disk, and cannot be read there")
struct SealedScratchTests {
    private static func bytes(_ hexadecimal: String) -> [UInt8] {
        hexadecimal.split(whereSeparator: { " :\n".contains($0) }).map { UInt8($0, radix: 16) ?? 0 }
    }

    @Test("RFC 8439, section 2.4.2: the cipher's own example")
    func example() {
        // The bytes 00 to 1f.
        let cipher = ChaCha20(
            key: SIMD8(
                0x0302_0100, 0x0706_0504, 0x0b0a_0908, 0x0f0e_0d0c, 0x1312_1110, 0x1716_1514, 0x1b1a_1918, 0x1f1e_1d1c))
        let text =
            "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
            + "sunscreen would be it."
        let expected = Self.bytes(
            """
            6e 2e 35 9a 25 68 f9 80 41 ba 07 28 dd 0d 69 81 e9 7e 7a ec 1d 43 60 c2 0a 27 af cc fd 9f ae 0b
            f9 1b 65 c5 52 47 33 ab 8f 59 3d ab cd 62 b3 57 16 39 d6 24 e6 51 52 ab 8f 53 0c 35 9f 08 61 d8
            07 ca 0d bf 50 0d 6a 61 56 a3 8e 08 8a 22 b6 5e 52 bc 51 4d 16 cc f8 06 81 8c e9 1a b7 79 37 36
            5a f9 0b bf 74 a3 5b e6 b4 0b 8e ed f2 78 5e 42 87 4d
            """)
        // The example's block counter starts at 1.
        var bytes = Array(text.utf8)
        bytes.withUnsafeMutableBytes {
            cipher.apply(to: $0, at: ChaCha20.blockSize, nonce: SIMD4(0, 0x4a00_0000, 0, 0))
        }
        #expect(bytes == expected)
        // The same in two parts, wherever they are cut.
        for cut in [0, 1, 63, 64, 65, 113] {
            var parts = Array(text.utf8)
            parts.withUnsafeMutableBytes { all in
                for part in [0..<cut, cut..<all.count] {
                    cipher.apply(
                        to: UnsafeMutableRawBufferPointer(rebasing: all[part]), at: ChaCha20.blockSize + part.lowerBound,
                        nonce: SIMD4(0, 0x4a00_0000, 0, 0))
                }
            }
            #expect(parts == expected, "cut at \(cut)")
        }
    }

    @Test("It gives back what it got, at any place, and its file has none of it")
    func sealed() throws {
        var draws = SeededDraws(seed: 5)
        let text = (0..<60_000).map { "secret number \($0) \(draws.next())\n" }.joined()
        let bytes = Array(text.utf8)
        let content = FileContent(bytes: bytes + [UInt8](repeating: 0, count: FileContent.padding), count: bytes.count)
        let source = MemoryByteSource(content)
        var prefix = [UInt8](repeating: 0, count: 1000)
        #expect(prefix.withUnsafeMutableBytes { source.read(into: $0) } == 1000)
        let scratch = try SealedScratch(prefix: prefix, then: source)
        #expect(scratch.size == bytes.count)
        #expect(try SealedByteSource(scratch, path: "-").readAll() == bytes)
        for offset in [0, 1, 63, 64, 1000, 1 << 20, bytes.count - 7, bytes.count] {
            let part = try SealedByteSource(scratch, path: "-").look(at: offset, count: 100)
            #expect(part == Array(bytes[offset..<min(offset + 100, bytes.count)]))
        }
        let stored = try scratch.storedBytes()
        #expect(stored.count == bytes.count)
        #expect(Data(stored).range(of: Data("secret number".utf8)) == nil)
        #expect(Set(stored).count == 256)
    }

    /// Numbers of a seed.
    private struct SeededDraws {
        private var state: UInt64
        init(seed: UInt64) { state = seed }
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            return state >> 40
        }
    }
}
