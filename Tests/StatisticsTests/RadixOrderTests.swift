@testable import Statistics
import Testing

@Suite struct RadixOrderTests {
    private static let special: [Double] = [
        0, -0.0, 1, -1, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .greatestFiniteMagnitude,
        -.greatestFiniteMagnitude, .pi, .ulpOfOne,
    ]

    @Test(arguments: 0..<20) func agreesWithAStableSort(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed), purpose: .init("radix-test"), key: 0)
        let values = (0..<generator.index(below: 3000)).map { _ -> Double in
            switch generator.index(below: 4) {
            case 0: Self.special[generator.index(below: Self.special.count)]
            case 1: Double(generator.index(below: 50)) - 25
            default: Double(Int64(bitPattern: generator.next())) * 1e-18
            }
        }
        let expected = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        #expect(RadixOrder.rising(values) == expected, "seed \(seed)")
        #expect(RadixOrder.sortedValues(values) == values.sorted(), "seed \(seed)")
    }

    @Test func takesNothingAndOne() {
        #expect(RadixOrder.rising([]) == [])
        #expect(RadixOrder.sortedValues([-3]) == [-3])
    }
}
