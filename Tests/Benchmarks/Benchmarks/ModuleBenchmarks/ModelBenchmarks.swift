import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures
import Statistics

/// One pass of the solver, and the calibration curve.
func modelBenchmarks() {
    define(
        "solver, one pass of five models", input: { GeneratedRows() },
        work: { rows in
            CrossFit(
                views: [View(name: "words", matrix: rows.matrix, strengths: [1])], data: rows.data,
                until: StoppingRule(tolerance: 0, maximumEpochs: 1), workers: WorkerPool(workers: 1))
        },
        check: { _, fit in
            try expect("passes", fit.candidates[0].certificates.map(\.epochs), [1, 1, 1, 1, 1])
            try expect("objective", fit.candidates[0].certificates[0].objective, near: 0.584163)
        })
    define(
        "calibration", input: { GeneratedScores() },
        work: { scores in
            MonotoneSpline.fit(
                scores: scores.values, isTest: scores.isTest, use: { _ in true }, knots: scores.knots)
        },
        check: { _, spline in
            try expect("rising", spline.increments.allSatisfy { $0 >= 0 }, true)
            try expect("value at 1", spline(1), near: 0.734212)
        })
}

/// A matrix and labels of which some features tell.
private struct GeneratedRows {
    let matrix: SparseMatrix
    let data: LabelledRows

    init(rows: Int = 10_000, features: Int = 20_000, entries: Int = 60) {
        var generator = SeededGenerator(seed: 42, purpose: .init("benchmark-rows"), key: 0)
        var packed: [UInt32] = []
        var isTest: [Bool] = []
        var folds: [UInt8] = []
        for row in 0..<rows {
            isTest.append(generator.index(below: 3) == 0)
            folds.append(UInt8(row % 5))
            var held = Set<Int>()
            while held.count < entries {
                // Common features first, as in a matrix of words; the test side likes odd ones.
                let share = Double(generator.next() >> 11) * 0x1p-53
                var feature = Int(share * share * share * Double(features))
                if isTest[row], generator.index(below: 10) == 0 { feature |= 1 }
                if held.insert(feature).inserted {
                    packed.append(UInt32(feature) << 8 | UInt32(1 + generator.index(below: 2)))
                }
            }
        }
        matrix = SparseMatrix(
            offsets: (0...rows).map { $0 * entries }, entries: packed,
            featureWeights: (0..<features).map { 1 + Float($0) / Float(features) })
        data = LabelledRows(
            rows: SegmentRows(slots: 1, segments: (0..<Int32(rows)).map { $0 }), isTest: isTest,
            folds: Folds(count: 5, ofRow: folds))
    }
}

/// Logits whose sides overlap.
private struct GeneratedScores {
    let values: [Double]
    let isTest: [Bool]
    let knots: [Double]

    init(count: Int = 50_000) {
        var generator = SeededGenerator(seed: 42, purpose: .init("benchmark-scores"), key: 0)
        var values: [Double] = []
        var isTest: [Bool] = []
        for _ in 0..<count {
            isTest.append(generator.index(below: 4) == 0)
            // The sum of four uniform numbers, moved by the side.
            let sum = (0..<4).reduce(0.0) { sum, _ in sum + Double(generator.next() >> 11) * 0x1p-53 }
            values.append(2 * (sum - 2) + (isTest[isTest.count - 1] ? 0.6 : -0.6))
        }
        self.values = values
        self.isTest = isTest
        knots = MonotoneSpline.balancedKnots(values, isTest: isTest)
    }
}
