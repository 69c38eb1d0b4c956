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
        let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
        return "xxh128:" + hexadecimal(hash.high64) + hexadecimal(hash.low64)
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
