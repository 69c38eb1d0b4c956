import ElementaryFunctions
import Statistics
import Testing

@Suite("The smallest singular value")
struct SmallestSingularValueTests {
    @Test("Of diagonal, turned and singular matrices")
    func known() {
        #expect(abs(SmallestSingularValue.of([1, 0, 0, 1], size: 2) - 1) < 1e-12)
        #expect(abs(SmallestSingularValue.of([3, 0, 0, 0, 0.2, 0, 0, 0, 1], size: 3) - 0.2) < 1e-9)
        // A turn by 0.6, 0.8 in front of diag(2, 0.5).
        #expect(abs(SmallestSingularValue.of([1.2, -0.4, 1.6, 0.3], size: 2) - 0.5) < 1e-9)
        // A classifier that says the same whatever the class.
        #expect(SmallestSingularValue.of([0.7, 0.7, 0.3, 0.3], size: 2) < 1e-6)
        #expect(abs(SmallestSingularValue.of([0.25], size: 1) - 0.25) < 1e-12)
    }

    @Test("Of two classes, by the formula for 2 × 2", arguments: [(0.9, 0.8), (0.6, 0.5), (0.99, 0.2)])
    func two(hits: (Double, Double)) {
        let matrix = [hits.0, 1 - hits.1, 1 - hits.0, hits.1]
        let (sum, determinant) = (matrix.reduce(0) { $0 + $1 * $1 }, matrix[0] * matrix[3] - matrix[1] * matrix[2])
        let squared = (sum - (sum * sum - 4 * determinant * determinant).squareRoot()) / 2
        #expect(abs(SmallestSingularValue.of(matrix, size: 2) - squared.squareRoot()) < 1e-9)
    }
}
