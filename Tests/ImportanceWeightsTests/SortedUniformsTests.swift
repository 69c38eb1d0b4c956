@testable import ImportanceWeights
@testable import Statistics
import Testing

@Suite struct SortedUniformsTests {
    @Test func theyRiseAndStayInside() {
        for count in [0, 1, 2, 1000] {
            let numbers = Array(SortedUniforms(count: count, seed: 3, purpose: .validationDraw))
            #expect(numbers.count == count && numbers == numbers.sorted())
            #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
            #expect(numbers == Array(SortedUniforms(count: count, seed: 3, purpose: .validationDraw)))
        }
        #expect(
            Array(SortedUniforms(count: 5, seed: 3, purpose: .validationDraw))
                != Array(SortedUniforms(count: 5, seed: 4, purpose: .validationDraw)))
    }

    /// The i-th of n has mean i/(n+1) and variance i(n+1-i)/((n+1)²(n+2)).
    @Test func theirOrderStatisticsAreThoseOfUniformDraws() {
        let (n, runs) = (9, 4000)
        var sums = [Double](repeating: 0, count: n)
        var squares = sums
        for seed in 0..<runs {
            for (position, value) in SortedUniforms(count: n, seed: UInt64(seed), purpose: .validationDraw).enumerated() {
                sums[position] += value
                squares[position] += value * value
            }
        }
        for position in 0..<n {
            let i = Double(position + 1)
            let mean = i / 10
            let variance = i * (10 - i) / (100 * 11)
            let found = sums[position] / Double(runs)
            #expect(abs(found - mean) < 4.5 * (variance / Double(runs)).squareRoot())
            #expect(abs(squares[position] / Double(runs) - found * found - variance) < 0.15 * variance)
        }
    }

    @Test(arguments: [UInt64(9), 10, 11, 12]) func aPoolByItselfHasItsShareOfTheGroups(seed: UInt64) {
        let count = 5000
        for share in [0.2, 0.5, 1] {
            let held = (0..<count).count { ValidationPool.holds(groupKey: UInt64($0), share: share, seed: seed) }
            let error = (share * (1 - share) / Double(count)).squareRoot()
            #expect(abs(Double(held) / Double(count) - share) <= 4.5 * error, "seed \(seed), share \(share)")
        }
    }
}
