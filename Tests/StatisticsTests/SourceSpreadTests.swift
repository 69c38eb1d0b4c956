import Statistics
import TestSupport
import Testing

/// Paule and Mandel's τ has a closed form where all variances are equal.
@Suite("What errors in several sources say of a new one")
struct SourceSpreadTests {
    @Test("Equal variances: τ² is the variance of the errors less theirs, SE² that over k")
    func equalVariances() throws {
        let errors = [0.02, -0.05, 0.11, 0.04, -0.07, 0.01]
        let mean = errors.reduce(0, +) / 6
        let variance = errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5
        let found = try #require(SourceSpread(errors: errors, variances: [Double](repeating: 0.001, count: 6)))
        #expect(abs(found.mean - mean) < 1e-12)
        #expect(abs(found.tau * found.tau - (variance - 0.001)) < 1e-10)
        #expect(abs(found.standardError * found.standardError - variance / 6) < 1e-10)
        // t(5) at 97.5% is 2.5706.
        #expect(abs(found.reach(sampling: 0) / (variance - 0.001 + variance / 6).squareRoot() - 2.5706) < 0.01)
        let wider = found.reach(sampling: 0.002) / found.reach(sampling: 0)
        let square = variance - 0.001 + variance / 6
        #expect(abs(wider * wider - (square + 0.002) / square) < 1e-9)
    }

    @Test("Errors that sampling explains have τ 0, and their mean counts by precision")
    func noSpread() throws {
        let found = try #require(SourceSpread(errors: [0.01, 0.04], variances: [0.01, 0.02]))
        #expect(found.tau == 0)
        #expect(abs(found.mean - (0.01 / 0.01 + 0.04 / 0.02) / 150) < 1e-12)
        #expect(abs(found.standardError * found.standardError - 1 / 150) < 1e-12)
    }

    @Test("Without sampling τ is the standard deviation; what is not finite, or alone, has no spread")
    func bounds() throws {
        let found = try #require(SourceSpread(errors: [1, 2, 3], variances: [0, 0, 0]))
        #expect(abs(found.tau - 1) < 1e-6 && abs(found.mean - 2) < 1e-9)
        let same = try #require(SourceSpread(errors: [2, 2, 2], variances: [0, 0, 0]))
        #expect(same.tau == 0 && same.mean == 2)
        #expect(SourceSpread(errors: [1], variances: [1]) == nil)
        #expect(SourceSpread(errors: [1, .nan], variances: [1, 1]) == nil)
    }

    @Test("Several new sources share τ²: by the squares of their shares, with what times next to one another have in common")
    func severalSources() throws {
        #expect(SourceSpread.varianceShare(of: [1], autocorrelation: 0.5) == 1)
        #expect(abs(SourceSpread.varianceShare(of: [0.5, 0.3, 0.2], autocorrelation: 0) - 0.38) < 1e-12)
        // 0.38 + 2ρ(0.5·0.3 + 0.3·0.2) + 2ρ²·0.5·0.2.
        let correlated = SourceSpread.varianceShare(of: [0.5, 0.3, 0.2], autocorrelation: 0.4)
        #expect(abs(correlated - (0.38 + 0.8 * 0.21 + 0.32 * 0.1)) < 1e-12)
        // Of 1, 2, 3, 4 the deviations are ±1.5 and ±0.5: (0.75 - 0.25 + 0.75)/5.
        #expect(abs(SourceSpread.autocorrelation([1, 2, 3, 4]) - 0.25) < 1e-12)
        #expect(SourceSpread.autocorrelation([1, -1, 1, -1]) == 0 && SourceSpread.autocorrelation([2, 2]) == 0)
        let found = try #require(SourceSpread(errors: [1, 2, 3], variances: [0, 0, 0]))
        #expect(
            abs(found.reach(sampling: 0, share: 0.25) / found.reach(sampling: 0) - ((0.25 + 1.0 / 3) / (4.0 / 3)).squareRoot())
                < 1e-6)
    }

    @Test("The interval holds the error in a new source as often as it says", arguments: [0.0, 0.05])
    func coverage(tau: Double) throws {
        var random = LinearCongruential(name: "sources \(tau)", salt: 3)
        func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + random.uniform() } }
        let draws = 1000
        let variances = [0.0004, 0.0009, 0.0016, 0.0004, 0.0025, 0.0036, 0.0004]
        var inside = 0
        for _ in 0..<draws {
            let errors = variances.map { 0.03 + tau * normal() + $0.squareRoot() * normal() }
            let found = try #require(SourceSpread(errors: errors, variances: variances))
            let new = 0.03 + tau * normal() + 0.02 * normal()
            if abs(new - found.mean) <= found.reach(sampling: 0.0004) { inside += 1 }
        }
        let share = Double(inside) / Double(draws)
        // Without a spread the variances are all that there is, and known: Student's factor is then too wide.
        #expect(share > 0.93 && share < (tau == 0 ? 1 : 0.98), "\(share)")
    }
}
