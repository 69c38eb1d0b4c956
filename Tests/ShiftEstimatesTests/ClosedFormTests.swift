import Foundation
import ImportanceWeights
import ParallelWork
import TestSupport
import Statistics
import Testing

@testable import ShiftEstimates

@Suite("Estimates where the ratio and the answer are known")
struct ClosedFormTests {
    private let workers = WorkerPool(workers: 2)

    @Test("Cells of known shares: the weighted mean is Σ q μ")
    func cells() throws {
        // Shares p = 5, 3, 2 of 10 and q = 1, 3, 6 of 10; the metric is its cell's mean.
        let (p, q, means) = ([5, 3, 2], [1.0, 3, 6], [0.9, 0.5, 0.1])
        let cells = p.indices.flatMap { cell in [Int](repeating: cell, count: 10 * p[cell]) }
        let rows = ScoredRows(
            weights: cells.map { q[$0] / Double(p[$0]) }, groups: Array(cells.indices), groupCount: cells.count,
            testGroupSizes: [Int](repeating: 1, count: 50))
        let found = try Estimates(
            of: .mean(cells.map { means[$0] }), rows: rows,
            bootstrap: GroupBootstrap(groupCount: cells.count, replicates: 50, seed: 1),
            workers: workers)
        #expect(abs((found.values[.selfNormalised]?.value ?? 0) - 0.3) < 1e-12)
        #expect(abs((found.values[.unweighted]?.value ?? 0) - 0.62) < 1e-12)
        // (Σw)²/Σw² = 100²/(50·0.04 + 30 + 20·9).
        #expect(abs(found.effectiveRows - 10_000 / 212) < 1e-9)
        #expect(found.values[.doublyRobust] == nil)
    }

    @Test("Two Gaussians: the mean, and its variance e^(δ²)(1 + δ²)/n + 1/n_q", arguments: [UInt64(5), 6, 7])
    func gaussians(seed: UInt64) throws {
        let (shift, count, testCount) = (0.5, 2000, 1000)
        var generator = SeededGenerator(seed: seed, purpose: .init("test"), key: 1)
        let x = (0..<count).map { _ in generator.normal() }
        let rows = ScoredRows(
            weights: x.map { exp(shift * $0 - shift * shift / 2) }, groups: Array(0..<count), groupCount: count,
            testGroupSizes: [Int](repeating: 1, count: testCount))
        let found = try Estimates(
            of: .mean(x), rows: rows, bootstrap: GroupBootstrap(groupCount: count, replicates: 200, seed: 2), workers: workers)
        let estimate = try #require(found.values[.selfNormalised])
        let variance = exp(shift * shift) * (1 + shift * shift) / Double(count) + 1 / Double(testCount)
        let error = try #require(estimate.standardError)
        // Of 200 replicates a standard error has one of a twentieth of itself. How often intervals hold the truth is held by coverage.
        #expect(abs(error / variance.squareRoot() - 1) < 0.2, "seed \(seed)")
        #expect(abs(estimate.value - shift) < 4 * variance.squareRoot(), "seed \(seed)")
        #expect(try #require(estimate.interval).contains(estimate.value))
    }

    @Test("Clipping cuts at √n times the mean")
    func clipping() {
        let weights = [Double](repeating: 1, count: 99) + [901]
        let rows = ScoredRows(weights: weights, groups: Array(0..<100), groupCount: 100, testGroupSizes: [1])
        #expect(rows.clippedWeights.last == 100)
        #expect(rows.clipped.rows == 1 && abs(rows.clipped.mass - 0.801) < 1e-12)
    }

    @Test("Below 30 effective rows there is a value, but no interval")
    func fewRows() throws {
        let rows = ScoredRows(
            weights: [Double](repeating: 1, count: 29), groups: Array(0..<29), groupCount: 29, testGroupSizes: [1, 1])
        let found = try Estimates(
            of: .mean((0..<29).map(Double.init)), rows: rows,
            bootstrap: GroupBootstrap(groupCount: 29, replicates: 20, seed: 1),
            workers: workers)
        #expect(found.values[.selfNormalised]?.value == 14)
        #expect(found.values[.selfNormalised]?.interval == nil)
    }

    @Test("A figure of means and an area agree with their definitions, and lie in their bounds")
    func otherMeasures() throws {
        let groups = Array(0..<60)
        let rows = ScoredRows(
            weights: groups.map { $0 < 30 ? 1 : 3 }, groups: groups, groupCount: 60,
            testGroupSizes: [Int](repeating: 1, count: 40))
        let bootstrap = GroupBootstrap(groupCount: 60, replicates: 40, seed: 3)
        let hits = groups.map { $0 % 3 == 0 ? 1.0 : 0 }
        let ones = groups.map { _ in 1.0 }
        let f1 = Measure(.means([hits, ones, ones]) { 2 * $0[0] / ($0[1] + $0[2]) }, bounds: 0...1)
        let found = try Estimates(of: f1, rows: rows, bootstrap: bootstrap, workers: workers)
        #expect(abs((found.values[.selfNormalised]?.value ?? 0) - 1.0 / 3) < 1e-12)
        let perfect = Measure(.area(scores: groups.map(Double.init), isPositive: groups.map { $0 >= 20 }), bounds: 0...1)
        let area = try Estimates(of: perfect, rows: rows, bootstrap: bootstrap, workers: workers)
        #expect(abs((area.values[.selfNormalised]?.value ?? 0) - 1) < 1e-12)
        #expect(abs((area.values[.selfNormalised]?.interval?.lowerBound ?? 0) - 1) < 1e-12)
    }

    @Test("Student's distribution", arguments: [(10.0, 2.228139), (30, 2.042272), (100, 1.983972)])
    func student(degrees: Double, expected: Double) {
        #expect(abs(StudentT.widening(degrees: degrees) * 1.959964 / expected - 1) < 0.001)
    }

    @Test("The best first; a draw of the bootstrap counts if it has the same order")
    func ranking() {
        let drawn = [[0.9, 0.9, 0.7, 0.9], [0.8, 0.8, 0.8, 0.8], [0.1, 0.85, 0.1, 0.1]]
        let ranking = Ranking(values: [0.9, 0.8, 0.2], replicates: drawn, higherIsBetter: true)
        #expect(ranking == Ranking(values: [0.9, 0.8, 0.2], replicates: drawn, higherIsBetter: true))
        #expect(ranking.order == [0, 1, 2] && ranking.probability == 0.5 && ranking.bestProbability == 0.75)
        #expect(Ranking(values: [0.9, 0.8, 0.2], replicates: drawn, higherIsBetter: false).order == [2, 1, 0])
    }

    @Test("A replicate belongs to the seed and its number; threads change nothing")
    func replicates() throws {
        let bootstrap = GroupBootstrap(groupCount: 40, replicates: 30, seed: 9)
        #expect(bootstrap.counts(7) == bootstrap.counts(7))
        #expect(bootstrap.counts(7) != bootstrap.counts(8))
        #expect(bootstrap.counts(7).reduce(0, +) == 40)
        let rows = ScoredRows(
            weights: (0..<80).map { Double($0 % 5 + 1) }, groups: (0..<80).map { $0 / 2 }, groupCount: 40,
            testGroupSizes: [2, 3])
        let values = (0..<80).map { Double($0 % 7) }
        let all = try [1, 3].map {
            try Estimates(of: .mean(values), rows: rows, bootstrap: bootstrap, workers: WorkerPool(workers: $0)).values
        }
        #expect(all[0] == all[1])
    }
}
