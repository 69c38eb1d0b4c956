import Foundation
import ImportanceWeights
import ParallelWork
import TestSupport
import Statistics
import Testing

@testable import ShiftEstimates

@Suite("Intervals hold the mean over the test rows as often as they say")
struct CoverageTests {
    /// Six kinds of text, in these shares on either side.
    private static let p = [0.3, 0.25, 0.2, 0.12, 0.08, 0.05]
    private static let q = [0.08, 0.12, 0.2, 0.2, 0.2, 0.2]
    /// The chance that the model is right on each.
    private static let chances = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4]

    private struct Sample {
        var cells: [Int] = []
        var values: [Double] = []
        var groups: [Int] = []
    }

    /// Groups of one to four rows of one kind, which are right or wrong together half of the time.
    private static func draw(_ shares: [Double], groups: Int, _ generator: inout SeededGenerator) -> Sample {
        var sample = Sample()
        for group in 0..<groups {
            var (point, cell) = (generator.uniform(), 0)
            while cell < 5, point >= shares[cell] {
                point -= shares[cell]
                cell += 1
            }
            let together = generator.uniform() < chances[cell] ? 1.0 : 0
            for _ in 0..<(1 + generator.index(below: 4)) {
                let own = generator.uniform() < chances[cell] ? 1.0 : 0
                sample.cells.append(cell)
                sample.values.append(generator.uniform() < 0.5 ? together : own)
                sample.groups.append(group)
            }
        }
        return sample
    }

    /// TEXTSHIFT_COVERAGE is the number of draws: docs/estimates.md has 1000.
    @Test func coverage() throws {
        let asked = ProcessInfo.processInfo.environment["TEXTSHIFT_COVERAGE"].flatMap(Int.init)
        let draws = asked ?? 400
        let held = try WorkerPool(workers: 2).map(draws) { number in
            Result { () throws -> [Estimator: Bool] in
                var generator = SeededGenerator(seed: 17, purpose: .init("coverage"), key: UInt64(number))
                let train = Self.draw(Self.p, groups: 150, &generator)
                let test = Self.draw(Self.q, groups: 100, &generator)
                let target = test.values.reduce(0, +) / Double(test.values.count)
                var sizes = [Int](repeating: 0, count: 100)
                for group in test.groups { sizes[group] += 1 }
                let rows = ScoredRows(
                    weights: train.cells.map { Self.q[$0] / Self.p[$0] }, groups: train.groups, groupCount: 150,
                    testGroupSizes: sizes)
                // A regression that is known, and wrong by a tenth.
                let prediction = OutcomeRegression.Prediction(
                    ofRows: train.cells.map { Self.chances[$0] + 0.1 },
                    testMean: test.cells.reduce(0) { $0 + Self.chances[$1] + 0.1 } / Double(test.cells.count), penalty: 1,
                    explained: 0)
                let found = try Estimates(
                    of: .mean(train.values, bounds: 0...1), rows: rows, predictions: [prediction],
                    bootstrap: GroupBootstrap(groupCount: 150, replicates: 300, seed: UInt64(number)),
                    workers: WorkerPool(workers: 1))
                return found.values.mapValues { $0.interval?.contains(target) ?? false }
            }
        }.map { try $0.get() }
        // Over 400 draws a share of 0.95 has a standard error of 0.011.
        let bounds = asked == nil ? 0.91...0.98 : 0.92...0.98
        for estimator in [Estimator.selfNormalised, .clipped, .doublyRobust] {
            let share = Double(held.count { $0[estimator] == true }) / Double(draws)
            if asked != nil { print("coverage over \(draws) draws: \(estimator) \(share)") }
            #expect(bounds.contains(share), "\(estimator), seed 17")
        }
        // Without weights the figure is train's, and the interval is about that.
        #expect(Double(held.count { $0[.unweighted] == true }) / Double(draws) < 0.5)
    }
}
