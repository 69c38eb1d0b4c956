import Foundation
import ParallelWork
import SparseFeatures
import TestSupport
import Testing

@testable import ShiftPipeline

/// The test of terms where nothing differs: with permuted sides of whole groups, and no null gate before it, it lists any term
/// in at most 16 of 200 draws (5% is 10; 16 is what a rate of 5% exceeds once in forty).
@Suite struct TermNullTests {
    private static let draws = 200

    /// In how many draws any term is listed.
    private func drawsWithTerms(
        _ views: FeatureViews, _ rows: SegmentRows, _ groups: [Int32], _ isTest: [Bool], seed: UInt64
    ) -> Int {
        var holds = [(train: Bool, test: Bool)](repeating: (false, false), count: Int(groups.max() ?? 0) + 1)
        for (row, group) in groups.enumerated() {
            if isTest[row] { holds[Int(group)].test = true } else { holds[Int(group)].train = true }
        }
        // Groups of both sides have none to permute.
        let pure = holds.indices.filter { holds[$0].train != holds[$0].test }
        var generator = SplitMix(seed: seed)
        var listed = 0
        for _ in 0..<Self.draws {
            var sides = holds.map(\.test)
            for (group, side) in zip(pure, pure.map({ holds[$0].test }).shuffled(using: &generator)) { sides[group] = side }
            let permuted = groups.indices.map { row in
                let group = Int(groups[row])
                return holds[group].train && holds[group].test ? isTest[row] : sides[group]
            }
            let found = MovedTerms(
                views, rows: rows, isTest: permuted, groups: groups, workers: WorkerPool(workers: 2))
            if !found.moved.isEmpty { listed += 1 }
        }
        return listed
    }

    /// Few groups of very unequal sizes, sides of one to one and of one to seven.
    @Test(arguments: [2, 8])
    func aSmallNullListsNothing(part: Int) throws {
        var corpora = SeededCorpora(seed: UInt64(90 + part))
        var texts: [[UInt8]] = []
        var groups: [Int32] = []
        var isTest: [Bool] = []
        for group in 0..<160 {
            let topic = Int.random(in: 0..<6, using: &corpora.generator)
            let size = group % 20 == 0 ? 12 : Int.random(in: 1...3, using: &corpora.generator)
            for _ in 0..<size {
                texts.append(Array(corpora.sentence(topic: topic, words: group % 30 == 1 ? 120 : 10).utf8))
                groups.append(Int32(group))
                isTest.append(group % part == 0)
            }
        }
        let views = try Featurizer.featurize(
            PlainTexts(texts: texts), ordered: true, workers: WorkerPool(workers: 1))
        let rows = SegmentRows(slots: 1, segments: texts.indices.map { Int32($0) })
        let listed = drawsWithTerms(views, rows, groups, isTest, seed: 7)
        print("terms listed in \(listed) of \(Self.draws) draws, one group in \(part) of test")
        #expect(listed <= 16, "\(listed) of \(Self.draws)")
    }

    /// The same over a corpus pair at hand: a folder with train.jsonl and test.jsonl.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["TEXTSHIFT_NULL_PAIR"] != nil))
    func aRealNullListsNothing() throws {
        let folder = ProcessInfo.processInfo.environment["TEXTSHIFT_NULL_PAIR"] ?? ""
        let (options, workers) = (AnalysisOptions(), WorkerPool(workers: 2))
        let read = try Corpora(
            train: .files([folder + "/train.jsonl"]), test: .files([folder + "/test.jsonl"]), options: options, workers: workers
        )
        let pair = try ComparedPair(read, options: options, workers: workers)
        let groups = pair.groups.ofRow
        let views = try Featurizer.featurize(pair.texts, ordered: true, workers: workers)
        let listed = drawsWithTerms(views, pair.rows, groups, pair.isTest, seed: 11)
        print("terms listed in \(listed) of \(Self.draws) permutations of \(folder)")
        #expect(listed <= 16)
    }
}

/// Texts of one field.
private struct PlainTexts: SegmentSource {
    let texts: [[UInt8]]

    var fieldStarts: [Int] { [0, texts.count] }

    func utf8Count(_ segment: Int) -> Int { texts[segment].count }

    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        texts[segment].withUnsafeBufferPointer(body)
    }
}
