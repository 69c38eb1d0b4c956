import Statistics

/// Draws for tests: a stream keyed by a seed that the test names.
package struct Draws {
    private var generator: SeededGenerator

    package init(_ seed: UInt64) {
        generator = SeededGenerator(seed: seed, purpose: .init("test"), key: 0)
    }

    package mutating func uniform() -> Double { generator.uniform() }

    package mutating func index(below bound: Int) -> Int { generator.index(below: bound) }

    package mutating func normal() -> Double { generator.normal() }

    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] { elements.shuffled(using: &generator) }
}
