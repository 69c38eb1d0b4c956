import Foundation
import TextShift

/// Small corpora with a known shift, made from a seed.
struct Corpora {
    var generator: SplitMix
    init(seed: UInt64) { generator = SplitMix(state: seed) }

    /// Words of six topics and of none; the topic makes half of the words.
    private static let topics = (0..<6).map { topic in (0..<15).map { "t\(topic)w\($0 * 7)x" } }
    private static let common = (0..<120).map { "common\($0 * 13)" }

    mutating func sentence(topic: Int, words: Int = 14) -> String {
        (0..<words).map { _ in
            Bool.random(using: &generator)
                ? Self.topics[topic].randomElement(using: &generator)! : Self.common.randomElement(using: &generator)!
        }.joined(separator: " ")
    }

    mutating func topic(_ shares: [Double]) -> Int {
        var point = Double.random(in: 0..<shares.reduce(0, +), using: &generator)
        for (topic, share) in shares.enumerated() {
            if point < share { return topic }
            point -= share
        }
        return shares.count - 1
    }

    struct SplitMix: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }
}

/// A folder that goes away with the test.
final class Workspace {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("textshift-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Writes records as JSON lines with sorted keys; returns the path.
    func write(_ name: String, _ records: [[String: Any]]) throws -> String {
        let lines = try records.map {
            String(decoding: try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys), as: UTF8.self)
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: path(name), atomically: true, encoding: .utf8)
        return path(name)
    }

    func lines(_ name: String) throws -> [Substring] {
        try String(contentsOfFile: path(name), encoding: .utf8).split(separator: "\n")
    }
}
