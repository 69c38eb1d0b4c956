/// Knuth's linear congruential generator of MMIX.
///
/// Poorer than ``SplitMix``; corpora that goldens were recorded with are made by it, so it stays.
package struct LinearCongruential: Sendable {
    private var state: UInt64

    /// - Parameter seed: The state before the first step.
    package init(seed: UInt64) { state = seed }

    /// - Parameters:
    ///   - name: What the seed is made of.
    ///   - salt: Keeps streams of the same name apart.
    package init(name: String, salt: UInt64) { self.init(seed: name.utf8.reduce(salt) { $0 &* 31 &+ UInt64($1) }) }

    /// A number of 0..<1, from the upper 53 bits.
    package mutating func uniform() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(1 << 53)
    }

    /// One of `elements`, which are not none.
    package mutating func element<Element>(of elements: [Element]) -> Element {
        elements[Int(uniform() * Double(elements.count))]
    }
}
