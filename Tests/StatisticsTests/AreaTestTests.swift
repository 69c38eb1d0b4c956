import Testing

@testable import Statistics

@Suite struct AreaTestTests {
    @Test func knowsTheNormalDistribution() {
        #expect(abs(AreaTest.pValue(area: 0.5, error: 0.1) - 0.5) < 1e-12)
        #expect(abs(AreaTest.pValue(area: 0.5 + 0.1644853626951473, error: 0.1) - 0.05) < 1e-9)
        #expect(AreaTest.pValue(area: 0.3, error: 0.1) > 0.97)
        #expect(AreaTest.pValue(area: 0.7, error: 0) == 1)
    }

    /// One row of each side in each of five folds: each fold is a toss, and the AUC the mean of five.
    @Test func fewGroupsFallBackOnTheNull() throws {
        let isTest = (0..<10).map { $0 % 2 == 1 }
        let ranks = try RankStatistics(scores: isTest.map { $0 ? 1 : 0 }, isTest: isTest, folds: (0..<10).map { $0 / 2 })
        #expect(abs(ranks.nullError(groups: (5, 5)) - (0.25 / 5).squareRoot()) < 1e-12)
        let error = AreaTest.error(of: ranks, bootstrap: 0, groups: (5, 5), factor: 2.0.squareRoot())
        #expect(abs(error - (0.5 / 5).squareRoot()) < 1e-12)
        #expect(AreaTest.error(of: ranks, bootstrap: 0.03, groups: (50, 50), factor: 2) == 0.06)
    }

    /// Mann and Whitney: √((n + m + 1) / 12nm) in one fold; with groups of four rows, twice as much.
    @Test func groupsAreWhatCounts() throws {
        let isTest = (0..<60).map { $0 < 40 }
        let ranks = try RankStatistics(scores: (0..<60).map(Double.init), isTest: isTest)
        let exact = (61.0 / (12 * 40 * 20)).squareRoot()
        #expect(abs(ranks.nullError(groups: (20, 40)) - exact) < 1e-12)
        #expect(abs(ranks.nullError(groups: (5, 10)) - 2 * exact) < 1e-12)
    }
}
