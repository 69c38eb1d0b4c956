/// A counter-based random number generator: each number is a pure function of (seed, purpose, key, position).
///
/// Neither the order in which streams are used nor the number of threads can change a number, and streams with another
/// seed, purpose or key are independent for all practical purposes. The function is Philox2x64-10 of Salmon et al. 2011
/// ("Parallel random numbers: as easy as 1, 2, 3"): the counter is (position, key), the Philox key is a hash of the seed
/// and the purpose. Not for cryptography.
///
///     var generator = SeededGenerator(seed: 42, purpose: .areaBootstrap, key: 7)
///     let first = generator.next()
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private let philoxKey: UInt64
    private let streamKey: UInt64
    private var position: UInt64 = 0
    private var spare: UInt64 = 0
    private var hasSpare = false

    /// - Parameters:
    ///   - seed: The user's seed.
    ///   - purpose: What the numbers are for; keeps uses of the same seed and key apart.
    ///   - key: Which stream of that purpose: the hash of a group, the number of a replicate or of a draw.
    package init(seed: UInt64, purpose: Purpose, key: UInt64) {
        philoxKey = Self.philoxKey(seed: seed, purpose: purpose)
        streamKey = key
    }

    /// The next 64 bits of this stream.
    @inline(__always)
    package mutating func next() -> UInt64 {
        if hasSpare {
            hasSpare = false
            return spare
        }
        let block = Philox2x64.block(position, streamKey, key: philoxKey)
        position &+= 1
        spare = block.1
        hasSpare = true
        return block.0
    }

    /// The next number as an integer of `0..<bound` (0 for a bound of 0), uniform up to a bias of bound/2⁶⁴.
    ///
    /// Written out, rather than taken from the standard library, so that a number never depends on the library's version.
    @inline(__always)
    package mutating func index(below bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(bound, 0))).high)
    }

    /// The first 64 bits of the stream (seed, purpose, key), as a pure function.
    package static func bits(seed: UInt64, purpose: Purpose, key: UInt64) -> UInt64 {
        Philox2x64.block(0, key, key: philoxKey(seed: seed, purpose: purpose)).0
    }

    /// The first number of the stream (seed, purpose, key) as a multiple of 2⁻⁵³ in 0 ..< 1, as a pure function.
    package static func uniform(seed: UInt64, purpose: Purpose, key: UInt64) -> Double {
        Double(bits(seed: seed, purpose: purpose, key: key) >> 11) * 0x1p-53
    }

    /// Mixed after each of the two inputs, so that no seed can cancel a purpose.
    private static func philoxKey(seed: UInt64, purpose: Purpose) -> UInt64 {
        SplitMix64.mix(SplitMix64.mix(seed) ^ purpose.code)
    }
}

extension SeededGenerator {
    /// What random numbers are drawn for. Two purposes with different names never share a stream.
    package struct Purpose: Sendable, Hashable {
        /// The name, part of what determines every result: changing it changes all numbers of that purpose.
        package let name: String
        /// FNV-1a of the UTF-8 name.
        let code: UInt64

        /// A purpose of the caller's own.
        package init(_ name: String) {
            self.name = name
            code = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        }

        /// Replicates of the group bootstrap of the AUC; the key is the number of the replicate.
        package static let areaBootstrap = Purpose("area-bootstrap")
    }
}
