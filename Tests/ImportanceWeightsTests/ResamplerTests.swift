import TestSupport
import Testing
@testable import ImportanceWeights
@testable import Statistics

@Suite struct ResamplerTests {
    /// Every row has the copies that its weight asks for, rounded down or up, and over seeds as many as it asks for.
    @Test func copiesAreThoseOfTheWeightsOrOneMore() throws {
        let weights = [0.0, 1, 2, 3, 0, 4.5, 0]
        var sums = [Double](repeating: 0, count: weights.count)
        for seed in UInt64(0)..<2000 {
            let counts = try Resampler(weights: weights).counts(17, seed: seed)
            #expect(counts.reduce(0, +) == 17)
            for (row, (weight, count)) in zip(weights, counts).enumerated() {
                let asked = weight / 10.5 * 17
                #expect(abs(Double(count) - asked) < 1, "row \(row)")
                sums[row] += Double(count)
            }
        }
        // A count is one of two numbers: its standard deviation is at most a half.
        for (weight, sum) in zip(weights, sums) {
            #expect(abs(sum / 2000 - weight / 10.5 * 17) < 4.5 * 0.5 / 2000.squareRoot())
        }
    }

    /// Where neighbours are alike, the mean over the draws is nearly the mean under the weights: no noise of independent draws.
    @Test(arguments: [3, 4, 5, 6]) func drawnMeanIsTheWeightedMean(seed: UInt64) throws {
        var draws = Draws(seed)
        let values = (0..<2000).map { _ in draws.normal() }.sorted()
        let weights = values.map { $0 > 0 ? 3.0 : 1.0 }
        let count = 1250
        let drawn = try Resampler(weights: weights).draw(count, seed: seed).map { values[$0] }
        let total = weights.reduce(0, +)
        let weighted = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
        let error = drawn.reduce(0, +) / Double(count) - weighted
        // Even steps over ascending values are off by one step at most; independent draws by about thirty.
        let range = (values.last ?? 0) - (values.first ?? 0)
        #expect(abs(error) <= range / Double(count), "seed \(seed)")
    }

    @Test func drawsDependOnSeedAndWeightsAlone() throws {
        let resampler = try Resampler(weights: (1...50).map(Double.init))
        let whole = resampler.draw(500, seed: 8)
        #expect(resampler.draw(500, seed: 9) != whole)
        #expect(try Resampler(weights: (1...50).map { Double($0) * 1e300 }).draw(500, seed: 8) == whole)
        #expect(resampler.draw(0, seed: 8).isEmpty)
        let counts = resampler.counts(500, seed: 8)
        #expect(counts.enumerated().allSatisfy { row, count in count == whole.count { $0 == row } })
        // The order is one by chance: the first half is like the second.
        let half = whole.prefix(250).reduce(0, +)
        #expect(abs(half - whole.suffix(250).reduce(0, +)) < 4 * 12 * 16)
    }

    @Test func oneRowWithWeightIsAlwaysDrawn() throws {
        #expect(try Resampler(weights: [0, 0, .leastNonzeroMagnitude, 0]).draw(50, seed: 1).allSatisfy { $0 == 2 })
    }

    @Test func renormalises() throws {
        let some = try Resampler.renormalised([1, 2, 3, 4, 100], rows: [3, 0, 2])
        #expect(zip(some, [1.5, 0.375, 1.125]).allSatisfy { abs($0 - $1) < 1e-15 })
        #expect(throws: StatisticsError.zeroTotalWeight) { try Resampler.renormalised([0, 1], rows: [0]) }
        #expect(throws: StatisticsError.noRows) { try Resampler.renormalised([0, 1], rows: []) }
        #expect(throws: StatisticsError.rowOutOfRange(found: 2, rows: 2)) { try Resampler.renormalised([0, 1], rows: [0, 2]) }
        #expect(throws: StatisticsError.rowOutOfRange(found: -1, rows: 2)) { try Resampler.renormalised([0, 1], rows: [-1]) }
    }

    @Test func badInput() {
        #expect(throws: StatisticsError.noRows) { try Resampler(weights: []) }
        #expect(throws: StatisticsError.zeroTotalWeight) { try Resampler(weights: [0, 0]) }
        #expect(throws: StatisticsError.badWeight(row: 0, found: -1)) { try Resampler(weights: [-1, 2]) }
    }
}

