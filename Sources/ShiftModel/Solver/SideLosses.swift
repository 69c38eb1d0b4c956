import ElementaryFunctions
import Foundation

/// Sums of -ln p in every lane over the rows of each fold and side, p the probability that a model gives to a row's own side.
/// Probabilities are multiplied, `terms` at a time, and the logarithm is taken of the product only.
struct SideLosses {
    private var sums: [SIMD8<Double>]
    private var products: [SIMD8<Double>]
    private var counts: [Int]
    /// Few enough that their product does not underflow: probabilities in single precision are above 10⁻³⁸.
    private let terms: Int

    init(folds: Int, terms: Int) {
        self.terms = terms
        sums = [SIMD8<Double>](repeating: .zero, count: 2 * folds)
        products = [SIMD8<Double>](repeating: .one, count: 2 * folds)
        counts = [Int](repeating: 0, count: 2 * folds)
    }

    mutating func add(_ probabilities: SIMD8<Double>, fold: Int, isTest: Bool) {
        let part = 2 * fold + (isTest ? 1 : 0)
        products[part] *= probabilities
        counts[part] += 1
        if counts[part] == terms { flush(part) }
    }

    /// Σ weight · sum over folds and sides.
    mutating func total(_ weight: (_ fold: Int, _ isTest: Bool) -> SIMD8<Double>) -> SIMD8<Double> {
        var total = SIMD8<Double>.zero
        for part in sums.indices {
            flush(part)
            total += weight(part / 2, part % 2 == 1) * sums[part]
        }
        return total
    }

    private mutating func flush(_ part: Int) {
        for lane in 0..<8 { sums[part][lane] -= Double.log(max(products[part][lane], .leastNormalMagnitude)) }
        products[part] = .one
        counts[part] = 0
    }
}
