import SparseFeatures
import Testing

@testable import ShiftModel

@Suite("Gram matrix")
struct GramMatrixTests {
    /// Of one feature, of two in equal parts, of the other, and of none: cosines by hand.
    private let matrix = LogisticReference.matrix(counts: [[1, 0], [1, 1], [0, 3], [0, 0]], weights: [2, 2])

    @Test func pairsOfSegmentsAreCosines() {
        let gram = GramMatrix<Double>(of: matrix, SegmentRows(slots: 1, segments: [0, 1, 2, 3]))
        let half = 0.5.squareRoot()
        let expected = [[1, half, 0, 0], [half, 1, half, 0], [0, half, 1, 0], [0, 0, 0, 0]]
        for (row, cosines) in expected.enumerated() {
            for (other, cosine) in cosines.enumerated() {
                var unit = [SIMD8<Double>](repeating: .zero, count: 4)
                unit[other] = .one
                let found = unit.withUnsafeBufferPointer { gram.dot(row, $0) }
                #expect(abs(found[0] - cosine) < 1e-7 && found == SIMD8(repeating: found[0]))
            }
            #expect(abs(gram.square(row) - cosines[row]) < 1e-7)
        }
    }

    /// A row of several segments is their sum, and rows may share them.
    @Test func rowsAreSumsOfTheirSegments() {
        let gram = GramMatrix<Double>(of: matrix, SegmentRows(slots: 2, segments: [0, 2, 0, 3, 3, 2]))
        #expect(abs(gram.square(0) - 2) < 1e-7)
        #expect(abs(gram.square(1) - 1) < 1e-7)
        let steps: [SIMD8<Double>] = [.zero, SIMD8(repeating: 3), SIMD8(repeating: 5)]
        steps.withUnsafeBufferPointer { #expect(abs(gram.dot(0, $0)[7] - 8) < 1e-6) }
    }

    @Test func itIsForFewRowsWithManyFeatures() {
        func matrix(rows: Int, features: Int) -> SparseMatrix {
            LogisticReference.matrix(
                counts: [[Int]](repeating: [Int](repeating: 1, count: features), count: rows),
                weights: [Float](repeating: 1, count: features))
        }
        func rows(_ count: Int) -> SegmentRows { SegmentRows(slots: 1, segments: (0..<count).map { Int32($0) }) }
        #expect(GramMatrix<Float>(matrix(rows: 60, features: 20), rows(60)) != nil)
        #expect(GramMatrix<Float>(matrix(rows: 60, features: 19), rows(60)) == nil)
        #expect(GramMatrix<Float>(matrix(rows: 2001, features: 700), rows(2001)) == nil)
    }
}
