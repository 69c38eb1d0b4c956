import ParallelWork
import TestSupport
import Testing

@testable import SparseFeatures

/// Groups that hold a term, against sets of strings.
@Suite struct TermGroupsTests {
    @Test(arguments: [1, 3])
    func countsAreThoseOfTheOracle(workers: Int) throws {
        var draws = SplitMix(seed: 61)
        let questions = (0..<60).map { _ in draws.text(most: 8) }
        let passages = (0..<40).map { _ in draws.text(most: 30) }
        let workers = WorkerPool(workers: workers)
        let views = try Featurizer.featurize(
            Texts([questions, passages]), options: FeatureOptions(minimumDocumentFrequency: 1), ordered: true, workers: workers)
        let rows = (0..<150).map { _ in (question: draws.below(60), passage: draws.below(40)) }
        let isTest = rows.map { _ in draws.below(3) == 0 }
        // Groups of many rows, some with both sides.
        let groups = rows.map { Int32($0.passage / 2) }
        let segments = SegmentRows(slots: 2, segments: rows.flatMap { [Int32($0.question), Int32(60 + $0.passage)] })
        let found = TermGroups(
            views: views, rows: segments, isTest: isTest, groups: groups, minimum: (words: 2, phrases: 3), workers: workers)

        func words(_ segment: Int) -> [Int] { views.words.packed(segment).map { Int($0 >> 8) } }
        var held: [Key: [Set<Int32>]] = [:]
        var lengths: [[Side: Set<Int>]] = [[:], [:]]
        for (row, texts) in rows.enumerated() {
            for (slot, segment) in [texts.question, 60 + texts.passage].enumerated() {
                let side = Side(group: groups[row], isTest: isTest[row])
                lengths[slot][side, default: []].formUnion(words(segment))
                let order = views.order[segment].map { Int($0) }
                let phrases = zip(order, order.dropFirst()).filter { $0 >= 0 && $1 >= 0 }.map { Key(first: $0, second: $1) }
                for key in words(segment).map({ Key(first: $0, second: -1) }) + phrases {
                    held[key, default: [[], []]][isTest[row] ? 1 : 0].insert(groups[row])
                }
            }
        }
        let expected = held.filter { key, sides in sides[0].count + sides[1].count >= (key.second < 0 ? 2 : 3) }
        #expect(found.terms.count == expected.count)
        #expect(found.terms.contains { $0.second >= 0 })
        for term in found.terms {
            let sides = try #require(expected[Key(first: Int(term.first), second: Int(term.second))])
            #expect(term.counts.train.groups == sides[0].count && term.counts.test.groups == sides[1].count)
            let slot = Int(views.terms.fields[Int(term.first)])
            for (side, count) in [(0, term.counts.train), (1, term.counts.test)] {
                let sum = sides[side].reduce(0) { $0 + (lengths[slot][Side(group: $1, isTest: side == 1)]?.count ?? 0) }
                #expect(count.lengths == sum)
            }
        }
        for slot in 0..<2 {
            let own = lengths[slot].filter { $0.key.isTest }
            #expect(found.lengths[slot].test.groups == own.count)
            #expect(found.lengths[slot].test.total == own.values.reduce(0) { $0 + $1.count })
            #expect(found.lengths[slot].test.squares == own.values.reduce(0) { $0 + Double($1.count * $1.count) })
        }
    }

    private struct Key: Hashable {
        var first: Int
        var second: Int
    }

    private struct Side: Hashable {
        var group: Int32
        var isTest: Bool
    }

    @Test func wordsStandInTheirOrderAndBreaksPartThem() throws {
        let views = try Featurizer.featurize(
            Texts([["red tea, green  tea", "", "tea\nred"]]), options: FeatureOptions(minimumDocumentFrequency: 1),
            ordered: true, workers: WorkerPool(workers: 1))
        func names(_ segment: Int) -> [String] { views.order[segment].map { $0 < 0 ? "|" : views.terms.term(Int($0)) } }
        #expect(names(0) == ["red", "tea", "|", "green", "tea"])
        #expect(names(1) == [])
        #expect(names(2) == ["tea", "|", "red"])
        #expect(try featurize([["red tea"]]).order[0].isEmpty)
    }

    @Test func aSelectionKeepsItsRowsOverFrequentFeatures() throws {
        var draws = SplitMix(seed: 62)
        let matrix = try featurize([(0..<80).map { _ in draws.text(most: 20) }]).words
        let chosen = (0..<80).filter { _ in draws.below(2) == 0 }
        let whole = matrix.selecting(chosen, minimum: 1)
        for (row, segment) in chosen.enumerated() {
            let values = (whole.row(row).map(\.value), matrix.row(segment).map(\.value))
            #expect(zip(values.0, values.1).allSatisfy { abs($0 - $1) < 1e-6 } && values.0.count == values.1.count)
        }
        let frequent = matrix.selecting(chosen, minimum: 5)
        #expect(frequent.documentFrequencies.allSatisfy { $0 >= 5 } && frequent.featureCount < whole.featureCount)
    }
}
