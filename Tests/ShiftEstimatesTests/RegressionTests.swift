import Foundation
import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures
import TestSupport
import Statistics
import Testing

@testable import ShiftEstimates

@Suite("The regression of a metric")
struct RegressionTests {
    private let workers = WorkerPool(workers: 2)

    /// Rows of one field over `features` columns, about three entries each; every text of its own.
    private func matrix(_ count: Int, _ features: Int, seed: UInt64) -> SparseMatrix {
        var generator = SeededGenerator(seed: seed, purpose: .init("matrix"), key: 0)
        var (offsets, entries) = ([0], [UInt32]())
        for _ in 0..<count {
            let own = Set((0..<3).map { _ in UInt32(generator.index(below: features)) }).sorted()
            entries += own.map { $0 << 8 | 1 }
            offsets.append(entries.count)
        }
        return SparseMatrix(offsets: offsets, entries: entries, featureWeights: [Float](repeating: 1, count: features))
    }

    @Test("All penalties at once are what solving the normal equations gives")
    func normalEquations() {
        let (count, features) = (90, 12)
        let matrix = matrix(count, features, seed: 4)
        let rows = SegmentRows(slots: 1, segments: (0..<Int32(count)).map { $0 })
        var generator = SeededGenerator(seed: 4, purpose: .init("targets"), key: 0)
        let targets = (0..<2).map { _ in (0..<70).map { _ in generator.normal() } }
        let weights = (0..<70).map { _ in 0.2 + Double(generator.index(below: 100)) / 30 }
        let folds = (0..<70).map { $0 % 5 }
        let penalties = [0.5, 3, 40]
        let fits = RidgeCrossFit(
            features: RidgeFeatures(matrices: [matrix], surface: [], rows: rows), rows: Array(0..<70), weights: weights,
            folds: folds, foldCount: 5, targets: targets, penalties: penalties, predicted: Array(70..<90), workers: workers
        ).fits
        let x = (0..<count).map { row -> [Double] in
            var values = [Double](repeating: 0, count: features)
            for (feature, value) in matrix.row(row) { values[feature] = Double(value * RidgeFeatures.sparseScale) }
            return values
        }
        let mean = weights.reduce(0, +) / 70
        for (target, values) in targets.enumerated() {
            for (number, penalty) in penalties.enumerated() {
                var predicted = 0.0
                for fold in 0..<5 {
                    let own = (0..<70).filter { folds[$0] != fold }
                    let beta = solve(own.map { x[$0] }, own.map { values[$0] }, own.map { weights[$0] / mean }, penalty)
                    func value(_ row: Int) -> Double { beta[features] + zip(x[row], beta).reduce(0) { $0 + $1.0 * $1.1 } }
                    for row in 0..<70 where folds[row] == fold {
                        #expect(abs(Double(fits[target].heldOut[number][row]) - value(row)) < 2e-3)
                    }
                    predicted += (70..<90).reduce(0) { $0 + value($1) } / 20 / 5
                }
                #expect(abs(fits[target].predictedMeans[number] - predicted) < 1e-3)
            }
        }
    }

    /// The coefficients, then the free intercept.
    private func solve(_ x: [[Double]], _ y: [Double], _ w: [Double], _ penalty: Double) -> [Double] {
        let n = x[0].count + 1
        var a = [[Double]](repeating: [Double](repeating: 0, count: n + 1), count: n)
        for (row, values) in x.enumerated() {
            let full = values + [1]
            for i in 0..<n {
                for j in 0..<n { a[i][j] += w[row] * full[i] * full[j] }
                a[i][n] += w[row] * full[i] * y[row]
            }
        }
        for i in 0..<n - 1 { a[i][i] += penalty }
        for i in 0..<n {
            for j in 0..<n where j != i {
                let factor = a[j][i] / a[i][i]
                for k in 0...n { a[j][k] -= factor * a[i][k] }
            }
        }
        return (0..<n).map { a[$0][n] / a[$0][$0] }
    }

    @Test("A right regression mends wrong weights; where nothing is explained, nothing changes")
    func doublyRobust() throws {
        let (train, test, features) = (1500, 600, 10)
        let matrix = matrix(train + test, features, seed: 8)
        let rows = SegmentRows(slots: 1, segments: (0..<Int32(train + test)).map { $0 })
        let has = (0..<train + test).map { row in matrix.row(row).contains { $0.feature == 0 } ? 1.0 : 0 }
        // The test rows are those with feature 0, more often than not; no weight tells.
        let chosen = (train..<train + test).filter { has[$0] == 1 || $0 % 4 == 0 }
        let value = has.map { 0.2 + 0.6 * $0 }
        var generator = SeededGenerator(seed: 8, purpose: .init("noise"), key: 0)
        let noise = (0..<train).map { _ in generator.normal() }
        let groups = Array(0..<train)
        let predictions = OutcomeRegression(
            of: [Array(value[..<train]), noise], features: RidgeFeatures(matrices: [matrix], surface: [], rows: rows),
            rows: groups, weights: [Double](repeating: 1, count: train), groups: groups,
            groupKeys: groups.map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }, testRows: chosen, seed: 3, workers: workers
        ).predictions
        let scored = ScoredRows(
            weights: [Double](repeating: 1, count: train), groups: groups, groupCount: train,
            testGroupSizes: chosen.map { _ in 1 })
        let found = try Estimates(
            of: .mean(Array(value[..<train])), rows: scored, predictions: [predictions[0]],
            bootstrap: GroupBootstrap(groupCount: train, replicates: 30, seed: 1), workers: workers)
        let truth = chosen.reduce(0) { $0 + value[$1] } / Double(chosen.count)
        let errors = [Estimator.selfNormalised, .doublyRobust].map { abs((found.values[$0]?.value ?? 9) - truth) }
        #expect(errors[0] > 0.1 && errors[1] < 0.02, "\(errors)")
        #expect(predictions[0].explained > 0.9)
        #expect(predictions[1].explained < 0.02)
    }

    @Test("A group lies in one fold, whatever the order of the rows")
    func folds() {
        let groups = (0..<200).map { ($0 * 7) % 40 }
        let keys = (0..<40).map { UInt64($0) &* 0x2545_F491_4F6C_DD1D }
        let folds = OutcomeRegression.folds(groups: groups, weights: groups.map { _ in 1 }, keys: keys, seed: 6)
        var ofGroup: [Int: Int] = [:]
        for (group, fold) in zip(groups, folds) { #expect(ofGroup.updateValue(fold, forKey: group) ?? fold == fold) }
        #expect(Dictionary(grouping: ofGroup.values) { $0 }.mapValues(\.count) == [0: 8, 1: 8, 2: 8, 3: 8, 4: 8])
    }
}
