import ImportanceWeights
import TestSupport
import Testing

@Suite("The cube method: as likely as any other, and in balance")
struct BalancedSampleTests {
    /// Units with a one, a size and a score, and a column that repeats another.
    private func traits(_ units: Int) -> [Double] {
        var draws = Draws(5)
        return (0..<units).flatMap { _ -> [Double] in
            let size = Double(1 + draws.index(below: 5))
            let score = draws.uniform() * size
            return [1, size, score, 2 * size]
        }
    }

    @Test("Each unit is in a share of all samples")
    func chances() {
        let (units, seeds) = (30, 600)
        let sample = BalancedSample(traits: traits(units), width: 4)
        var counts = [Int](repeating: 0, count: units)
        for seed in 0..<seeds {
            for (unit, isIn) in sample.chosen(share: 0.25, seed: UInt64(seed)).enumerated() where isIn { counts[unit] += 1 }
        }
        // 150 expected, standard deviation 11.
        for count in counts { #expect(abs(count - 150) < 55, "\(counts)") }
    }

    @Test("Totals are those of all units, but for what the last few units leave", arguments: [0.1, 0.2, 0.5])
    func balance(share: Double) {
        let units = 400
        let traits = traits(units)
        for seed in UInt64(0)..<5 {
            let chosen = BalancedSample(traits: traits, width: 4).chosen(share: share, seed: seed)
            for trait in 0..<3 {
                let all = (0..<units).reduce(0) { $0 + traits[$1 * 4 + trait] }
                let own = (0..<units).reduce(0) { $0 + (chosen[$1] ? traits[$1 * 4 + trait] : 0) }
                let greatest = (0..<units).map { traits[$0 * 4 + trait] }.max() ?? 0
                // At most as many units as there are traits are settled without balance.
                #expect(abs(own - share * all) <= 4 * greatest, "trait \(trait): \(own) of \(share * all)")
            }
            #expect(abs(Double(chosen.count { $0 }) - share * Double(units)) <= 4)
        }
    }

    @Test("The same for the same seed; all, none and nothing")
    func edges() {
        let traits = traits(50)
        let sample = BalancedSample(traits: traits, width: 4)
        #expect(sample.chosen(share: 0.3, seed: 9) == sample.chosen(share: 0.3, seed: 9))
        #expect(sample.chosen(share: 0.3, seed: 9) != sample.chosen(share: 0.3, seed: 10))
        #expect(sample.chosen(share: 1, seed: 1).allSatisfy { $0 } && !sample.chosen(share: 0, seed: 1).contains(true))
        #expect(BalancedSample(traits: [], width: 2).chosen(share: 0.5, seed: 1).isEmpty)
        let zeros = BalancedSample(traits: [Double](repeating: 0, count: 40), width: 2).chosen(share: 0.5, seed: 1)
        #expect(zeros.count == 20)
    }
}
