@testable import Statistics
import TestSupport
import Testing

@Suite struct AreaBootstrapTests {
    /// Each replicate is the AUC over all pairs, rows counting as often as their group was drawn.
    @Test(arguments: 1...10) func replicatesAgreeWithAllPairs(seed: Int) throws {
        let rows = RankedRows(seed: UInt64(seed), rows: 120, folds: 1 + seed % 4, groups: 40, levels: 1 + seed % 4)
        let ranks = try rows.ranks()
        let bootstrap = try AreaBootstrap(ranks, groups: rows.groups)
        let areas = bootstrap.areas(replicates: 0..<20, seed: 77)
        var multiplicity = [UInt8](repeating: 0, count: Set(rows.groups).count)
        for replicate in 0..<20 {
            var generator = SeededGenerator(seed: 77, purpose: .areaBootstrap, key: UInt64(replicate))
            bootstrap.draw(into: &multiplicity, using: &generator)
            var weights = [Double](repeating: 0, count: rows.scores.count)
            var numberOfGroup: [Int: Int] = [:]
            for (index, packed) in bootstrap.packed.enumerated() {
                let (row, number) = (ranks.order[index], Int(packed >> 2))
                weights[row] = Double(multiplicity[number])
                // One number a group, one group a number.
                #expect(numberOfGroup.updateValue(number, forKey: rows.groups[row]) ?? number == number)
            }
            #expect(Set(numberOfGroup.values).count == numberOfGroup.count)
            let expected = Oracle.area(scores: rows.scores, isTest: rows.isTest, folds: rows.folds, weights: weights)
            #expect(abs(try #require(areas[replicate]) - expected) < 1e-12)
        }
    }

    @Test func strataKeepTheirSizes() throws {
        let rows = RankedRows(seed: 3, rows: 200, folds: 3, groups: 60, levels: 3)
        let bootstrap = try AreaBootstrap(rows.ranks(), groups: rows.groups)
        var multiplicity = [UInt8](repeating: 9, count: Set(rows.groups).count)
        #expect(bootstrap.strata.count == 3)
        var drawn = Set<Int>()
        for replicate in UInt64(0)..<50 {
            var generator = SeededGenerator(seed: 1, purpose: .areaBootstrap, key: replicate)
            bootstrap.draw(into: &multiplicity, using: &generator)
            for stratum in bootstrap.strata {
                #expect(multiplicity[stratum].reduce(0) { $0 + Int($1) } == stratum.count)
            }
            drawn.formUnion(multiplicity.indices.filter { multiplicity[$0] > 0 })
        }
        // A group escapes fifty replicates with a probability of e⁻⁵⁰.
        #expect(drawn == Set(multiplicity.indices))
    }

    /// Independent rows: the standard error is DeLong's, up to the bootstrap's own 2%.
    @Test(arguments: [1, 2, 3]) func standardErrorIsDeLongs(seed: Int) throws {
        var draws = Draws(UInt64(seed))
        let isTest = (0..<500).map { $0 % 5 < 2 }
        let scores = isTest.map { draws.normal() + ($0 ? 0.7 : 0) }
        let ranks = try RankStatistics(scores: scores, isTest: isTest)
        let interval = try BootstrapInterval(
            AreaBootstrap(ranks, groups: Array(scores.indices)).areas(replicates: 0..<2000, seed: 42))
        let expected = Oracle.deLongStandardError(scores: scores, isTest: isTest)
        #expect(abs(interval.standardError / expected - 1) < 0.08)
        // And the interval is the normal one, the distribution being near to it.
        #expect(abs(interval.lower - (ranks.area - 1.96 * expected)) < 0.3 * expected)
        #expect(abs(interval.upper - (ranks.area + 1.96 * expected)) < 0.3 * expected)
    }

    /// Five copies of each row in one group tell no more than one does: the very same replicates.
    @Test func copiesInAGroupAddNothing() throws {
        let rows = RankedRows(seed: 8, rows: 100, folds: 2, groups: 100, levels: 4)
        let single = try AreaBootstrap(rows.ranks(), groups: Array(rows.scores.indices))
        func five<Element>(_ values: [Element]) -> [Element] { (0..<5).flatMap { _ in values } }
        let copies = try AreaBootstrap(
            RankStatistics(scores: five(rows.scores), isTest: five(rows.isTest), folds: five(rows.folds)),
            groups: five(Array(rows.scores.indices)))
        #expect(single.areas(replicates: 0..<50, seed: 1) == copies.areas(replicates: 0..<50, seed: 1))
    }

    @Test func rangesAndOrderDoNotMatter() throws {
        let rows = RankedRows(seed: 9, rows: 150, folds: 3, groups: 50, levels: 3)
        let whole = try AreaBootstrap(rows.ranks(), groups: rows.groups).areas(replicates: 0..<30, seed: 5)
        let permuted = rows.permuted(seed: 2).rows
        let other = try AreaBootstrap(permuted.ranks(), groups: permuted.groups)
        #expect(other.areas(replicates: 17..<30, seed: 5) == Array(whole[17...]))
        #expect(other.areas(replicates: 0..<17, seed: 5) == Array(whole[..<17]))
        #expect(other.areas(replicates: 0..<30, seed: 6) != whole)
    }

    /// Two folds, one with pairs: replicates that draw none of its test rows have no AUC.
    @Test func replicatesWithoutPairsAreMissing() throws {
        let ranks = try RankStatistics(scores: [1, 2, 3], isTest: [false, true, true], folds: [0, 0, 1])
        let areas = try AreaBootstrap(ranks, groups: [0, 1, 2]).areas(replicates: 0..<200, seed: 3)
        let missing = areas.count { $0 == nil }
        // The one of two test groups that counts is missed by both draws with probability ¼.
        #expect(missing > 20 && missing < 80)
        #expect(try BootstrapInterval(areas).replicates == 200 - missing)
    }

    @Test func intervalByHand() throws {
        let interval = try BootstrapInterval([0.3, nil, 0.1, 0.2, 0.5, 0.4], level: 0.5)
        #expect(abs(interval.lower - 0.2) < 1e-15)
        #expect(abs(interval.upper - 0.4) < 1e-15)
        #expect(abs(interval.standardError - 0.025.squareRoot()) < 1e-15)
        #expect(interval.replicates == 5)
        #expect(try BootstrapInterval([0.7]).standardError == 0)
        #expect(throws: StatisticsError.noRows) { try BootstrapInterval([nil]) }
        #expect(throws: StatisticsError.shareOutOfRange(found: 0)) { try BootstrapInterval([0.5], level: 0) }
    }

    @Test func badInput() throws {
        let ranks = try RankStatistics(scores: [1, 2], isTest: [false, true])
        #expect(throws: StatisticsError.lengthMismatch(expected: 2, found: 1)) { try AreaBootstrap(ranks, groups: [1]) }
    }
}
