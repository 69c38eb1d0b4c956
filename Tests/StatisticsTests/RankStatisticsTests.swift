import Foundation
@testable import Statistics
import TestSupport
import Testing

@Suite struct RankStatisticsTests {
    /// Many small cases with few score levels (ties everywhere), one to four folds, some of one side only.
    @Test(arguments: 1...40) func agreesWithAllPairs(seed: Int) throws {
        let rows = RankedRows(
            seed: UInt64(seed), rows: 10 + 3 * seed, folds: 1 + seed % 4, groups: 30, levels: 1 + seed % 5)
        var draws = Draws(UInt64(1000 + seed))
        let weights = rows.scores.map { _ in draws.uniform() < 0.2 ? 0 : draws.uniform() }
        let ranks = try rows.ranks()
        #expect(
            abs(ranks.area - Oracle.area(scores: rows.scores, isTest: rows.isTest, folds: rows.folds)) < 1e-12)
        #expect(
            abs(
                try ranks.area(weights: weights)
                    - Oracle.area(scores: rows.scores, isTest: rows.isTest, folds: rows.folds, weights: weights)) < 1e-12)
        #expect(abs(try ranks.area(weights: rows.scores.map { _ in 3 }) - ranks.area) < 1e-12)
        let permuted = try rows.permuted(seed: 5).rows.ranks()
        #expect(permuted.area == ranks.area)
    }

    @Test func byHand() throws {
        let sides = [false, false, true, true]
        #expect(try RankStatistics(scores: [1, 2, 3, 4], isTest: sides).area == 1)
        #expect(try RankStatistics(scores: [3, 4, 1, 2], isTest: sides).area == 0)
        #expect(try RankStatistics(scores: [5, 5, 5, 5], isTest: sides).area == 0.5)
        #expect(try RankStatistics(scores: [1, 3, 2, 4], isTest: sides).area == 0.75)
        #expect(try RankStatistics(scores: [0, -0.0, 0, -0.0], isTest: sides).area == 0.5)
        #expect(try RankStatistics(scores: [-.infinity, 0, 0, .infinity], isTest: sides).area == 0.875)
    }

    /// Perfect within each fold, but the folds are offset so that pooling hides it.
    @Test func foldsAreNotPooled() throws {
        let scores = [1.0, 2, 11, 12]
        let isTest = [false, true, false, true]
        #expect(try RankStatistics(scores: scores, isTest: isTest, folds: [4, 4, 7, 7]).area == 1)
        #expect(try RankStatistics(scores: scores, isTest: isTest).area == 0.75)
    }

    /// A fold of one pair at 1 and one of four pairs at 0.5: (1 + 4·0.5)/5.
    @Test func foldsCountByPairs() throws {
        let ranks = try RankStatistics(
            scores: [0, 1, 5, 5, 5, 5, 9], isTest: [false, true, false, false, true, true, true],
            folds: [0, 0, 1, 1, 1, 1, 2])
        #expect(ranks.comparablePairs == 5)
        #expect(abs(ranks.area - 0.6) < 1e-15)
    }

    /// Test N(d, 1) against train N(0, 1) has an AUC of Φ(d/√2).
    @Test func binormal() throws {
        var draws = Draws(21)
        let isTest = (0..<40_000).map { $0 % 2 == 0 }
        let scores = isTest.map { draws.normal() + ($0 ? 0.8 : 0) }
        let area = try RankStatistics(scores: scores, isTest: isTest).area
        // The standard error is about 0.0023.
        #expect(abs(area - Oracle.normalDistribution(0.8 / 2.0.squareRoot())) < 0.01)
    }

    @Test func badInput() throws {
        #expect(throws: StatisticsError.lengthMismatch(expected: 2, found: 1)) {
            try RankStatistics(scores: [1, 2], isTest: [true])
        }
        #expect(throws: StatisticsError.lengthMismatch(expected: 2, found: 3)) {
            try RankStatistics(scores: [1, 2], isTest: [true, false], folds: [1, 2, 3])
        }
        #expect(throws: StatisticsError.notANumber(row: 1)) { try RankStatistics(scores: [1, .nan], isTest: [true, false]) }
        #expect(throws: StatisticsError.emptySide(trainRows: 0, testRows: 2)) {
            try RankStatistics(scores: [1, 2], isTest: [true, true])
        }
        #expect(throws: StatisticsError.noComparablePairs) {
            try RankStatistics(scores: [1, 2], isTest: [true, false], folds: [1, 2])
        }
        let ranks = try RankStatistics(scores: [1, 2], isTest: [true, false])
        #expect(throws: StatisticsError.zeroTotalWeight) { try ranks.area(weights: [1, 0]) }
        #expect(throws: StatisticsError.lengthMismatch(expected: 2, found: 1)) { try ranks.area(weights: [1]) }
    }
}

@Suite struct CurveTests {
    private func areaBelow(_ points: [CurvePoint]) -> Double {
        zip(points, points.dropFirst()).reduce(0) {
            $0 + ($1.1.falsePositiveRate - $1.0.falsePositiveRate)
                * ($1.1.truePositiveRate + $1.0.truePositiveRate) / 2
        }
    }

    @Test(arguments: 1...12) func areaBelowIsTheArea(seed: Int) throws {
        let ranks = try RankedRows(
            seed: UInt64(seed), rows: 300, folds: 1 + seed % 3, groups: 60, levels: 1 + seed % 4
        ).ranks()
        for limit in [3, 10, 2000] {
            let points = try ranks.curve(limit: limit)
            #expect(points.count == limit)
            #expect(points.first == CurvePoint(falsePositiveRate: 0, truePositiveRate: 0))
            #expect(points.last == CurvePoint(falsePositiveRate: 1, truePositiveRate: 1))
            for (left, right) in zip(points, points.dropFirst()) {
                #expect(left.falsePositiveRate <= right.falsePositiveRate)
                #expect(left.truePositiveRate <= right.truePositiveRate)
            }
        }
        #expect(abs(areaBelow(try ranks.curve(limit: 20_002)) - ranks.area) < 1e-3)
    }

    @Test func byHand() throws {
        // From the top: test, train, test, train: up ½, right ½, up ½, right ½.
        let ranks = try RankStatistics(scores: [1, 2, 3, 4], isTest: [false, true, false, true])
        let points = try ranks.curve(limit: 6).map { [$0.falsePositiveRate, $0.truePositiveRate] }
        #expect(points == [[0, 0], [0, 0.5], [0.25, 0.5], [0.5, 1], [0.75, 1], [1, 1]])
        let tied = try RankStatistics(scores: [7, 7, 7], isTest: [false, true, false])
        #expect(try tied.curve(limit: 4).map(\.truePositiveRate) == [0, 0, 0.5, 1])
        #expect(throws: StatisticsError.countTooSmall(found: 2, minimum: 3)) { try tied.curve(limit: 2) }
    }
}
