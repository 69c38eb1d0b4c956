import Foundation
import ParallelWork
import SparseFeatures
import Testing

@testable import ShiftModel

@Suite("Classifiers of a label, columns and gains")
struct LabelClassifierTests {
    /// Rows of two words out of six; feature 0 tells the label in most rows.
    private func corpus(_ count: Int) -> (matrix: SparseMatrix, rows: SegmentRows, labels: [Bool], folds: [UInt8]) {
        var entries: [UInt32] = []
        var offsets = [0]
        var labels: [Bool] = []
        for row in 0..<count {
            let mix = FeatureHasher.mix(UInt64(row), 7)
            let label = mix & 1 == 1
            let tells = mix >> 8 & 7 != 0
            let first: UInt32 = label == tells ? 0 : 1
            entries += [first << 8 | 1, UInt32(2 + mix >> 16 % 4) << 8 | 1]
            offsets.append(entries.count)
            labels.append(label)
        }
        let matrix = SparseMatrix(offsets: offsets, entries: entries, featureWeights: [Float](repeating: 1, count: 6))
        return (
            matrix, SegmentRows(slots: 1, segments: (0..<Int32(count)).map { $0 }), labels, (0..<count).map { UInt8($0 % 5) }
        )
    }

    @Test("Out of fold it is right where the feature tells, and a task and its opposite mirror each other")
    func classifies() {
        let (matrix, rows, labels, folds) = corpus(400)
        let workers = WorkerPool(workers: 2)
        let classifier = LabelClassifier(
            views: [matrix], rows: rows, labels: [labels, labels.map { !$0 }], folds: Folds(count: 5, ofRow: folds),
            workers: workers)
        let logits = classifier.logits(task: 0, rows: rows, folds: folds.map { Int($0) })
        // One row in eight has the other word, and those alone are wrong.
        let has = labels.indices.map { row in matrix.row(row).contains { $0.feature == 0 } }
        #expect(logits.map { $0 > 0 } == has)
        #expect(zip(has, labels).contains { $0 != $1 })
        for (a, b) in zip(logits, classifier.logits(task: 1, rows: rows, folds: folds.map { Int($0) })) {
            #expect(abs(a + b) < 1e-2)
        }
        let alone = LabelClassifier(
            views: [matrix], rows: rows, labels: [labels], folds: Folds(count: 5, ofRow: folds), workers: WorkerPool(workers: 1)
        )
        #expect(alone.logits(task: 0, rows: rows, folds: folds.map { Int($0) }) == logits)
        // A row that no fold held out has the mean of the folds.
        let mean = classifier.logits(task: 0, rows: rows.selecting([3]), folds: [LabelClassifier.meanOfFolds])[0]
        let each = (0..<5).map { classifier.logits(task: 0, rows: rows.selecting([3]), folds: [$0])[0] }
        #expect(abs(mean - each.reduce(0, +) / 5) < 1e-12)
    }

    @Test("A column that tells the sides has a clear gain, and a copy of it adds nothing to it; noise has none")
    func gains() {
        let count = 600
        let isTest = (0..<count).map { FeatureHasher.mix(UInt64($0), 1) & 1 == 1 }
        let noise = (0..<count).map { Double(FeatureHasher.mix(UInt64($0), 2) >> 11) * 0x1p-53 }
        let telling = zip(isTest, noise).map { $0 ? $1 + 0.5 : $1 }
        let other = (0..<count).map { Double(FeatureHasher.mix(UInt64($0), 3) >> 11) * 0x1p-53 }
        let folds = (0..<count).map { UInt8($0 % 5) }
        let keys = (0..<count).map { Optional(UInt64($0)) }
        let groups = Groups(rows: count, rules: [keys], fallback: keys.map { $0 ?? 0 })
        let workers = WorkerPool(workers: 1)
        func logits(_ columns: [[Double]]) -> [Double] {
            ColumnCrossFit.logits(columns: columns, isTest: isTest, folds: Folds(count: 5, ofRow: folds), workers: workers)
        }
        let base = logits([telling])
        let clear = BalancedGain(of: base, over: nil, isTest: isTest, groups: groups)
        #expect(clear.isClear && clear.mean > 0.1)
        #expect(!BalancedGain(of: logits([telling, telling]), over: base, isTest: isTest, groups: groups).isClear)
        #expect(!BalancedGain(of: logits([other]), over: nil, isTest: isTest, groups: groups).isClear)
        // No column at all, and one that never changes: no information, exactly.
        #expect(
            abs(
                BalancedGain(of: logits([[Double](repeating: 3, count: count)]), over: nil, isTest: isTest, groups: groups).mean
            ) < 1e-3)
    }

    @Test("Groups of two equal rows double the variance of a gain")
    func groupedError() {
        let gains = (0..<200).map { Double(FeatureHasher.mix(UInt64($0 / 2), 9) >> 11) * 0x1p-53 }
        let isTest = (0..<200).map { $0 % 4 < 2 }
        func groups(_ size: Int) -> Groups {
            let keys = (0..<200).map { Optional(UInt64($0 / size)) }
            return Groups(rows: 200, rules: [keys], fallback: keys.map { $0 ?? 0 })
        }
        let single = BalancedGain(gains, isTest: isTest, groups: groups(1))
        let pairs = BalancedGain(gains, isTest: isTest, groups: groups(2))
        #expect(single.mean == pairs.mean)
        #expect(abs(pairs.standardError / single.standardError - 2.0.squareRoot()) < 0.01)
    }
}
