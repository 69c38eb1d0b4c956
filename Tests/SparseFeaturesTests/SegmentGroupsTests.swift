import ParallelWork
import TestSupport
import Testing

@testable import SparseFeatures

@Suite struct SegmentGroupsTests {
    /// Document frequencies are numbers of groups: compared with counting them one by one.
    @Test(arguments: [1, 2, 3, 4]) func frequenciesCountGroups(seed: UInt64) throws {
        var draws = SplitMix(seed: seed)
        let texts = (0..<40).map { _ in (0..<4).map { _ in "w\(draws.below(30))" }.joined(separator: " ") + " common" }
        let rowSegments = (0..<90).map { _ in Int32(draws.below(40)) }
        let used = Array(Set(rowSegments)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, Int32($0)) })
        let rows = SegmentRows(slots: 1, segments: rowSegments.map { numbers[$0] ?? 0 })
        let source = Texts([used.map { texts[Int($0)] }])
        let groups = (0..<90).map { _ in Int32(draws.below(50)) }
        let present = Array(Set(groups)).sorted()
        let dense = groups.map { Int32(present.firstIndex(of: $0) ?? 0) }
        let segmentGroups = SegmentGroups(rows: rows, groups: dense, segmentCount: used.count)
        let views = try Featurizer.featurize(
            source, groups: segmentGroups, options: FeatureOptions(minimumDocumentFrequency: 1), workers: WorkerPool(workers: 2)
        )
        #expect(segmentGroups.count == present.count)
        for term in 0..<views.terms.hashes.count {
            let word = views.terms.term(term)
            let holders = Set(
                dense.indices.filter { texts[Int(used[rows[$0, 0]])].split(separator: " ").contains(Substring(word)) }.map {
                    dense[$0]
                })
            let expected = Float(
                Double.log((1 + Double(present.count)) / (1 + Double(holders.count))) + 1)
            #expect(abs(views.words.featureWeights[term] - expected) < 1e-6, "\(word)")
        }
    }

    /// Groups of one row each, with texts of their own, change nothing.
    @Test func plainGroupsChangeNothing() throws {
        let texts = ["red tea", "green tea", "black coffee"]
        let rows = SegmentRows(slots: 1, segments: [0, 1, 2])
        let groups = SegmentGroups(rows: rows, groups: [0, 1, 2], segmentCount: 3)
        #expect(groups.isPlain)
        let plain = try featurize([texts])
        let grouped = try Featurizer.featurize(
            Texts([texts]), groups: groups, options: FeatureOptions(minimumDocumentFrequency: 1),
            workers: WorkerPool(workers: 1))
        #expect(plain.words.entries == grouped.words.entries && plain.gramBuckets == grouped.gramBuckets)
    }
}
