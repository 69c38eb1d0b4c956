import Foundation
@testable import Statistics
import Testing

@testable import ImportanceWeights

@Suite("Log-odds with an informative prior")
struct LogOddsTests {
    /// A side whose groups all have `length` terms.
    private func side(_ held: Int, of groups: Int, length: Double = 7) -> LogOdds.Side {
        LogOdds.Side(
            held: held, groups: groups, heldLengths: Double(held) * length, lengths: Double(groups) * length,
            squaredLengths: Double(groups) * length * length)
    }

    @Test("An example by hand")
    func byHand() {
        // 10 of 100 against 30 of 100: a = 10, α = 2, odds 12/98 and 32/78, σ² = 1/12 + 1/98 + 1/32 + 1/78.
        let found = LogOdds.compare(10, of: 100, 30, of: 100)
        #expect(abs(found.logOdds - 1.2090879) < 1e-6)
        #expect(abs(found.z - 3.2593887) < 1e-6)
        // Of twice as many on one side: a share of 40/300, so α of 20 · 2/15 and 10 · 2/15.
        let uneven = LogOdds.compare(10, of: 200, 30, of: 100)
        let (p, q) = ((10 + 8.0 / 3) / (190 + 52.0 / 3), (30 + 4.0 / 3) / (70 + 26.0 / 3))
        #expect(abs(uneven.logOdds - log(q / p)) < 1e-12)
    }

    @Test("The comparison with the smaller |z| stands, and none where they disagree")
    func smaller() {
        // Twice the length: of the terms it is no more than before.
        let longer = LogOdds(train: side(100, of: 1000), test: side(200, of: 1000, length: 14))
        let byTerms = LogOdds.compare(100, of: 7000, 200, of: 14000)
        #expect(byTerms.logOdds == 0 && longer.z == 0 && longer.pValue == 1)
        let common = LogOdds(train: side(700, of: 1000), test: side(800, of: 1000, length: 14))
        #expect(common.z == 0)
        let both = LogOdds(train: side(100, of: 1000), test: side(300, of: 1000, length: 14))
        let ofTerms = LogOdds.compare(100, of: 7000, 300, of: 14000)
        #expect(both.z == ofTerms.z && both.z > 0 && both.z < LogOdds.compare(100, of: 1000, 300, of: 1000).z)
    }

    @Test("Turning the sides around turns the sign, and nothing moves where all or none hold a term")
    func symmetry() {
        for (a, b) in [(3, 40), (0, 12), (77, 60)] {
            let there = LogOdds(train: side(a, of: 100), test: side(b, of: 150))
            let back = LogOdds(train: side(b, of: 150), test: side(a, of: 100))
            #expect(abs(there.z + back.z) < 1e-12 && abs(there.logOdds + back.logOdds) < 1e-12)
            #expect(abs(there.pValue - back.pValue) < 1e-9)
        }
        for held in [0, 100] {
            let found = LogOdds(train: side(held, of: 100), test: side(held, of: 100))
            #expect(found.z == 0 && found.pValue == 1)
        }
    }

    @Test("Fisher's test is the sum over the tail, term by term")
    func fisher() {
        func choose(_ n: Int, _ k: Int) -> Double {
            k < 0 || k > n ? 0 : (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
        }
        for (all, drawn, held) in [(30, 12, 9), (60, 7, 30), (90, 40, 3), (200, 150, 80)] {
            for observed in max(0, held + drawn - all)...min(held, drawn) {
                func probability(_ k: Int) -> Double {
                    choose(held, k) * choose(all - held, drawn - k) / choose(all, drawn)
                }
                let mean = Double(held * drawn) / Double(all)
                let tail =
                    Double(observed) > mean
                    ? (observed...min(held, drawn)).reduce(0) { $0 + probability($1) }
                    : (max(0, held + drawn - all)...observed).reduce(0) { $0 + probability($1) }
                let found = Hypergeometric(drawn: drawn, held: held, all: all).twoSided(observed)
                #expect(
                    abs(found - min(1, 2 * tail)) < 1e-10 * max(found, 1e-12) + 1e-14, "\(all) \(drawn) \(held) \(observed)")
            }
        }
    }

    @Test("Far in the tail the exact p-value is the larger")
    func tail() {
        // 10 of 21 groups are among the 500 of 10,500: the normal approximation is several times too small.
        let found = LogOdds(train: side(11, of: 10_000), test: side(10, of: 500))
        let exact = Hypergeometric(drawn: 500, held: 21, all: 10_500).twoSided(10)
        #expect(found.pValue == exact && erfc(abs(found.z) / 2.0.squareRoot()) < exact / 2)
    }

    @Test("Dispersion is the variance between groups over that of single draws")
    func dispersion() {
        var generator = SeededGenerator(seed: 5, purpose: SeededGenerator.Purpose("test"), key: 0)
        let groups = (0..<400).map { number -> (length: Double, holds: Bool, isTest: Bool) in
            // A few very long groups.
            let length = number % 40 == 0 ? 300.0 : Double(5 + generator.index(below: 10))
            return (length, generator.index(below: 400) < Int(length) + 20, number % 3 == 0)
        }
        func side(_ isTest: Bool) -> LogOdds.Side {
            let own = groups.filter { $0.isTest == isTest }
            return LogOdds.Side(
                held: own.filter(\.holds).count, groups: own.count,
                heldLengths: own.filter(\.holds).reduce(0) { $0 + $1.length },
                lengths: own.reduce(0) { $0 + $1.length }, squaredLengths: own.reduce(0) { $0 + $1.length * $1.length })
        }
        let all = groups.reduce(0) { $0 + $1.length }
        let share = Double(groups.filter(\.holds).count) / all
        let squares = groups.reduce(0.0) {
            let miss = ($1.holds ? 1 : 0) - share * $1.length
            return $0 + miss * miss
        }
        let found = LogOdds.dispersion(train: side(false), test: side(true))
        #expect(abs(found - squares / (all * share * (1 - share))) < 1e-9)
    }
}

@Suite("False discoveries")
struct FalseDiscoveryTests {
    @Test("Adjusted p-values are those of the definition")
    func oracle() {
        var generator = SeededGenerator(seed: 9, purpose: SeededGenerator.Purpose("test"), key: 1)
        for size in [0, 1, 2, 7, 60] {
            // Coarse, so that some are equal.
            let pValues = (0..<size).map { _ in pow(Double(1 + generator.index(below: 30)) / 30, 3) }
            let adjusted = FalseDiscovery.adjusted(pValues)
            for (test, pValue) in pValues.enumerated() {
                let least =
                    pValues.filter { $0 >= pValue }.map { other in
                        other * Double(size) / Double(pValues.filter { $0 <= other }.count)
                    }.min() ?? 1
                #expect(abs(adjusted[test] - min(1, least)) < 1e-12)
            }
            // Benjamini & Hochberg's own rule at 5%: the largest k with p₍k₎ ≤ 0.05 k / m, and all below it.
            let sorted = pValues.sorted()
            let count = (1...max(size, 1)).last { size > 0 && sorted[$0 - 1] <= 0.05 * Double($0) / Double(size) } ?? 0
            #expect(adjusted.filter { $0 <= 0.05 }.count == count)
        }
    }
}
