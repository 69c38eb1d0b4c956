import Foundation
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

    /// Ratios of the groups, from 1/16 to 16 and one of a million; of a group's three rows the middle one has twice the
    /// others'.
    private let groupRatios: [Double] = (0..<1000).map { $0 == 0 ? 1e6 : exp2(Double($0 * 37 % 9) - 4) }

    private func plant(_ groupRatios: [Double], draw: Int = 0) -> PlantedShift {
        let ofRow: [Double] = groups.indices.map { row in
            let part: Double = row % 3 == 1 ? 1.5 : 0.75
            return groupRatios[groups[row]] * part
        }
        return PlantedShift(ratios: ofRow, groups: groups, identities: identities, testShare: 0.25, draw: draw, seed: 5)
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(values.count, 1)) }

    @Test("By ratio: the true ratio is that of the group up to a factor, mean 1 over train, and groups stay whole")
    func ratioIsTrue() {
        let shift = plant(groupRatios)
        let train = shift.isTest.indices.filter { !shift.isTest[$0] }
        #expect(abs(mean(train.map { shift.trueRatio[$0] }) - 1) < 1e-9)
        let factor = shift.trueRatio[3] / groupRatios[1]
        for row in groups.indices {
            #expect(shift.isTest[row] == shift.isTest[groups[row] * 3])
            #expect(abs(shift.trueRatio[row] / (factor * groupRatios[groups[row]]) - 1) < 1e-9)
        }
        #expect(shift == plant(groupRatios) && shift.isTest != plant(groupRatios, draw: 1).isTest)
    }

    @Test("By ratio: weighting planted train by the true ratio gives planted test, over draws; the share of test rows is met")
    func ratioIsRecovered() {
        // To be recovered: the share of groups with an odd number, which has three times the ratio.
        let leaning = groupRatios.indices.map { groupRatios[$0] * ($0 % 2 == 1 ? 3 : 1) }
        let odd: [Double] = groups.map { $0 % 2 == 1 ? 1 : 0 }
        var (shares, gaps, plain) = ([Double](), [Double](), [Double]())
        for draw in 0..<40 {
            let shift = plant(leaning, draw: draw)
            let test = odd.indices.filter { shift.isTest[$0] }
            let train = odd.indices.filter { !shift.isTest[$0] }
            let actual = mean(test.map { odd[$0] })
            shares.append(Double(test.count) / 3000)
            gaps.append(mean(train.map { shift.trueRatio[$0] * odd[$0] }) - actual)
            plain.append(mean(train.map { odd[$0] }) - actual)
        }
        #expect(abs(mean(shares) - 0.25) < 0.006)
        #expect(abs(mean(gaps)) < 0.02)
        #expect(mean(plain) < -0.15)
    }

    @Test("By ratio: equal ratios plant nothing")
    func equalRatios() {
        let rows = [Double](repeating: 3, count: 3000)
        let shift = PlantedShift(ratios: rows, groups: groups, identities: identities, testShare: 0.25, draw: 0, seed: 5)
        #expect(shift.trueRatio.allSatisfy { abs($0 - 1) < 1e-12 })
        #expect(shift.isTest.count { $0 } > 600 && shift.isTest.count { $0 } < 900)
    }

    @Test("Draws differ, a draw repeats itself, and odds of 1 plant nothing")
    func draws() {
        #expect(plant(5) == plant(5))
        #expect(plant(5).isTest != plant(5, draw: 1).isTest)
        #expect(plant(1).trueRatio.allSatisfy { abs($0 - 1) < 0.05 })
    }
}
