import ElementaryFunctions
import Foundation

/// Independent uniform numbers in ascending order, made one after another and never stored: the order statistics of `count`
/// uniform draws are the partial sums of count + 1 exponential spacings over their total (Devroye 1986, "Non-Uniform Random
/// Variate Generation", V.3).
///
/// A pure function of (count, seed, purpose): every instance gives the same numbers.
package struct SortedUniforms: Sequence, IteratorProtocol, Sendable {
    private var generator: SeededGenerator
    private let total: Double
    private var sum = 0.0
    private var left: Int

    /// - Parameters:
    ///   - count: How many numbers, at least 0.
    ///   - seed: The user's seed.
    ///   - purpose: What the numbers are for.
    package init(count: Int, seed: UInt64, purpose: SeededGenerator.Purpose) {
        let start = SeededGenerator(seed: seed, purpose: purpose, key: UInt64(truncatingIfNeeded: count))
        var generator = start
        var total = 0.0
        for _ in 0...Swift.max(count, 0) { total += Self.spacing(&generator) }
        self.total = total
        self.generator = start
        left = count
    }

    /// The next number, in 0 ..< 1, not below the last; nil after the last.
    package mutating func next() -> Double? {
        guard left > 0 else { return nil }
        left -= 1
        sum += Self.spacing(&generator)
        return Swift.min(sum / total, 1 - 0x1p-53)
    }

    /// An exponential number of mean 1, above 0.
    private static func spacing(_ generator: inout SeededGenerator) -> Double {
        -Double.log((Double(generator.next() >> 11) + 0.5) * 0x1p-53)
    }
}
