/// Small systems of linear equations.
enum LinearSystem {
    /// x with Ax = b by Gaussian elimination with partial pivoting; nil if a pivot is below 10⁻¹² of A's greatest element.
    ///
    /// - Parameters:
    ///   - matrix: A, row-major, n × n.
    ///   - right: b, n.
    static func solve(_ matrix: [Double], _ right: [Double]) -> [Double]? {
        let n = right.count
        var a = matrix
        var x = right
        let least = 1e-12 * (a.lazy.map { abs($0) }.max() ?? 0)
        for column in 0..<n {
            guard let pivot = (column..<n).max(by: { abs(a[$0 * n + column]) < abs(a[$1 * n + column]) }),
                abs(a[pivot * n + column]) > least
            else { return nil }
            if pivot != column {
                for k in 0..<n { a.swapAt(pivot * n + k, column * n + k) }
                x.swapAt(pivot, column)
            }
            for row in column + 1..<max(n, column + 1) {
                let factor = a[row * n + column] / a[column * n + column]
                if factor == 0 { continue }
                for k in column..<n { a[row * n + k] -= factor * a[column * n + k] }
                x[row] -= factor * x[column]
            }
        }
        for row in (0..<n).reversed() {
            for k in row + 1..<max(n, row + 1) { x[row] -= a[row * n + k] * x[k] }
            x[row] /= a[row * n + row]
        }
        return x
    }
}
