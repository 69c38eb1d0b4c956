/// The one hash function of features: words, fields and texts map to 64 bits, the same on every machine and in every run.
///
/// Words are identified by their hash alone: among a million words the chance that any two collide is below 10⁻⁷.
package enum FeatureHasher {
    /// The hash of `bytes` under `seed`: 128-bit multiply and fold over eight bytes at a time.
    /// Not meant to resist an adversary who knows the seed.
    package static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
        var state = seed ^ 0x9E37_79B9_7F4A_7C15
        var rest = bytes.count
        guard var next = UnsafeRawPointer(bytes.baseAddress) else { return mix(state, 0xE703_7ED1_A0B4_28DB) }
        while rest >= 8 {
            state = mix(state ^ UInt64(littleEndian: next.loadUnaligned(as: UInt64.self)), 0xA076_1D64_78BD_642F)
            next += 8
            rest -= 8
        }
        var tail: UInt64 = 0
        for position in 0..<rest {
            tail |= UInt64(next.load(fromByteOffset: position, as: UInt8.self)) &<< UInt64(position &* 8)
        }
        return mix(state ^ tail, 0xE703_7ED1_A0B4_28DB ^ UInt64(bytes.count))
    }

    /// The hash of a string's UTF-8.
    package static func hash(_ text: String, seed: UInt64) -> UInt64 {
        var text = text
        return text.withUTF8 { hash($0, seed: seed) }
    }

    /// Folds two words into one; every bit of the result depends on every bit of both.
    @inline(__always)
    package static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = (a ^ 0x2D35_8DCC_AA6C_78A5).multipliedFullWidth(by: b ^ 0x8BB8_4B93_962E_ACC9)
        var folded = product.high ^ product.low
        folded = (folded ^ (folded &>> 32)) &* 0xD6E8_FEB8_6659_FD93
        return folded ^ (folded &>> 32)
    }
}
