import Foundation
import Statistics

/// Draws for tests: a stream keyed by a seed that the test names.
package struct Draws {
    private var generator: SeededGenerator

    package init(_ seed: UInt64) {
        generator = SeededGenerator(seed: seed, purpose: .init("test"), key: 0)
    }

    package mutating func uniform() -> Double { Double(generator.next() >> 11) * 0x1p-53 }

    package mutating func index(below bound: Int) -> Int { generator.index(below: bound) }

    /// A standard normal, by Box and Muller.
    package mutating func normal() -> Double {
        (-2 * log(1 - uniform())).squareRoot() * cos(2 * .pi * uniform())
    }

    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] { elements.shuffled(using: &generator) }
}
