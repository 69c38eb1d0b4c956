/// The stream cipher ChaCha20 of RFC 8439, with its 256-bit key, a nonce of zeros and a block counter of 32 bits.
///
/// Keeps what is set aside on a disk from being read there. One key is for one file: a nonce is not needed. What is changed on
/// the disk is not noticed here; whoever reads a corpus again holds its digest.
struct ChaCha20: Sendable {
    /// Bytes of a block of the key stream.
    static let blockSize = 64

    private let key: SIMD8<UInt32>

    /// - Parameter key: Eight words; their bytes in little endian are those of the RFC's key.
    init(key: SIMD8<UInt32>) {
        self.key = key
    }

    /// A key of the system's randomness: it must not follow from a seed.
    static func random() -> ChaCha20 {
        var system = SystemRandomNumberGenerator()
        return ChaCha20(key: SIMD8<UInt32>.random(in: 0 ... .max, using: &system))
    }

    /// Encrypts or decrypts `bytes` in place.
    /// - Parameters:
    ///   - offset: Where the first byte is in the file; up to 2³⁸ bytes each have their own byte of the key stream.
    ///   - nonce: Three words; zeros but for the test vectors.
    func apply(to bytes: UnsafeMutableRawBufferPointer, at offset: Int, nonce: SIMD4<UInt32> = .zero) {
        var done = 0
        while done < bytes.count {
            let place = offset + done
            let block = block(UInt32(truncatingIfNeeded: place / Self.blockSize), nonce)
            let start = place % Self.blockSize
            let count = min(Self.blockSize - start, bytes.count - done)
            withUnsafeBytes(of: block) { stream in
                for byte in 0..<count { bytes[done + byte] ^= stream[start + byte] }
            }
            done += count
        }
    }

    /// 64 bytes of the key stream: four rows of the state, in little endian.
    private func block(
        _ counter: UInt32, _ nonce: SIMD4<UInt32>
    ) -> (SIMD4<UInt32>, SIMD4<UInt32>, SIMD4<UInt32>, SIMD4<UInt32>) {
        let constants = SIMD4<UInt32>(0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574)
        let last = SIMD4<UInt32>(counter, nonce[0], nonce[1], nonce[2])
        var (a, b, c, d) = (constants, key.lowHalf, key.highHalf, last)
        for _ in 0..<10 {
            Self.quarterRounds(&a, &b, &c, &d)
            // The diagonals become columns, and columns again.
            (b, c, d) = (Self.rotated(b, 1), Self.rotated(c, 2), Self.rotated(d, 3))
            Self.quarterRounds(&a, &b, &c, &d)
            (b, c, d) = (Self.rotated(b, 3), Self.rotated(c, 2), Self.rotated(d, 1))
        }
        return (
            (a &+ constants).littleEndian, (b &+ key.lowHalf).littleEndian, (c &+ key.highHalf).littleEndian,
            (d &+ last).littleEndian
        )
    }

    @inline(__always)
    private static func quarterRounds(
        _ a: inout SIMD4<UInt32>, _ b: inout SIMD4<UInt32>, _ c: inout SIMD4<UInt32>, _ d: inout SIMD4<UInt32>
    ) {
        a = a &+ b
        d = turned(d ^ a, 16)
        c = c &+ d
        b = turned(b ^ c, 12)
        a = a &+ b
        d = turned(d ^ a, 8)
        c = c &+ d
        b = turned(b ^ c, 7)
    }

    /// Each word turned left by `bits`.
    @inline(__always)
    private static func turned(_ words: SIMD4<UInt32>, _ bits: UInt32) -> SIMD4<UInt32> {
        (words &<< bits) | (words &>> (32 - bits))
    }

    /// The words, the one at `first` first.
    @inline(__always)
    private static func rotated(_ words: SIMD4<UInt32>, _ first: Int) -> SIMD4<UInt32> {
        switch first {
        case 1: SIMD4(words[1], words[2], words[3], words[0])
        case 2: SIMD4(words[2], words[3], words[0], words[1])
        default: SIMD4(words[3], words[0], words[1], words[2])
        }
    }
}

extension SIMD4<UInt32> {
    /// Each word with the bytes of a little-endian machine.
    fileprivate var littleEndian: Self {
        Self(self[0].littleEndian, self[1].littleEndian, self[2].littleEndian, self[3].littleEndian)
    }
}
