import TestSupport
import Testing

@testable import SparseFeatures

@Suite struct HashIndexTests {
    /// Hashes that differ in their upper bits only fall into one slot; the capacity is outgrown.
    @Test(arguments: [0, 32, 60] as [UInt64], [1, 4096])
    func numbersAreThoseOfADictionary(shift: UInt64, capacity: Int) {
        let seed: UInt64 = 71
        var draws = SplitMix(seed: seed)
        var index = HashIndex(capacity: capacity)
        for round in 0..<2 {
            var numbers: [UInt64: Int] = [:]
            for _ in 0..<3000 {
                let hash = 0 &- UInt64(draws.below(1500)) << shift  // the last slots too
                #expect(index.number(of: hash) == numbers[hash], "seed \(seed), round \(round)")
                let (number, isNew) = index.insert(hash)
                #expect(isNew == (numbers[hash] == nil), "seed \(seed), round \(round)")
                #expect(number == numbers[hash, default: numbers.count], "seed \(seed), round \(round)")
                numbers[hash] = number
            }
            #expect(index.count == numbers.count)
            #expect(index.hashes.enumerated().allSatisfy { numbers[$1] == $0 })
            index.removeAll()
            #expect(index.count == 0 && index.number(of: 0) == nil)
        }
    }

    @Test("Hashes that were made to agree in their lower or upper bits do not queue up")
    func madeToCollide() {
        for shift in [0, 20, 32, 44] as [UInt64] {
            var index = HashIndex(capacity: 16)
            for number in 0..<20_000 as Range<UInt64> { _ = index.insert(number << shift) }
            #expect(index.count == 20_000)
            // One queue would be 20,000 long.
            #expect(index.longestProbe < 200, "shift \(shift): \(index.longestProbe)")
        }
    }

    @Test(arguments: [(-1, 1), (0, 1), (1, 1), (2, 2), (3, 4), (4, 4), (5, 8), (1 << 20, 1 << 20), (1 << 20 + 1, 1 << 21)])
    func powersOfTwo(number: Int, expected: Int) {
        #expect(number.nextPowerOfTwo == expected)
    }
}
