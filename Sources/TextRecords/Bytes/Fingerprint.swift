import CXXHash

/// XXH3 hashes: equal bytes have equal hashes on every machine and in every run.
enum Fingerprint {
    /// XXH3-64 with seed 0.
    @inline(__always)
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        XXH3_64bits(bytes.baseAddress, bytes.count)
    }

    /// XXH3-128 in its canonical spelling: `xxh128:` and 32 hexadecimal digits, as `xxhsum -H128` prints.
    static func digest(of bytes: UnsafeBufferPointer<UInt8>) -> String {
        spelled(XXH3_128bits(bytes.baseAddress, bytes.count))
    }

    fileprivate static func spelled(_ hash: XXH128_hash_t) -> String {
        "xxh128:" + hexadecimal(hash.high64) + hexadecimal(hash.low64)
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// ``Fingerprint/digest(of:)`` of bytes that come piece by piece.
final class DigestStream {
    // Null only if memory ran out; every digest is then that of no bytes.
    private let state = XXH3_createState()

    init() {
        if let state { XXH3_128bits_reset(state) }
    }

    deinit { XXH3_freeState(state) }

    /// Takes in the next bytes.
    func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let state { XXH3_128bits_update(state, bytes.baseAddress, bytes.count) }
    }

    /// The digest of all bytes so far.
    var digest: String {
        guard let state else { return "" }
        return Fingerprint.spelled(XXH3_128bits_digest(state))
    }
}
