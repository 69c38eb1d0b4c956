import Foundation

extension RandomNumberGenerator {
    /// A number of 0..<1, from the upper 53 bits.
    package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A standard normal, by Box and Muller: √(-2 log(1 - u)) cos(2πv) of two of ``uniform()``.
    package mutating func normal() -> Double {
        let (u, v) = (uniform(), uniform())
        return (-2 * log(1 - u)).squareRoot() * cos(2 * .pi * v)
    }
}
