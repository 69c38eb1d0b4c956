import TestSupport
import Testing

@testable import SparseFeatures

@Suite struct FeaturizerTests {
    /// Texts of two fields that fill several chunks each.
    static let fields: [[String]] = {
        var draws = SplitMix(seed: 61)
        return [(0..<2500).map { _ in draws.text(most: 60) }, (0..<1500).map { _ in draws.text(most: 80) }]
    }()

    @Test func theNumberOfWorkersChangesNothing() throws {
        let (one, two) = (try featurize(Self.fields, minimum: 2), try featurize(Self.fields, minimum: 2, workers: 2))
        #expect(Snapshot(one) == Snapshot(two))
        #expect(one.words.featureCount > 100 && one.grams.featureCount > 1000)
    }

    @Test func permutingTextsPermutesRows() throws {
        var draws = SplitMix(seed: 62)
        let orders = Self.fields.map { texts in
            texts.indices.map { ($0, draws.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
        }
        let permuted = try featurize(zip(Self.fields, orders).map { texts, order in order.map { texts[$0] } })
        let plain = try featurize(Self.fields)
        #expect(plain.terms.hashes == permuted.terms.hashes && plain.gramBuckets == permuted.gramBuckets)
        #expect(plain.words.featureWeights == permuted.words.featureWeights)
        #expect(plain.grams.featureWeights == permuted.grams.featureWeights)
        let segments = orders[0] + orders[1].map { $0 + Self.fields[0].count }
        let columns = SurfaceFeatures.count
        for (new, old) in segments.enumerated() {
            let same =
                plain.words.packed(old) == permuted.words.packed(new)
                && plain.words.inverseNorms[old] == permuted.words.inverseNorms[new]
                && plain.grams.packed(old) == permuted.grams.packed(new)
                && plain.grams.inverseNorms[old] == permuted.grams.inverseNorms[new]
                && plain.surface[old * columns..<(old + 1) * columns]
                    == permuted.surface[new * columns..<(new + 1) * columns]
            #expect(same, "seed 62, text \(old) of all fields")
        }
    }

    @Test(arguments: [1, 2, 3])
    func rareFeaturesAreDroppedAndFrequentOnesComeFirst(minimum: Int) throws {
        let views = try featurize(TFIDFTests.fields, minimum: minimum)
        for matrix in [views.words, views.grams] {
            let frequencies = matrix.documentFrequencies
            #expect(frequencies.last == minimum)
            #expect(zip(frequencies, frequencies.dropFirst()).allSatisfy { $0 >= $1 })
        }
    }

    @Test func theLeastFrequencyOfGramsRisesWithTheCorpus() {
        let options = FeatureOptions(minimumDocumentFrequency: 2)
        #expect([0, 5999, 6000, 10_000, 1_000_000].map { options.gramMinimum(segments: $0) } == [2, 2, 3, 5, 5])
        #expect(FeatureOptions(minimumDocumentFrequency: 9).gramMinimum(segments: 1_000_000) == 9)
    }

    @Test func aWordInTwoFieldsIsTwoFeatures() throws {
        let views = try featurize([["tea", "tea"], ["tea"]])
        #expect(views.words.featureCount == 2)
        #expect((0..<2).map { views.terms.term($0) } == ["tea", "tea"] && views.terms.fields == [0, 1])
        #expect(views.words.packed(0) == views.words.packed(1) && views.words.packed(0) != views.words.packed(2))
        #expect(Set(views.terms.hashes).count == 2)
        #expect(Set(views.grams.packed(0).map { $0 >> 8 }).isDisjoint(with: views.grams.packed(2).map { $0 >> 8 }))
    }

    @Test func wordCountsSaturate() throws {
        let views = try featurize([[String(repeating: "tea ", count: 300), "tea tea"]])
        #expect(views.words.entries == [255, 2])
    }

    @Test func termsAreTheNormalisedWords() throws {
        let views = try featurize([["Tea ＴＥＡ Straße", "tea, 北京！", "can't 北京 tea"]])
        let terms = (0..<views.terms.count).map { views.terms.term($0) }
        #expect(terms.prefix(2) == ["tea", "北京"])
        #expect(terms.dropFirst(2).sorted() == ["can't", "strasse"])
        #expect(zip(terms, views.terms.hashes).allSatisfy { $1 == FeatureHasher.hash($0, seed: FieldSeed.of(0)) })
    }

    @Test func textsWithoutWords() throws {
        let views = try featurize([["", "…!", " "], []])
        #expect(views.words.segmentCount == 3 && views.words.featureCount == 0)
        #expect(views.words.inverseNorms == [0, 0, 0])
        #expect(views.grams.offsets == [0, 0, 5, 5])  // "...!" has three bigrams of two kinds, two trigrams, one 4-gram
        #expect(views.surface.count == 3 * SurfaceFeatures.count)
    }

    @Test func noTexts() throws {
        let views = try featurize([[]], workers: 2)
        #expect(views.words.segmentCount == 0 && views.grams.segmentCount == 0 && views.surface.isEmpty)
    }

    @Test func manyFields() throws {
        let views = try featurize((0..<300).map { _ in ["tea"] })
        #expect(Set(views.terms.fields) == Set(0..<300))
    }

    @Test(arguments: [(1, 22, 22), (2, 22, 21), (3, 22, 20), (4, 22, 20), (5, 30, 21), (1, 30, 24), (300, 22, 13)])
    func bucketBitsKeepAllFieldsWithinTheTotal(fields: Int, total: Int, bits: Int) {
        #expect(Featurizer.bucketBits(fields: fields, total: total) == bits)
    }

    /// All that the featurizer returns, to be compared exactly.
    private struct Snapshot: Equatable {
        var offsets: [[Int]]
        var entries: [[UInt32]]
        var floats: [[Float]]
        var hashes: [UInt64]
        var terms: [String]
        var buckets: [Int32]

        init(_ views: FeatureViews) {
            offsets = [views.words.offsets, views.grams.offsets]
            entries = [views.words.entries, views.grams.entries]
            floats = [
                views.words.inverseNorms, views.words.featureWeights, views.grams.inverseNorms,
                views.grams.featureWeights, views.surface,
            ]
            hashes = views.terms.hashes
            terms = (0..<views.terms.count).map { views.terms.term($0) }
            buckets = views.gramBuckets
        }
    }
}
