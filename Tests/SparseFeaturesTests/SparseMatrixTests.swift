import Foundation
import Testing

@testable import SparseFeatures

@Suite struct SparseMatrixTests {
    @Test func valuesOfASmallMatrix() {
        // Rows: feature 0 three times and feature 1 once; nothing; feature 1 alone.
        let matrix = SparseMatrix(offsets: [0, 2, 2, 3], entries: [3, 1 << 8 | 1, 1 << 8 | 9], featureWeights: [1.5, 2])
        #expect(matrix.segmentCount == 3 && matrix.featureCount == 2)
        let (a, b) = ((1 + log(3.0)) * 1.5, 2.0)
        let norm = (a * a + b * b).squareRoot()
        let row = matrix.row(0)
        #expect(row.map(\.feature) == [0, 1])
        #expect(zip(row, [a / norm, b / norm]).allSatisfy { abs(Double($0.value) - $1) < 1e-6 })
        #expect(matrix.row(1).isEmpty && matrix.inverseNorms[1] == 0)
        #expect(matrix.row(2).allSatisfy { $0.feature == 1 && abs($0.value - 1) < 1e-6 })
    }

    @Test func countWeightsGrowWithTheLogarithm() {
        #expect(SparseMatrix.countWeights.count == 256)
        #expect(SparseMatrix.countWeights[0] == 0 && SparseMatrix.countWeights[1] == 1)
        #expect(abs(Double(SparseMatrix.countWeights[255]) - 1 - log(255.0)) < 1e-6)
    }

    /// Frequencies 1, 3, 2, 3, 0 with the least one that stays at 2; the tie goes by falling number.
    @Test func termStatistics() {
        let statistics = TermStatistics(
            frequencies: [1, 3, 2, 3, 0], minimum: 2, segments: { $0 == 3 ? 9 : 4 }, precedes: { $0 > $1 })
        #expect(statistics.kept == [3, 1, 2])
        #expect(statistics.renumbered == [-1, 1, 2, 0, -1])
        let expected = [log(10.0 / 4) + 1, log(5.0 / 4) + 1, log(5.0 / 3) + 1]
        #expect(zip(statistics.weights, expected).allSatisfy { abs(Double($0) - $1) < 1e-6 })
    }

    @Test func featuresOfNoTextAreNeverKept() {
        let statistics = TermStatistics(frequencies: [0, 0], minimum: 0, segments: { _ in 1 }, precedes: { $0 < $1 })
        #expect(statistics.kept.isEmpty && statistics.renumbered == [-1, -1] && statistics.weights.isEmpty)
    }

    @Test func segmentRows() {
        let rows = SegmentRows(slots: 2, segments: [0, 5, 1, 5, 2, 6])
        #expect(rows.count == 3)
        #expect((0..<3).map { [rows[$0, 0], rows[$0, 1]] } == [[0, 5], [1, 5], [2, 6]])
    }
}
