@testable import Statistics
import TestSupport
import Testing

@Suite struct SidePermutationTests {
    private func pValue(_ rows: RankedRows, permutations: Int, seed: UInt64) throws -> CombinedPValue {
        let test = try SidePermutation(rows.ranks(), groups: rows.groups)
        return try test.pValue(
            exceedances: test.exceedances(permutations: 0..<permutations, seed: seed), permutations: permutations)
    }

    /// Groups of one to five rows on one side, in `folds` folds, with no shift: scores depend on the group and on chance.
    private func nullRows(seed: UInt64, groups: Int, folds: Int, shift: Double = 0) -> RankedRows {
        var draws = Draws(seed)
        var rows = RankedRows(seed: 0, rows: 0, folds: 1, groups: 1, levels: 1)
        for group in 0..<groups {
            // The first two groups of each fold are of one side each, so that every fold can be tested.
            let test = group < 2 * folds ? group < folds : draws.uniform() < 0.35
            let effect = draws.normal()
            for _ in 0...draws.index(below: 5) {
                rows.scores.append(effect + draws.normal() + (test ? shift : 0))
                rows.isTest.append(test)
                rows.folds.append(group % folds)
                rows.groups.append(group)
            }
        }
        return rows
    }

    /// All ten ways to call two of five groups "test", by the naive AUC, against the share among random permutations.
    @Test(arguments: 1...6) func agreesWithEnumeration(seed: Int) throws {
        var draws = Draws(UInt64(seed))
        let sizes = [1, 2, 3, 1, 2]
        let groups = sizes.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
        let scores = groups.map { _ in (3 * draws.normal()).rounded() }
        func area(_ test: [Int]) -> Double { Oracle.area(scores: scores, isTest: groups.map(test.contains)) }
        // Seeds 1 to 3 draw the two test groups, 4 to 6 the two train groups (three test groups).
        let observedTest = seed <= 3 ? [0, 2] : [0, 2, 4]
        let observed = area(observedTest)
        var (reaching, ways) = (0, 0)
        for bits in 0..<32 where bits.nonzeroBitCount == observedTest.count {
            ways += 1
            if area((0..<5).filter { bits >> $0 & 1 == 1 }) >= observed { reaching += 1 }
        }
        let ranks = try RankStatistics(scores: scores, isTest: groups.map(observedTest.contains))
        let count = 20_000
        let exceedances = try SidePermutation(ranks, groups: groups).exceedances(permutations: 0..<count, seed: 1)
        // Five standard deviations of a share are at most 0.018.
        #expect(abs(Double(exceedances[0]) / Double(count) - Double(reaching) / Double(ways)) < 0.018)
    }

    @Test func extremes() throws {
        let isTest = (0..<40).map { $0 < 20 }
        let scores = isTest.indices.map { Double($0) }
        let lowest = try SidePermutation(RankStatistics(scores: scores, isTest: isTest), groups: Array(0..<40))
        #expect(lowest.exceedances(permutations: 0..<99, seed: 1) == [99])
        let highest = try SidePermutation(
            RankStatistics(scores: scores.map { -$0 }, isTest: isTest), groups: Array(0..<40))
        #expect(highest.exceedances(permutations: 0..<99, seed: 1) == [0])
        #expect(try highest.pValue(exceedances: [0], permutations: 99) == CombinedPValue(folds: [0.01]))
        // Equal scores: every permutation reaches the observed ½.
        let constant = try SidePermutation(
            RankStatistics(scores: scores.map { _ in 1 }, isTest: isTest), groups: Array(0..<40))
        #expect(constant.exceedances(permutations: 0..<99, seed: 1) == [99])
    }

    /// With no shift, groups of unequal size and one fold, p is uniform: at each level the share of the simulations that
    /// reach it is the level, within four standard deviations.
    @Test func uniformUnderTheNull() throws {
        let simulations = 1000
        let values = try (0..<simulations).map {
            try pValue(nullRows(seed: UInt64(5000 + $0), groups: 30, folds: 1), permutations: 99, seed: UInt64($0)).combined
        }
        for level in [0.05, 0.1, 0.25, 0.5, 0.8] {
            let share = Double(values.count { $0 <= level + 1e-9 }) / Double(simulations)
            let deviation = (level * (1 - level) / Double(simulations)).squareRoot()
            #expect(abs(share - level) < 4 * deviation, "level \(level), share \(share)")
        }
    }

