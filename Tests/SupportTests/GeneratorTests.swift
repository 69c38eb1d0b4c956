import TestSupport
import Testing

@Suite("The generators of the tests give the same numbers everywhere")
struct GeneratorTests {
    @Test("The first values of SplitMix64 from seed 0, as published with it")
    func splitMix() {
        var generator = SplitMix(seed: 0)
        #expect(
            (0..<3).map { _ in generator.next() } == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F])
    }

    @Test("One step of the generator of MMIX from 0 is its increment, and the next follows by hand")
    func linearCongruential() {
        let increment: UInt64 = 1_442_695_040_888_963_407
        var generator = LinearCongruential(seed: 0)
        #expect(generator.uniform() == Double(increment >> 11) * 0x1p-53)
        let second = increment &* 6_364_136_223_846_793_005 &+ increment
        #expect(generator.uniform() == Double(second >> 11) * 0x1p-53)
    }

    @Test("A name is a seed: its bytes in base 31 upon the salt")
    func named() {
        var (named, same) = (LinearCongruential(name: "ab", salt: 5), LinearCongruential(seed: (5 * 31 + 97) * 31 + 98))
        var other = LinearCongruential(name: "ab", salt: 7)
        let first = named.uniform()
        #expect(first == same.uniform() && first != other.uniform())
    }

    @Test(
        "Uniform numbers are the upper bits; normal ones have mean 0, variance 1 and the tails of a normal",
        arguments: [1, 2, 3])
    func draws(seed: UInt64) {
        var first = SplitMix(seed: 0)
        #expect(first.uniform() == Double(0xE220_A839_7B1D_CDAF as UInt64 >> 11) * 0x1p-53)
        var generator = SplitMix(seed: seed)
        let count = 10_000.0
        let numbers = (0..<Int(count)).map { _ in generator.normal() }
        let mean = numbers.reduce(0, +) / count
        #expect(abs(mean) < 4.5 / count.squareRoot())
        // The variance of a square is 2.
        #expect(abs(numbers.reduce(0) { $0 + $1 * $1 } / count - 1) < 4.5 * (2 / count).squareRoot())
        // Φ(-1.96) = 0.025 on either side.
        for tail in [numbers.count { $0 < -1.96 }, numbers.count { $0 > 1.96 }] {
            #expect(abs(Double(tail) / count - 0.025) < 4.5 * (0.025 * 0.975 / count).squareRoot())
        }
    }

    @Test("Numbers below a limit are all of them and no others", arguments: [1, 2, 7])
    func below(limit: Int) {
        var generator = SplitMix(seed: 3)
        #expect(Set((0..<200).map { _ in generator.below(limit) }) == Set(0..<limit))
    }

    @Test("Every element is drawn, about equally often")
    func elements() {
        var generator = LinearCongruential(seed: 3)
        let drawn = (0..<3000).map { _ in generator.element(of: ["a", "b", "c"]) }
        for name in ["a", "b", "c"] { #expect(abs(drawn.count { $0 == name } - 1000) < 150) }
    }
}
