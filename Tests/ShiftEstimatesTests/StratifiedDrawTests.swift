import ImportanceWeights
import Statistics
import Testing

@testable import ShiftEstimates

@Suite("Which test rows to label first")
struct StratifiedDrawTests {
    private func numbers(_ count: Int, _ name: String) -> [Double] {
        (0..<count).map {
            SeededGenerator.uniform(seed: 3, purpose: SeededGenerator.Purpose(name), key: UInt64($0))
        }
    }

    @Test("The Horvitz-Thompson estimate is unbiased over 1,000 draws, whatever the sizes")
    func isUnbiased() {
        let rows = 300
        let scores = numbers(rows, "scores")
        // The metric rises with the score, so a draw that leans to high scores is biased without its probabilities.
        let noise = numbers(rows, "noise")
        let spreads = scores.map { 1.5 - $0 }
        let values = (0..<rows).map { noise[$0] < 0.2 + 0.6 * scores[$0] ? 1.0 : 0 }
        let truth = values.reduce(0, +) / Double(rows)
        let identities = (0..<rows).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
        var estimates: [Double] = []
        var naive = 0.0
        for seed in 0..<1000 {
            let draw = StratifiedDraw(
                scores: scores, spreads: spreads, identities: identities, count: 30, strata: 10, seed: UInt64(seed))
            #expect(draw.rows.count == 30)
            let drawn = draw.rows.map { values[$0] }
            estimates.append(
                StratifiedDraw.horvitzThompson(values: drawn, probabilities: draw.probabilities) / Double(rows))
            naive += drawn.reduce(0, +) / 30 / 1000
        }
        let mean = estimates.reduce(0, +) / 1000
        let variance = estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 999
        let error = (variance / 1000).squareRoot()
        #expect(abs(mean - truth) < 3 * error, "mean \(mean), truth \(truth), standard error \(error)")
        #expect(abs(naive - truth) > 10 * error)
    }

    @Test("Each row of a stratum is drawn as often as its probability says")
    func inclusionProbabilities() {
        let rows = 40
        let scores = (0..<rows).map { Double($0) }
        let identities = (0..<rows).map { UInt64($0) &* 77 }
        var counts = [Int](repeating: 0, count: rows)
        var expected = [Double](repeating: 0, count: rows)
        for seed in 0..<2000 {
            let draw = StratifiedDraw(
                scores: scores, spreads: scores.map { $0 + 1 }, identities: identities, count: 10, strata: 4, seed: UInt64(seed)
            )
            for (row, probability) in zip(draw.rows, draw.probabilities) {
                counts[row] += 1
                expected[row] = probability
            }
        }
        for row in 0..<rows {
            let error = (expected[row] * (1 - expected[row]) / 2000).squareRoot()
            #expect(abs(Double(counts[row]) / 2000 - expected[row]) < 4.5 * error, "row \(row)")
        }
    }

    @Test("Allocation: all of it, two a stratum at least, no more than there are")
    func allocation() {
        #expect(StratifiedDraw.allocate(10, [5, 5, 5], [1, 2, 7]) == [2, 3, 5])
        #expect(StratifiedDraw.allocate(3, [5, 5, 5], [0, 0, 9]) == [1, 1, 1])
        #expect(StratifiedDraw.allocate(99, [2, 3], [1, 1]) == [2, 3])
        #expect(StratifiedDraw.allocate(12, [9, 9, 9], [0, 0, 1]) == [2, 2, 8])
        #expect(StratifiedDraw.allocate(10, [9, 9, 9], [1, 1, 1], earlier: [6, 0, 1]) == [6, 2, 2])
    }

    @Test("Strata have equal sums of spreads, and two rows at least")
    func cuts() {
        let spreads = [1.0, 1, 1, 1, 1, 1, 3, 3, 6, 6]
        let scores = (0..<10).map { Double($0) }
        let draw = StratifiedDraw(
            scores: scores, spreads: spreads, identities: scores.map { UInt64($0) }, count: 8, strata: 4, seed: 1)
        #expect(draw.strata.map(\.rows).allSatisfy { $0 >= 2 } && draw.strata.count == 4)
        #expect(draw.strata.reduce(0) { $0 + $1.rows } == 10 && draw.rows.count == 8)
        let halves = StratifiedDraw(
            scores: scores, spreads: spreads, identities: scores.map { UInt64($0) }, count: 4, strata: 2, seed: 1)
        #expect(halves.strata.map(\.rows) == [8, 2] && halves.strata.map(\.drawn) == [2, 2])
    }

    @Test("A second draw goes on from the first: its rows stay, and every other row of a stratum is as likely")
    func goesOn() {
        let scores = numbers(60, "scores")
        let identities = (0..<60).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
        var counts = [Int](repeating: 0, count: 60)
        for seed in 0..<500 {
            func draw(_ count: Int, _ earlier: Set<Int>, _ seed: Int) -> StratifiedDraw {
                StratifiedDraw(
                    scores: scores, spreads: scores.map { _ in 1 }, identities: identities, earlier: earlier, count: count,
                    strata: 5, seed: UInt64(seed))
            }
            let first = draw(10, [], seed)
            let second = draw(20, Set(first.rows), seed + 1000)
            #expect(Set(first.rows).isSubset(of: second.rows) && second.rows.count == 20)
            #expect(second.probabilities.allSatisfy { abs($0 - 1.0 / 3) < 1e-12 })
            #expect(second.strata.map(\.rows) == first.strata.map(\.rows))
            for row in second.rows { counts[row] += 1 }
        }
        for row in 0..<60 {
            #expect(abs(Double(counts[row]) / 500 - 1.0 / 3) < 4.5 * (2.0 / 9 / 500).squareRoot(), "row \(row)")
        }
    }

    @Test("More rows than there are: all, each with probability 1; copies of a record are told apart")
    func edges() {
        let all = StratifiedDraw(scores: [1, 2, 3], spreads: [1, 1, 1], identities: [7, 7, 7], count: 9, strata: 10, seed: 1)
        #expect(all.rows == [0, 1, 2])
        #expect(all.probabilities == [1, 1, 1])
        let none = StratifiedDraw(scores: [], spreads: [], identities: [], count: 9, strata: 10, seed: 1)
        #expect(none.rows.isEmpty)
        let copies = StratifiedDraw(
            scores: [1, 1, 1, 1], spreads: [1, 1, 1, 1], identities: [7, 7, 7, 7], count: 2, strata: 1, seed: 1)
        #expect(copies.rows.count == 2)
    }
}
