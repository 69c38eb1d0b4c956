import Foundation
import TestSupport
import Testing
import TextTokens

@testable import SparseFeatures

/// The values of both views against a computation with dictionaries in double precision.
@Suite struct TFIDFTests {
    /// Two fields, so that document frequencies and the number of texts are counted by field.
    static let fields: [[String]] = {
        var draws = SplitMix(seed: 51)
        return [(0..<150).map { _ in draws.text(most: 30) }, (0..<70).map { _ in draws.text(most: 8) }]
    }()

    @Test(arguments: [1, 2, 5])
    func wordValues(minimum: Int) throws {
        let views = try featurize(Self.fields, minimum: minimum)
        let (normalizer, tokenizer) = (try TextNormalizer(), try WordTokenizer())
        let expected = Self.expected(minimum: minimum) { tokenizer.words(in: normalizer.normalize($0)) }
        #expect(views.words.segmentCount == expected.count)
        for (segment, row) in expected.enumerated() {
            let found = views.words.row(segment).map { item in
                (Key(field: Int(views.terms.fields[item.feature]), of: views.terms.term(item.feature)), item.value)
            }
            #expect(Self.agree(found, row), "segment \(segment)")
        }
    }

    @Test(arguments: [1, 3])
    func gramValues(minimum: Int) throws {
        let bits = 12
        let views = try featurize(Self.fields, minimum: minimum, bits: bits + 1)
        let normalizer = try TextNormalizer()
        let expected = Self.expected(minimum: minimum) { text in
            GramOracle.grams(normalizer.normalize(text)).map { GramOracle.bucket($0, bits: bits) }
        }
        for (segment, row) in expected.enumerated() {
            let found = views.grams.row(segment).map { item in
                let bucket = UInt32(views.gramBuckets[item.feature])
                return (Key(field: Int(bucket >> UInt32(bits)), of: bucket & (1 << UInt32(bits) - 1)), item.value)
            }
            #expect(Self.agree(found, row), "segment \(segment)")
        }
    }

    @Test func rowsHaveUnitNorm() throws {
        let views = try featurize(Self.fields, minimum: 2)
        for matrix in [views.words, views.grams] {
            for segment in 0..<matrix.segmentCount {
                let squares = matrix.row(segment).reduce(0.0) { $0 + Double($1.value) * Double($1.value) }
                let expected = matrix.packed(segment).isEmpty ? 0.0 : 1.0
                #expect(abs(squares - expected) < 1e-5, "segment \(segment)")
            }
        }
    }

    private struct Key<Item: Hashable>: Hashable {
        var field: Int
        var item: Item
        init(field: Int, of item: Item) { (self.field, self.item) = (field, item) }
    }

    /// (1 + ln t)·(ln((1 + n) / (1 + df)) + 1), brought to unit length, for each text of ``fields``.
    private static func expected<Item: Hashable>(
        minimum: Int, _ items: (String) -> [Item]
    ) -> [[Key<Item>: Double]] {
        fields.enumerated().flatMap { field, texts in
            let counts = texts.map { Dictionary(items($0).map { (Key(field: field, of: $0), 1) }, uniquingKeysWith: +) }
            let frequencies = Dictionary(counts.flatMap { $0.keys.map { ($0, 1) } }, uniquingKeysWith: +)
            return counts.map { count in
                var row: [Key<Item>: Double] = [:]
                for (key, times) in count {
                    guard let frequency = frequencies[key], frequency >= minimum else { continue }
                    row[key] = (1 + log(Double(times))) * (log(Double(1 + texts.count) / Double(1 + frequency)) + 1)
                }
                let norm = row.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
                return row.mapValues { $0 / norm }
            }
        }
    }

    private static func agree<Item>(_ found: [(Key<Item>, Float)], _ expected: [Key<Item>: Double]) -> Bool {
        found.count == expected.count
            && Set(found.map(\.0)).count == found.count
            && found.allSatisfy { key, value in expected[key].map { abs($0 - Double(value)) < 1e-6 } ?? false }
    }
}
