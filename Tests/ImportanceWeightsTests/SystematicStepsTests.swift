import TestSupport
import Testing

@testable import ImportanceWeights

@Suite struct SystematicStepsTests {
    @Test(arguments: [0, 1, 2, 7, 1000]) func stepsAreEven(count: Int) {
        for seed in UInt64(0)..<20 {
            let steps = SystematicSteps(count: count, seed: seed)
            #expect(steps.passed(by: 0) == 0 && steps.passed(by: 1) == count)
            for share in stride(from: 0.0, through: 1, by: 0.01) {
                #expect(abs(Double(steps.passed(by: share)) - share * Double(count)) <= 1)
            }
        }
    }

    /// Over seeds a share has its part of the points.
    @Test func theStartIsUniform() {
        let sum = (UInt64(0)..<4000).reduce(0) { $0 + SystematicSteps(count: 3, seed: $1).passed(by: 0.25) }
        // 0.75 expected, a standard deviation below a half.
        #expect(abs(Double(sum) / 4000 - 0.75) < 4.5 * 0.5 / 4000.squareRoot())
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
