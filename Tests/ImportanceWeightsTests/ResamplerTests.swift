import TestSupport
import Testing
@testable import ImportanceWeights
@testable import Statistics

@Suite struct ResamplerTests {
    @Test(arguments: [1, 2, 3]) func frequenciesFollowTheWeights(seed: Int) throws {
        let weights = [0.0, 1, 2, 3, 0, 4, 0]
        let count = 100_000
        let counts = try Resampler(weights: weights).counts(0..<count, seed: UInt64(seed))
        #expect(counts.reduce(0, +) == count)
        var chiSquare = 0.0
        for (weight, found) in zip(weights, counts) {
            let expected = weight / 10 * Double(count)
            if expected == 0 {
                #expect(found == 0)
            } else {
                chiSquare += (Double(found) - expected) * (Double(found) - expected) / expected
            }
        }
        // Three degrees of freedom: above 28 with a probability of 4 in a million.
        #expect(chiSquare < 28)
    }

    /// A weighted mean over the draws estimates the mean under the weights: the point of drawing.
    @Test(arguments: [3, 4, 5, 6]) func drawnMeanIsTheWeightedMean(seed: UInt64) throws {
        var draws = Draws(seed)
        let values = (0..<2000).map { _ in draws.normal() }
        let weights = values.map { $0 > 0 ? 3.0 : 1.0 }
        let count = 12_500
        let drawn = try Resampler(weights: weights).draw(0..<count, seed: seed).map { values[$0] }
        let total = weights.reduce(0, +)
        let weighted = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
        let variance = zip(values, weights).reduce(0) { $0 + $1.1 * ($1.0 - weighted) * ($1.0 - weighted) } / total
        #expect(
            abs(drawn.reduce(0, +) / Double(count) - weighted) < 4.5 * (variance / Double(count)).squareRoot(), "seed \(seed)")
    }

    @Test func drawsDependOnSeedAndNumberAlone() throws {
        let resampler = try Resampler(weights: (1...50).map(Double.init))
        let whole = resampler.draw(0..<500, seed: 8)
        #expect(resampler.draw(0..<100, seed: 8) == Array(whole[..<100]))
        #expect(resampler.draw(250..<500, seed: 8) == Array(whole[250...]))
        #expect(resampler.draw(0..<500, seed: 9) != whole)
        #expect(try Resampler(weights: (1...50).map { Double($0) * 1e300 }).draw(0..<500, seed: 8) == whole)
        #expect(resampler.draw(0..<0, seed: 8).isEmpty)
        #expect(
            resampler.counts(0..<500, seed: 8).enumerated().allSatisfy { row, count in
                count == whole.count { $0 == row }
            })
    }

    @Test func oneRowWithWeightIsAlwaysDrawn() throws {
        #expect(try Resampler(weights: [0, 0, .leastNonzeroMagnitude, 0]).draw(0..<50, seed: 1).allSatisfy { $0 == 2 })
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

    @Test(arguments: [0.01, 0.2, 0.5, 0.99]) func takesWholeGroupsUpToTheShare(share: Double) throws {
        let keys = keys(seed: 1, groups: 300)
        let pool = try ValidationPool(groupKeys: keys, share: share, seed: 42)
        #expect(Set(pool.rows).isDisjoint(with: pool.remainingRows))
        #expect((pool.rows + pool.remainingRows).sorted() == Array(keys.indices))
        let inside = Set(pool.rows.map { keys[$0] })
        #expect(inside.isDisjoint(with: pool.remainingRows.map { keys[$0] }))
        #expect(inside.count == pool.groups)
        let wanted = share * Double(keys.count)
        // Without the last group, of at most five rows, the share is not reached.
        #expect(Double(pool.rows.count) >= wanted)
        #expect(Double(pool.rows.count) < wanted + 5)
        #expect(pool.rows == pool.rows.sorted() && pool.remainingRows == pool.remainingRows.sorted())
    }

    @Test func theOrderOfRowsDoesNotMatter() throws {
        let keys = keys(seed: 2, groups: 100)
        var draws = Draws(3)
        let order = draws.shuffled(Array(keys.indices))
        let pool = try ValidationPool(groupKeys: keys, share: 0.3, seed: 7)
        let other = try ValidationPool(groupKeys: order.map { keys[$0] }, share: 0.3, seed: 7)
        #expect(other.rows.map { order[$0] }.sorted() == pool.rows)
        #expect(try ValidationPool(groupKeys: keys, share: 0.3, seed: 8) != pool)
    }

    /// A greater share extends a smaller one.
    @Test func sharesAreNested() throws {
        let keys = keys(seed: 4, groups: 100)
        let small = try ValidationPool(groupKeys: keys, share: 0.1, seed: 7)
        let large = try ValidationPool(groupKeys: keys, share: 0.4, seed: 7)
        #expect(Set(small.rows).isSubset(of: large.rows))
    }

    /// Over seeds each of 20 single rows is in a pool of 5 a quarter of the time.
    @Test func everyGroupHasTheSameChance() throws {
        var counts = [Int](repeating: 0, count: 20)
        for seed in UInt64(0)..<4000 {
            let pool = try ValidationPool(groupKeys: (0..<20).map { UInt64($0) }, share: 0.25, seed: seed)
            #expect(pool.rows.count == 5)
            for row in pool.rows { counts[row] += 1 }
        }
        // 1000 expected, standard deviation 27.
        for count in counts { #expect(abs(count - 1000) < 140) }
    }

    @Test func edges() throws {
        let all = try ValidationPool(groupKeys: [1, 2, 1], share: 1, seed: 1)
        #expect(all.rows == [0, 1, 2] && all.remainingRows.isEmpty && all.groups == 2)
        let least = try ValidationPool(groupKeys: (0..<50).map { UInt64($0) }, share: 1e-12, seed: 1)
        #expect(least.groups == 1 && least.rows.count == 1)
        #expect(try ValidationPool(groupKeys: [9, 9], share: 0.1, seed: 1).remainingRows.isEmpty)
    }

    @Test func badInput() {
        #expect(throws: WeightError.numbers(.noRows)) { try ValidationPool(groupKeys: [], share: 0.2, seed: 1) }
        for share in [0, -0.1, 1.01] {
            #expect(throws: WeightError.poolOutOfRange(found: share)) {
                try ValidationPool(groupKeys: [1], share: share, seed: 1)
            }
        }
        #expect(throws: WeightError.self) { try ValidationPool(groupKeys: [1], share: .nan, seed: 1) }
    }
}
