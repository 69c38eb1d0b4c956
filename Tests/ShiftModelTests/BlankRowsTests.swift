import Foundation
import ParallelWork
import SparseFeatures
import Testing

@testable import ShiftModel

private struct Texts: SegmentSource {
    let fieldStarts: [Int]
    let texts: [[UInt8]]
    func utf8Count(_ segment: Int) -> Int { texts[segment].count }
    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        texts[segment].withUnsafeBufferPointer(body)
    }
}

@Suite struct BlankRowsTests {
    /// Surface features of one-slot rows.
    private func surface(_ texts: [String]) throws -> [Float] {
        try Featurizer.featurize(
            Texts(fieldStarts: [0, texts.count], texts: texts.map { Array($0.utf8) }), workers: WorkerPool(workers: 1)
        ).surface
    }

    @Test func aSymbolIsNextToNothingAndAWordIsNot() throws {
        let texts = ["", "?", "。", "好", "❤️", "ok", "12", "!!!", "a b"]
        let features = try surface(texts)
        let rows = SegmentRows(slots: 1, segments: texts.indices.map { Int32($0) })
        #expect(
            texts.indices.map { BlankRows.isBlank(features, rows, $0) }
                == [true, true, true, true, true, false, false, false, false])
    }

    /// 40 rows of train with four blanks, 20 of test with none: outside a fold there are 32, some three and 16.
    @Test func blanksWeighWhatTheirClassDoes() throws {
        let texts = (0..<60).map { $0 % 10 == 0 && $0 < 40 ? "" : "some words of row \($0)" }
        let isTest = (0..<60).map { $0 >= 40 }
        let data = LabelledRows.plain(isTest: isTest)
        let blanks = BlankRows(surface: try surface(texts), data: data)
        #expect(blanks.flags == texts.map(\.isEmpty))
        // All four are in fold 0.
        #expect(abs(blanks.limits[0]) < 1e-12)
        let other = log((1.0 / 16) / (4.0 / 32 + 1.0 / 16))
        #expect(blanks.limits[1...].allSatisfy { abs($0 - other) < 1e-12 })
        let held = blanks.held([Double](repeating: 3, count: 60), folds: data.folds)
        #expect(held[0] == blanks.limits[0] && held[1] == 3 && held[59] == 3)
        // A lower logit stays.
        #expect(blanks.held([Double](repeating: -3, count: 60), folds: data.folds) == [Double](repeating: -3, count: 60))
    }

    /// Where most rows are blank, as with all features of form dropped, the class says nothing.
    @Test func aClassOfMostRowsIsNone() throws {
        let data = LabelledRows.plain(isTest: (0..<20).map { $0 % 2 == 0 })
        let blanks = BlankRows(surface: try surface([String](repeating: "", count: 20)), data: data)
        #expect(blanks.limits.isEmpty)
        #expect(blanks.held([Double](repeating: 3, count: 20), folds: data.folds) == [Double](repeating: 3, count: 20))
    }
}

@Suite struct HarmonicSizeTests {
    @Test func isTheSumOfEqualSidesAndFourTimesASmallOne() {
        #expect(LabelledRows.plain(isTest: (0..<40).map { $0 % 2 == 0 }).harmonicSize == 40)
        let uneven = LabelledRows.plain(isTest: (0..<1010).map { $0 < 10 })
        #expect(abs(uneven.harmonicSize - 40_000.0 / 1010) < 1e-9)
    }

    @Test func aFoldCanBeTakenOut() {
        let isTest = (0..<20).map { $0 % 2 == 0 }
        let data = LabelledRows.plain(isTest: isTest)
        let keys = (0..<20).map { UInt64($0 + 1) }
        let groups = Groups(rows: 20, rules: [keys], fallback: keys)
        let inner = data.without(fold: 1, groups: groups)
        #expect(inner.count == 16 && inner.folds.count == 4)
        #expect(inner.folds.numbers.prefix(8).map { $0 } == [0, 1, 2, 3, 0, 1, 2, 3])
        #expect(inner.groupCounts == (8, 8))
    }
}
