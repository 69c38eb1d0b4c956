import ParallelWork
import TestSupport
import TextTokens

@testable import SparseFeatures

/// Texts by field, in memory.
struct Texts: SegmentSource {
    let fieldStarts: [Int]
    private let texts: [[UInt8]]

    init(_ fields: [[String]]) {
        fieldStarts = fields.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        texts = fields.flatMap { $0 }.map { Array($0.utf8) }
    }

    func utf8Count(_ segment: Int) -> Int { texts[segment].count }

    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        texts[segment].withUnsafeBufferPointer(body)
    }
}

func featurize(
    _ fields: [[String]], minimum: Int = 1, bits: Int = 22, workers: Int = 1
) throws -> FeatureViews {
    let options = FeatureOptions(minimumDocumentFrequency: minimum, gramBucketBits: bits)
    return try Featurizer.featurize(Texts(fields), options: options, workers: WorkerPool(workers: workers))
}

extension SplitMix {
    /// A text of up to `most` pieces, some met often and some seldom; now and then empty.
    mutating func text(most: Int) -> String {
        let common = ["the", "of", "Model", "data", "我们", "数据", "模型。", "北京", "ＡＢ", "café", "don't", "3.14", "👍"]
        return (0..<below(most + 1)).map { _ in
            let word = below(3) == 0 ? "w\(below(40) * below(40))" : common[min(below(13), below(13))]
            return word + ["", " ", " ", "  ", "\t\n", ", "][below(6)]
        }.joined()
    }
}

extension SparseMatrix {
    /// The packed entries of a row.
    func packed(_ segment: Int) -> ArraySlice<UInt32> { entries[offsets[segment]..<offsets[segment + 1]] }

    /// In how many rows each feature stands.
    var documentFrequencies: [Int] {
        entries.reduce(into: [Int](repeating: 0, count: featureCount)) { $0[Int($1 >> 8)] += 1 }
    }
}
