@testable import Statistics
import Testing

@Suite struct SeededGeneratorTests {
    /// The known answers that Random123 publishes for philox2x64 with ten rounds.
    @Test(arguments: [
        (UInt64(0), UInt64(0), UInt64(0), UInt64(0xCA00_A045_9843_D731), UInt64(0x66C2_4222_C9A8_45B5)),
        (.max, .max, .max, 0x65B0_21D6_0CD8_310F, 0x4D02_F322_2F86_DF20),
        (
            0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0,
            0x0A5E_742C_2997_341C, 0xB0F8_83D3_8000_DE5D
        ),
    ])
    func philoxKnownAnswers(low: UInt64, high: UInt64, key: UInt64, first: UInt64, second: UInt64) {
        #expect(Philox2x64.block(low, high, key: key) == (first, second))
    }

    /// The first outputs of SplitMix64 from state 0, where each step adds the increment.
    @Test func splitMixKnownAnswers() {
        #expect(SplitMix64.mix(0) == 0xE220_A839_7B1D_CDAF)
        #expect(SplitMix64.mix(0x9E37_79B9_7F4A_7C15) == 0x6E78_9E6A_A1B9_65F4)
        #expect(SplitMix64.mix(0x9E37_79B9_7F4A_7C15 &* 2) == 0x06C4_5D18_8009_454F)
    }

    /// FNV-1a of "" and of "a", as published.
    @Test func purposeCodes() {
        #expect(SeededGenerator.Purpose("").code == 0xCBF2_9CE4_8422_2325)
        #expect(SeededGenerator.Purpose("a").code == 0xAF63_DC4C_8601_EC8C)
    }

    /// Results are part of the output contract: the same seed gives the same numbers in every version that keeps this test.
    @Test func streamIsFrozen() {
        var generator = SeededGenerator(seed: 42, purpose: .init("validation-draw"), key: 7)
        let numbers = (0..<3).map { _ in generator.next() }
        let key = SplitMix64.mix(SplitMix64.mix(42) ^ SeededGenerator.Purpose("validation-draw").code)
        let first = Philox2x64.block(0, 7, key: key)
        let second = Philox2x64.block(1, 7, key: key)
        #expect(numbers == [first.0, first.1, second.0])
        #expect(numbers == [0x775B_2523_F952_E2DD, 0xFFFE_15C3_FC1A_282C, 0xF7CD_BDE4_76AB_38B9])
    }

    @Test func pureFunctionIsTheFirstOfTheStream() {
        for key in UInt64(0)..<50 {
            var generator = SeededGenerator(seed: 3, purpose: .areaBootstrap, key: key)
            let first = generator.next()
            #expect(SeededGenerator.bits(seed: 3, purpose: .areaBootstrap, key: key) == first)
            #expect(
                SeededGenerator.uniform(seed: 3, purpose: .areaBootstrap, key: key) == Double(first >> 11) * 0x1p-53)
        }
    }

    @Test func seedPurposeAndKeyAllMatter() {
        let all: [UInt64] = [
            SeededGenerator.bits(seed: 1, purpose: .init("validation-pool"), key: 1),
            SeededGenerator.bits(seed: 2, purpose: .init("validation-pool"), key: 1),
            SeededGenerator.bits(seed: 1, purpose: .init("validation-draw"), key: 1),
            SeededGenerator.bits(seed: 1, purpose: .init("validation-pool"), key: 2),
        ]
        #expect(Set(all).count == all.count)
    }

    /// Chi-square over 64 cells of the numbers of neighbouring keys (1), neighbouring seeds (2) and one stream (3).
    @Test(arguments: [1, 2, 3]) func uniformInEveryDirection(direction: Int) {
        let count = 64_000
        var cells = [Int](repeating: 0, count: 64)
        var stream = SeededGenerator(seed: 9, purpose: .init("stream"), key: 0)
        var sum = 0.0
        for index in 0..<count {
            let number: Double =
                switch direction {
                case 1: SeededGenerator.uniform(seed: 9, purpose: .init("validation-draw"), key: UInt64(index))
                case 2: SeededGenerator.uniform(seed: UInt64(index), purpose: .init("validation-draw"), key: 5)
                default: Double(stream.next() >> 11) * 0x1p-53
                }
            #expect(number >= 0 && number < 1)
            cells[Int(number * 64)] += 1
            sum += number
        }
        let chiSquare = cells.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
        // 63 degrees of freedom: outside 20...125 with a probability below 10⁻⁵.
        #expect(chiSquare > 20 && chiSquare < 125)
        // The mean has a standard deviation of 0.29/√64000.
        #expect(abs(sum / Double(count) - 0.5) < 0.0055)
    }

    @Test func indexStaysBelowItsBound() {
        var generator = SeededGenerator(seed: 1, purpose: .init("index"), key: 0)
        var seen = Set<Int>()
        for _ in 0..<1000 { seen.insert(generator.index(below: 7)) }
        #expect(seen == Set(0..<7))
        #expect(generator.index(below: 0) == 0)
        #expect(generator.index(below: 1) == 0)
    }
}
