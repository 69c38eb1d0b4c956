import Statistics
import TestSupport
import Testing

@Suite("Intervals that hold together")
struct SimultaneousIntervalsTests {
    /// Sums of uniform numbers: normal enough, and the same everywhere.
    private static func normal(_ number: Int, _ draw: Int) -> Double {
        (0..<12).reduce(-6.0) {
            $0
                + SeededGenerator.uniform(
                    seed: 7, purpose: SeededGenerator.Purpose("simultaneous-test"), key: UInt64((draw * 100 + number) * 12 + $1)
                )
        }
    }

    @Test(
        "One figure has the usual interval, many a wider one: 1.96 and 3.08 standard errors of independent ones",
        arguments: [(1, 1.96), (24, 3.08)])
    func width(figures: Int, expected: Double) throws {
        // On the scale of roots, 10 with a standard error of 1.
        let replicates = (0..<4000).map { draw in
            (0..<figures).map { number -> Double? in
                let root = 10 + Self.normal(number, draw)
                return root * root
            }
        }
        let found = try SimultaneousIntervals([Double](repeating: 100, count: figures), replicates: replicates)
        #expect(abs(found.critical - expected) < 0.12)
        for interval in found.intervals {
            let interval = try #require(interval)
            #expect(abs(interval.upperBound.squareRoot() - 10 - expected) < 0.25)
            #expect(abs(10 - interval.lowerBound.squareRoot() - expected) < 0.25)
        }
    }

    @Test("Figures that do not vary have a point, those that most replicates lack have none")
    func degenerate() throws {
        let replicates: [[Double?]] = [[2, 1, nil], [2, 4, nil], [2, 9, 1]]
        let found = try SimultaneousIntervals([2, 4, 1], replicates: replicates)
        #expect(found.intervals[0].map { abs($0.upperBound - $0.lowerBound) < 1e-9 } == true)
        #expect(found.intervals[1]?.contains(4) == true)
        #expect(found.intervals[2] == nil)
        #expect(throws: StatisticsError.self) { try SimultaneousIntervals([1], replicates: []) }
    }
}

@Suite("The standard error of an AUC by groups")
struct AreaStandardErrorTests {
    @Test("With rows of their own it is DeLong's, which a naive sum gives; with pairs of equal rows √2 times as much")
    func deLong() throws {
        let count = 60
        let scores = (0..<count).map { row in
            (SeededGenerator.uniform(seed: 3, purpose: SeededGenerator.Purpose("area-error"), key: UInt64(row)) * 8).rounded()
        }
        let isTest = (0..<count).map { $0 % 3 == 0 }
        let ranks = try RankStatistics(scores: scores, isTest: isTest)
        func order(_ test: Double, _ train: Double) -> Double { test > train ? 1 : test == train ? 0.5 : 0 }
        let tests = (0..<count).filter { isTest[$0] }
        let trains = (0..<count).filter { !isTest[$0] }
        let area = ranks.area
        let ofTest = tests.map { test in
            trains.reduce(0) { $0 + order(scores[test], scores[$1]) } / Double(trains.count) - area
        }
        let ofTrain = trains.map { train in
            tests.reduce(0) { $0 + order(scores[$1], scores[train]) } / Double(tests.count) - area
        }
        func part(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } / Double(values.count * values.count) }
        let expected = (part(ofTest) + part(ofTrain)).squareRoot()
        #expect(abs(try ranks.standardError(groups: Array(0..<count)) - expected) < 1e-12)
        let doubled = try RankStatistics(scores: scores + scores, isTest: isTest + isTest)
        let groups = Array(0..<count)
        #expect(abs(try doubled.standardError(groups: groups + groups) - expected) < 1e-12)
        #expect(
            abs(try doubled.standardError(groups: Array(0..<2 * count)) - expected / 2.0.squareRoot()) < 1e-12)
    }
}
