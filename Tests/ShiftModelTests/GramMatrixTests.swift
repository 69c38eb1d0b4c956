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

    /// Each feature in every `step`-th row.
    private func matrix(rows: Int, features: Int, every step: Int) -> GramMatrix<Float>? {
        let matrix = LogisticReference.matrix(
            counts: (0..<rows).map { row in (0..<features).map { ($0 + row) % step == 0 ? 1 : 0 } },
            weights: [Float](repeating: 1, count: features))
        return GramMatrix(matrix, SegmentRows(slots: 1, segments: (0..<rows).map { Int32($0) }))
    }

    @Test func itIsForFewRowsWithManyFeatures() {
        #expect(matrix(rows: 60, features: 40, every: 1) != nil)
        #expect(matrix(rows: 60, features: 20, every: 1) == nil)
        #expect(matrix(rows: 2001, features: 2_000, every: 20) == nil)
    }

    /// Where every two rows share most features, it takes longer to make than it saves.
    @Test func itIsNotForLongTextsThatShareTheirFeatures() {
        #expect(matrix(rows: 400, features: 1_000, every: 2) == nil)
        #expect(matrix(rows: 400, features: 4_000, every: 8) != nil)
    }
}
