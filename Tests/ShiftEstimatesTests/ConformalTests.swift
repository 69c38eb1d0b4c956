import Foundation
import ImportanceWeights
import TestSupport
import Statistics
import Testing

@testable import ShiftEstimates

@Suite("Weighted split conformal prediction")
struct ConformalTests {
    @Test("Equal weights: the order statistic of plain split conformal prediction, ⌈(n + 1)(1 - α)⌉")
    func equalWeights() {
        let scores = (0..<19).map { Double(($0 * 7) % 19) }
        let conformal = WeightedConformal(scores: scores, weights: [Double](repeating: 2, count: 19))
        #expect(conformal.threshold(weight: 2, alpha: 0.1) == 17)  // the 18th of 19
        #expect(conformal.threshold(weight: 2, alpha: 0.05) == 18)  // the 19th
        #expect(conformal.threshold(weight: 2, alpha: 0.04) == .infinity)
    }

    @Test("Weights by hand, a test row that outweighs calibration, and no calibration at all")
    func byHand() {
        let conformal = WeightedConformal(scores: [3, 1, 2], weights: [1, 2, 3])
        // Of 6 + 2: masses 1: 2/8, 2: 5/8, 3: 6/8, infinity: 1.
        #expect(conformal.threshold(weight: 2, alpha: 0.75) == 1)
        #expect(conformal.threshold(weight: 2, alpha: 0.4) == 2)
        #expect(conformal.threshold(weight: 2, alpha: 0.25) == 3)
        #expect(conformal.threshold(weight: 2, alpha: 0.24) == .infinity)
        #expect(conformal.threshold(weight: 1000, alpha: 0.1) == .infinity)
        #expect(WeightedConformal(scores: [], weights: []).threshold(weight: 1, alpha: 0.5) == .infinity)
    }

    /// Coverage of the truth over draws of calibration and test rows: x is normal with mean 0 on train and `shift` on test,
    /// y = x + (½ + ½|x|)ε, the prediction 0, the score |y|; q/p = exp(shift·x - shift²/2) exactly.
    private func coverage(
        shift: Double, isWeighted: Bool, calibration: Int = 150, tests: Int = 40, draws: Int = 500
    ) -> (mean: Double, error: Double) {
        let alpha = 0.1
        var shares: [Double] = []
        for draw in 0..<draws {
            var generator = SeededGenerator(seed: 1, purpose: SeededGenerator.Purpose("conformal-test"), key: UInt64(draw))
            func row(_ mean: Double) -> (score: Double, weight: Double) {
                let x = mean + generator.normal()
                return (abs(x + (0.5 + 0.5 * abs(x)) * generator.normal()), isWeighted ? exp(shift * x - shift * shift / 2) : 1)
            }
            let rows = (0..<calibration).map { _ in row(0) }
            let conformal = WeightedConformal(scores: rows.map(\.score), weights: rows.map(\.weight))
            let covered = (0..<tests).reduce(0) { sum, _ in
                let test = row(shift)
                return sum + (test.score <= conformal.threshold(weight: test.weight, alpha: alpha) ? 1 : 0)
            }
            shares.append(Double(covered) / Double(tests))
        }
        let mean = shares.reduce(0, +) / Double(draws)
        let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws - 1)
        return (mean, (variance / Double(draws)).squareRoot())
    }

    @Test(
        "Marginal coverage over 500 draws: at 1 - α with weights under a shift, at or above it without a shift, below it unweighted"
    )
    func marginalCoverage() {
        let weighted = coverage(shift: 1, isWeighted: true)
        // The theorem's bounds, but for three standard errors: at least 1 - α; at most 1 - α and the mean greatest p of a row.
        #expect(weighted.mean > 0.9 - 3 * weighted.error)
        #expect(weighted.mean < 0.96)
        // The slack is a row's share of all weight: of more calibration rows coverage is 1 - α itself.
        let many = coverage(shift: 1, isWeighted: true, calibration: 1000, tests: 20)
        #expect(abs(many.mean - 0.9) < 3 * many.error)
        let plain = coverage(shift: 0, isWeighted: false)
        #expect(plain.mean > 0.9 - 3 * plain.error)
        #expect(plain.mean < 0.9 + 1.0 / 151 + 3 * plain.error)
        let unweighted = coverage(shift: 1, isWeighted: false)
        #expect(unweighted.mean < 0.9 - 10 * unweighted.error)
    }
}
