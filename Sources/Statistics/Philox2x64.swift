/// Philox2x64-10: ten rounds of a keyed bijection of 128 bits (Salmon et al. 2011).
enum Philox2x64 {
    /// The image of the counter (`low`, `high`) under `key`.
    @inline(__always)
    static func block(_ low: UInt64, _ high: UInt64, key: UInt64) -> (UInt64, UInt64) {
        var (left, right, roundKey) = (low, high, key)
        for _ in 0..<10 {
            let product = left.multipliedFullWidth(by: 0xD2B7_4407_B1CE_6E93)
            left = product.high ^ roundKey ^ right
            right = product.low
            roundKey &+= 0x9E37_79B9_7F4A_7C15
        }
        return (left, right)
    }
}

/// The output function of SplitMix64 (Steele, Lea and Flood 2014), one step from the given state.
enum SplitMix64 {
    static func mix(_ state: UInt64) -> UInt64 {
        var z = state &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
