/// Sentences of six topics with a known shift, made from a seed.
package struct SeededCorpora {
    /// What the next draws come from.
    package var generator: SplitMix

    /// - Parameter seed: Equal seeds give equal sentences.
    package init(seed: UInt64) { generator = SplitMix(seed: seed) }

    /// Words of six topics and of none; the topic makes half of the words.
    private static let topics = (0..<6).map { topic in (0..<15).map { "t\(topic)w\($0 * 7)x" } }
    private static let common = (0..<120).map { "common\($0 * 13)" }

    /// Words of a topic and common ones, each kind with a chance of a half.
    package mutating func sentence(topic: Int, words: Int = 14) -> String {
        (0..<words).map { _ in
            Bool.random(using: &generator)
                ? Self.topics[topic].randomElement(using: &generator) ?? "" : Self.common.randomElement(using: &generator) ?? ""
        }.joined(separator: " ")
    }

    /// A topic, each with a chance in proportion to its share.
    package mutating func topic(_ shares: [Double]) -> Int {
        var point = Double.random(in: 0..<shares.reduce(0, +), using: &generator)
        for (topic, share) in shares.enumerated() {
            if point < share { return topic }
            point -= share
        }
        return shares.count - 1
    }
}
