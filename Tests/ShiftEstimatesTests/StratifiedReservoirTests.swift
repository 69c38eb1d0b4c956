import ShiftEstimates
import TestSupport
import Testing

@Suite("A stratified draw from rows that pass once")
struct StratifiedReservoirTests {
    private func filled(_ scores: [Double], capacity: Int, seed: UInt64) -> StratifiedReservoir<Int> {
        var reservoir = StratifiedReservoir<Int>(capacity: capacity, seed: seed)
        for (row, score) in scores.enumerated() { reservoir.add(score: score) { row } }
        return reservoir
    }

    private static let scores: [Double] = {
        var random = LinearCongruential(name: "reservoir", salt: 1)
        return (0..<600).map { _ in 1 - 0.5 * random.uniform() * random.uniform() }
    }()

    @Test(
        "The strata hold all rows once, by rising score; as many are drawn as were asked for, each with its stratum's probability"
    )
    func strata() {
        let reservoir = filled(Self.scores, capacity: 60, seed: 3)
        let strata = reservoir.strata(count: 60, strata: 10, bySpread: true)
        #expect(strata.count > 7 && strata.count <= 10)
        #expect(strata.reduce(0) { $0 + $1.rows } == 600 && strata.reduce(0) { $0 + $1.drawn } == 60)
        #expect(zip(strata, strata.dropFirst()).allSatisfy { $0.scores.upperBound < $1.scores.lowerBound })
        for (number, stratum) in strata.enumerated() {
            #expect(Self.scores.count { stratum.scores.contains($0) } == stratum.rows)
            #expect(stratum.drawn >= 2)
            let own = reservoir.draw(count: 60, strata: 10, bySpread: true).filter { $0.stratum == number }
            #expect(own.count == stratum.drawn)
            #expect(own.allSatisfy { $0.record == $0.place && stratum.scores.contains(Self.scores[$0.place]) })
            #expect(own.allSatisfy { $0.probability == Double(stratum.drawn) / Double(stratum.rows) })
        }
        // More of what the model is unsure of.
        let (first, last) = (strata[0], strata[strata.count - 1])
        #expect(Double(first.drawn) / Double(first.rows) > 1.5 * Double(last.drawn) / Double(last.rows))
    }

    @Test("Every row is drawn as often as its probability says, and Σ f/π is unbiased")
    func probabilities() {
        let draws = 700
        var times = [Int](repeating: 0, count: 600)
        var chances = [Double](repeating: 0, count: 600)
        var sum = 0.0
        func value(_ row: Int) -> Double { row % 7 == 0 ? 0 : Self.scores[row] }
        for seed in 0..<draws {
            for row in filled(Self.scores, capacity: 30, seed: UInt64(seed)).draw(count: 30, strata: 5, bySpread: true) {
                times[row.place] += 1
                chances[row.place] = row.probability
                sum += value(row.place) / row.probability
            }
        }
        // χ² of the counts: each has variance π(1-π) a draw; 600 rows less the strata.
        let square = (0..<600).reduce(0.0) { total, row in
            let expected = Double(draws) * chances[row]
            let off = Double(times[row]) - expected
            return total + off * off / (expected * (1 - chances[row]))
        }
        #expect(square > 450 && square < 750, "\(square)")
        let truth = (0..<600).reduce(0) { $0 + value($1) }
        #expect(abs(sum / Double(draws) / truth - 1) < 0.01)
    }

    @Test("What is kept depends on the draws, not on the rows; few records are made")
    func memory() {
        var made = 0
        var random = LinearCongruential(name: "stream", salt: 2)
        var reservoir = StratifiedReservoir<Int>(capacity: 20, seed: 1)
        for row in 0..<100_000 {
            reservoir.add(score: random.uniform()) {
                made += 1
                return row
            }
        }
        #expect(reservoir.count == 100_000 && reservoir.keptRows <= 256 * 40)
        #expect(made < 40_000, "\(made)")
        #expect(reservoir.draw(count: 20, strata: 10, bySpread: true).count == 20)
    }

    @Test("Any scale of scores; equal ones; fewer rows than draws; none")
    func edges() {
        let wide = filled([-1e300, -3, -0.5, 0, 0.2, 1, 1.5, 40, 1e12, 1e300, 7, 8], capacity: 8, seed: 1)
        #expect(!wide.areShares && wide.draw(count: 8, strata: 4, bySpread: false).count == 8)
        let alike = filled([Double](repeating: 0.4, count: 50), capacity: 10, seed: 1).strata(
            count: 10, strata: 5, bySpread: true)
        #expect(alike.count == 1 && alike[0].rows == 50 && alike[0].drawn == 10)
        let few = filled([0.1, 0.2, 0.9], capacity: 10, seed: 1).draw(count: 10, strata: 5, bySpread: true)
        #expect(few.map(\.place) == [0, 1, 2] && few.allSatisfy { $0.probability == 1 })
        #expect(filled([], capacity: 10, seed: 1).draw(count: 10, strata: 5, bySpread: true).isEmpty)
    }
}
