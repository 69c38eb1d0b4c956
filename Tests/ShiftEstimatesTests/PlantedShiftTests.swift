import ImportanceWeights
import Testing

@testable import ShiftEstimates

@Suite("Planted shifts")
struct PlantedShiftTests {
    private let groups = (0..<3000).map { $0 / 3 }
    private let identities = (0..<1000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
    private let scores = (0..<3000).map { Double(($0 / 3) % 100) }

    private func plant(_ odds: Double, share: Double = 0.3, draw: Int = 0) -> PlantedShift {
        PlantedShift(
            PlantedShift.Plan(kind: .topic, odds: odds, share: share), scores: scores, groups: groups, identities: identities,
            testShare: 0.25, draw: draw, seed: 5)
    }

    @Test("The rates solve their two equations", arguments: [1.0, 2, 5, 20, 1000])
    func rates(odds: Double) {
        let rates = PlantedShift.rates(odds: odds, share: 0.3, testShare: 0.25)
        #expect(abs(0.3 * rates.inside + 0.7 * rates.outside - 0.25) < 1e-9)
        #expect(abs(rates.inside / (1 - rates.inside) / (rates.outside / (1 - rates.outside)) / odds - 1) < 1e-6)
    }

    @Test("The true ratio has mean 1 over train and brings train's domain share to test's; groups stay whole")
    func trueRatio() {
        let shift = plant(5)
        let train = shift.isTest.indices.filter { !shift.isTest[$0] }
        let mean = train.reduce(0) { $0 + shift.trueRatio[$1] } / Double(train.count)
        #expect(abs(mean - 1) < 1e-12)
        let inside = train.filter { shift.trueRatio[$0] > 1 }
        let weighted = inside.reduce(0) { $0 + shift.trueRatio[$1] } / Double(train.count)
        #expect(abs(weighted - shift.domainShares.test) < 1e-12)
        #expect(abs(Double(inside.count) / Double(train.count) - shift.domainShares.train) < 1e-12)
        for row in groups.indices { #expect(shift.isTest[row] == shift.isTest[groups[row] * 3]) }
        let odds = { (share: Double) in share / (1 - share) }
        #expect(abs(odds(shift.domainShares.test) / odds(shift.domainShares.train) - 5) < 0.3)
    }

    @Test("Draws differ, a draw repeats itself, and odds of 1 plant nothing")
    func draws() {
        #expect(plant(5) == plant(5))
        #expect(plant(5).isTest != plant(5, draw: 1).isTest)
        #expect(plant(1).trueRatio.allSatisfy { abs($0 - 1) < 0.05 })
    }
}
