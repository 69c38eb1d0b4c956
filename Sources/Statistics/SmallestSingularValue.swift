/// The smallest singular value of a small square matrix: how near to singular it is.
package enum SmallestSingularValue {
    private static let steps = 200

    /// By inverse iteration on MᵀM from a start that is the same each time; 0 where a system cannot be solved.
    /// - Parameters:
    ///   - matrix: Row-major, size × size.
    ///   - size: At least 1.
    package static func of(_ matrix: [Double], size: Int) -> Double {
        var gram = [Double](repeating: 0, count: size * size)
        for i in 0..<size {
            for j in 0..<size {
                gram[i * size + j] = (0..<size).reduce(0) { $0 + matrix[$1 * size + i] * matrix[$1 * size + j] }
            }
        }
        // Unequal parts, so that the start is orthogonal to no eigenvector that a symmetry of the matrix suggests.
        var vector = (0..<size).map { 1 + Double($0 * $0 % 7) / 10 }
        var eigenvalue = 0.0
        for _ in 0..<steps {
            let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard length > 0, length.isFinite else { return 0 }
            vector = vector.map { $0 / length }
            guard let next = LinearSystem.solve(gram, vector) else { return 0 }
            let growth = zip(next, vector).reduce(0) { $0 + $1.0 * $1.1 }
            guard growth > 0, growth.isFinite else { return 0 }
            eigenvalue = 1 / growth
            vector = next
        }
        return eigenvalue.squareRoot()
    }
}