@Suite struct ValidationPoolTests {
    /// Groups of one to five rows, with hashed keys, in random order of rows.
    private func keys(seed: UInt64, groups: Int) -> [UInt64] {
        var draws = Draws(seed)
        let keys = (0..<groups).flatMap { group in
            [UInt64](repeating: SplitMix64.mix(UInt64(group)), count: 1 + draws.index(below: 5))
        }
        return draws.shuffled(keys)
    }

    /// A score for each row that its group alone determines.
    private func logits(_ keys: [UInt64]) -> [Double] { keys.map { Double($0 % 1000) } }

    @Test(arguments: [0.01, 0.2, 0.5, 0.99]) func takesItsShareOfWholeGroups(share: Double) throws {
        let keys = keys(seed: 1, groups: 300)
        let pool = try ValidationPool(logits: logits(keys), groupKeys: keys, share: share, seed: 42)
        #expect(Set(pool.rows).isDisjoint(with: pool.remainingRows))
        #expect((pool.rows + pool.remainingRows).sorted() == Array(keys.indices))
        let inside = Set(pool.rows.map { keys[$0] })
        #expect(inside.isDisjoint(with: pool.remainingRows.map { keys[$0] }))
        #expect(inside.count == pool.groups)
        #expect(abs(Double(pool.groups) - share * 300) < 1)
        #expect(pool.rows == pool.rows.sorted() && pool.remainingRows == pool.remainingRows.sorted())
    }

    @Test func theOrderOfRowsDoesNotMatter() throws {
        let keys = keys(seed: 2, groups: 100)
        var draws = Draws(3)
        let order = draws.shuffled(Array(keys.indices))
        let pool = try ValidationPool(logits: logits(keys), groupKeys: keys, share: 0.3, seed: 7)
        let other = try ValidationPool(
            logits: logits(order.map { keys[$0] }), groupKeys: order.map { keys[$0] }, share: 0.3, seed: 7)
        #expect(other.rows.map { order[$0] }.sorted() == pool.rows)
        #expect(try ValidationPool(logits: logits(keys), groupKeys: keys, share: 0.3, seed: 8) != pool)
    }

    /// In every stretch of the logit are as many groups of the pool as its share asks for, or one more or less.
    @Test(arguments: [1, 2, 3]) func everyRegionHasItsShare(seed: UInt64) throws {
        let keys = (0..<400).map { UInt64($0) }
        let pool = try ValidationPool(logits: keys.map { Double($0 * 7 % 400) }, groupKeys: keys, share: 0.2, seed: seed)
        for region in 0..<10 {
            let held = pool.rows.count { $0 * 7 % 400 / 40 == region }
            #expect(abs(held - 8) <= 1)
        }
    }

    /// Over seeds each of 20 single rows is in a pool of 5 a quarter of the time.
    @Test func everyGroupHasTheSameChance() throws {
        var counts = [Int](repeating: 0, count: 20)
        for seed in UInt64(0)..<4000 {
            let pool = try ValidationPool(
                logits: (0..<20).map { Double($0 % 3) }, groupKeys: (0..<20).map { UInt64($0) }, share: 0.25, seed: seed)
            #expect(pool.rows.count == 5)
            for row in pool.rows { counts[row] += 1 }
        }
        // 1000 expected, standard deviation 27.
        for count in counts { #expect(abs(count - 1000) < 140) }
    }

    @Test func edges() throws {
        let all = try ValidationPool(logits: [0, 1, 2], groupKeys: [1, 2, 1], share: 1, seed: 1)
        #expect(all.rows == [0, 1, 2] && all.remainingRows.isEmpty && all.groups == 2)
        let least = try ValidationPool(
            logits: [Double](repeating: 0, count: 50), groupKeys: (0..<50).map { UInt64($0) }, share: 1e-12, seed: 1)
        #expect(least.groups == 1 && least.rows.count == 1)
        #expect(try ValidationPool(logits: [0, 0], groupKeys: [9, 9], share: 0.1, seed: 1).remainingRows.isEmpty)
    }

    @Test func badInput() {
        #expect(throws: WeightError.numbers(.noRows)) { try ValidationPool(logits: [], groupKeys: [], share: 0.2, seed: 1) }
        for share in [0, -0.1, 1.01] {
            #expect(throws: WeightError.poolOutOfRange(found: share)) {
                try ValidationPool(logits: [0], groupKeys: [1], share: share, seed: 1)
            }
        }
        #expect(throws: WeightError.self) { try ValidationPool(logits: [0], groupKeys: [1], share: .nan, seed: 1) }
    }
}