    @Test func combinationIsValidUnderTheNull() throws {
        let simulations = 400
        let values = try (0..<simulations).map {
            try pValue(nullRows(seed: UInt64(9000 + $0), groups: 60, folds: 5), permutations: 49, seed: UInt64($0)).combined
        }
        for level in [0.05, 0.2, 0.5] {
            let share = Double(values.count { $0 <= level }) / Double(simulations)
            #expect(share <= level + 4 * (level * (1 - level) / Double(simulations)).squareRoot())
        }
    }

    @Test func findsAShift() throws {
        let rows = nullRows(seed: 1, groups: 300, folds: 5, shift: 1.5)
        #expect(try pValue(rows, permutations: 999, seed: 1).combined < 0.01)
    }

    /// A group with rows of both sides takes no part: the same result without its rows.
    @Test func mixedGroupsAreLeftOutAndCounted() throws {
        let pure = nullRows(seed: 4, groups: 30, folds: 1, shift: 0.3)
        var mixed = pure
        for test in [true, false, true] {
            mixed.scores.append(test ? 100 : -100)
            mixed.isTest.append(test)
            mixed.folds.append(0)
            mixed.groups.append(1000)
        }
        let with = try SidePermutation(mixed.ranks(), groups: mixed.groups)
        let without = try SidePermutation(pure.ranks(), groups: pure.groups)
        #expect(with.mixedGroups == 1 && without.mixedGroups == 0)
        #expect(
            with.exceedances(permutations: 0..<200, seed: 2) == without.exceedances(permutations: 0..<200, seed: 2))
    }

    @Test func foldsOfOneSideAreCounted() throws {
        let ranks = try RankStatistics(scores: [1, 2, 3], isTest: [false, true, true], folds: [0, 0, 1])
        let test = try SidePermutation(ranks, groups: [0, 1, 2])
        #expect(test.untestedFolds == 1)
        #expect(test.exceedances(permutations: 0..<10, seed: 1).count == 1)
        let onlyMixed = try SidePermutation(
            RankStatistics(scores: [1, 2], isTest: [false, true]), groups: [5, 5])
        #expect(onlyMixed.untestedFolds == 1 && onlyMixed.mixedGroups == 1)
        #expect(try onlyMixed.pValue(exceedances: [], permutations: 9).combined == 1)
    }

    @Test func rangesAddUpAndRowOrderDoesNotMatter() throws {
        let rows = nullRows(seed: 6, groups: 60, folds: 3)
        let whole = try SidePermutation(rows.ranks(), groups: rows.groups).exceedances(permutations: 0..<100, seed: 4)
        let permuted = rows.permuted(seed: 8).rows
        let other = try SidePermutation(permuted.ranks(), groups: permuted.groups)
        let first = other.exceedances(permutations: 0..<37, seed: 4)
        let second = other.exceedances(permutations: 37..<100, seed: 4)
        #expect(zip(first, second).map { $0 + $1 } == whole)
    }

    @Test func combining() throws {
        #expect(CombinedPValue(folds: []).combined == 1)
        #expect(CombinedPValue(folds: [0.3]).combined == 0.3)
        #expect(abs(CombinedPValue(folds: [0.1, 0.2]).combined - 0.3) < 1e-15)
        #expect(CombinedPValue(folds: [0.7, 0.8]).combined == 1)
    }

    @Test func badInput() throws {
        let ranks = try RankStatistics(scores: [1, 2], isTest: [false, true])
        #expect(throws: StatisticsError.lengthMismatch(expected: 2, found: 1)) { try SidePermutation(ranks, groups: [1]) }
        let test = try SidePermutation(ranks, groups: [1, 2])
        #expect(throws: StatisticsError.lengthMismatch(expected: 1, found: 2)) {
            try test.pValue(exceedances: [1, 2], permutations: 9)
        }
        #expect(throws: StatisticsError.countTooSmall(found: 0, minimum: 1)) {
            try test.pValue(exceedances: [0], permutations: 0)
        }
    }
}
