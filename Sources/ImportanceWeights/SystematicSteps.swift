import Statistics

/// Even steps over 0..<1, from a start drawn by the seed: the points (k + u)/n of a systematic draw, k in 0..<n.
package struct SystematicSteps: Sendable {
    private let count: Int
    /// 0 up to 1.
    private let start: Double

    /// - Parameters:
    ///   - count: How many, at least 0.
    ///   - seed: The user's seed.
    package init(count: Int, seed: UInt64) {
        self.count = count
        start = SeededGenerator.uniform(seed: seed, purpose: .validationDraw, key: 0)
    }

    /// How many points lie below a share.
    /// - Parameter share: 0 to 1.
    package func passed(by share: Double) -> Int {
        min(max(Int((share * Double(count) - start).rounded(.up)), 0), count)
    }
}

extension SeededGenerator.Purpose {
    /// Where the draw of the validation set starts.
    package static let validationDraw = SeededGenerator.Purpose("validation-draw")
}
