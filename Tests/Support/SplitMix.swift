/// SplitMix64 (Steele, Lea and Flood 2014): the generator of the tests, small, seeded, the same everywhere.
///
/// The tests' own on purpose: what is drawn does not follow a change of the package's generator.
package struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// - Parameter seed: The state before the first step; equal seeds give equal numbers.
    package init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of `0..<limit`, by the remainder: a bias that no test of a few thousand draws sees.
    package mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
