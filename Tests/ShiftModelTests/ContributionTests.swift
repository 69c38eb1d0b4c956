import ParallelWork
import SparseFeatures
import TestSupport
import Testing

@testable import ShiftModel

/// Texts by field, in memory.
private struct Texts: SegmentSource {
    let fieldStarts: [Int]
    let texts: [[UInt8]]

    func utf8Count(_ segment: Int) -> Int { texts[segment].count }

    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        texts[segment].withUnsafeBufferPointer(body)
    }
}

@Suite struct ContributionTests {
    /// Two fields of bilingual text in which one side likes other words; the parts of each row add up to its logit.
    @Test func partsAddUpToTheLogit() throws {
        var generator = SplitMix(seed: 71)
        let alphabet = [
            "the ", "模型", "Data ", "，", "数据", "don't ", "３．１４ ", "e\u{301}té ", "㎏", "北京", "🙂", "  ", "WiFi\t",
            "soft\u{AD}ware ",
        ]
        let isTest = (0..<120).map { $0 % 3 == 0 }
        func text(_ isTest: Bool, _ most: Int) -> [UInt8] {
            let words = (0..<Int.random(in: 0...most, using: &generator)).map { _ in
                let place = Int.random(in: 0..<alphabet.count, using: &generator)
                return alphabet[isTest ? place / 2 : place]
            }
            return Array(words.joined().utf8)
        }
        let source = Texts(fieldStarts: [0, 120, 240], texts: isTest.map { text($0, 8) } + isTest.map { text($0, 60) })
        let workers = WorkerPool(workers: 1)
        let views = try Featurizer.featurize(source, workers: workers)
        let data = LabelledRows(
            rows: SegmentRows(slots: 2, segments: (0..<120).flatMap { [Int32($0), Int32(120 + $0)] }), isTest: isTest,
            folds: Folds(count: 5, ofRow: (0..<120).map { UInt8($0 % 5) }))
        let fit = CrossFit(
            views: [
                View(name: "words", matrix: views.words, strengths: [0.3, 1]),
                View(name: "grams", matrix: views.grams, strengths: [0.3, 1]),
            ], surface: views.surface, data: data, until: StoppingRule(tolerance: 0.03, maximumEpochs: 20), workers: workers)
        let stages = StageSelection(
            candidates: fit.candidates + (fit.surfaceCandidate.map { [$0] } ?? []), data: data, workers: workers)
        let model = try DiscriminatorModel(
            .init(version: "", icuVersion: "", fields: ["a", "b"], fieldKeys: [["a"], ["b"]], weighting: "ratio", seed: 1),
            crossFit: fit, stages: stages, views: views, data: data, isShift: true, groupHashes: (0..<120).map { UInt64($0) },
            workers: workers)
        let scorer = ModelScorer(model)
        let finder = try OccurrenceFinder()
        let bits = Featurizer.bucketBits(fields: 2, total: FeatureOptions().gramBucketBits)
        for mean in [false, true] {
            let folds = data.folds.ofRow.map { mean ? ModelScorer.meanOfFolds : Int($0) }
            let scores = scorer.scores(TextProjector.Views(views), rows: data.rows, folds: folds)
            var largest = 0.0
            for row in 0..<120 {
                var sum = scorer.intercept(fold: folds[row])
                for slot in 0..<2 {
                    let segment = data.rows[row, slot]
                    let found = source.withUTF8(segment) {
                        finder.find($0, segment: segment, field: slot, bits: bits, in: views)
                    }
                    let parts = scorer.contributions(
                        found, segment: segment, slot: slot, fold: folds[row], in: TextProjector.Views(views))
                    sum += parts.pieces.reduce(parts.surface, +)
                    largest = max(largest, parts.pieces.map { abs($0) }.max() ?? 0)
                }
                #expect(abs(sum - scores[row].logit) < 1e-5)
            }
            // The test is of something.
            #expect(largest > 0.1)
        }
        let null = ModelScorer(DiscriminatorModel.null(model.header))
        #expect(null.intercept(fold: 2) == 0)
    }
}
