/// Small corpora with a known shift, made from a seed.
package struct SeededCorpora {
    package var generator: SplitMix
    package init(seed: UInt64) { generator = SplitMix(state: seed) }

    /// Words of six topics and of none; the topic makes half of the words.
    private static let topics = (0..<6).map { topic in (0..<15).map { "t\(topic)w\($0 * 7)x" } }
    private static let common = (0..<120).map { "common\($0 * 13)" }

    package mutating func sentence(topic: Int, words: Int = 14) -> String {
        (0..<words).map { _ in
            Bool.random(using: &generator)
                ? Self.topics[topic].randomElement(using: &generator)! : Self.common.randomElement(using: &generator)!
        }.joined(separator: " ")
    }

    package mutating func topic(_ shares: [Double]) -> Int {
        var point = Double.random(in: 0..<shares.reduce(0, +), using: &generator)
        for (topic, share) in shares.enumerated() {
            if point < share { return topic }
            point -= share
        }
        return shares.count - 1
    }

    package struct SplitMix: RandomNumberGenerator {
        package var state: UInt64
        /// Starts from a state; equal states give equal numbers.
        package init(state: UInt64) { self.state = state }

        package mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }
}
