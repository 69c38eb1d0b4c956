import Foundation
import TestSupport
import Testing
@testable import ImportanceWeights
@testable import Statistics

@Suite struct ExceedanceTests {
    /// With one row of train, each of n + 1 places is as likely: c or more of test beyond it have chance (n + 1 - c) / (n + 1).
    @Test(arguments: 1...9) func byHand(beyond: Int) {
        #expect(abs(Exceedance.pValue(beyond, rank: 1, train: 1, test: 9) - Double(10 - beyond) / 10) < 1e-12)
    }

    /// Two of each: six orders.
    @Test func countedOut() {
        // Orders from the top, T test and t train: TTtt, TtTt, TttT, tTTt, tTtT, ttTT.
        #expect(abs(Exceedance.pValue(2, rank: 1, train: 2, test: 2) - 1.0 / 6) < 1e-12)
        #expect(abs(Exceedance.pValue(1, rank: 1, train: 2, test: 2) - 0.5) < 1e-12)
        #expect(abs(Exceedance.pValue(2, rank: 2, train: 2, test: 2) - 0.5) < 1e-12)
        #expect(Exceedance.pValue(0, rank: 1, train: 2, test: 2) == 1)
    }

    /// The chance is at most its level without a shift, at any sizes.
    @Test(arguments: [(150, 150), (1500, 400), (60, 2000)]) func holdsItsLevel(train: Int, test: Int) {
        var draws = Draws(31)
        let rank = (train + 999) / 1000
        var fired = 0
        for _ in 0..<400 {
            let limit = (0..<train).map { _ in draws.normal() }.sorted(by: >)[rank - 1]
            let beyond = (0..<test).count { _ in draws.normal() > limit }
            if Exceedance.pValue(beyond, rank: rank, train: train, test: test) < 0.05 { fired += 1 }
        }
        // 20 at most in expectation; its standard deviation is 4.4.
        #expect(fired <= 33)
    }

    /// None of train's 3 among 2 of 5 that hold a term: C(3, 2) / C(5, 2).
    @Test func aTermThatTrainLacks() {
        #expect(abs(Hypergeometric(drawn: 2, held: 3, all: 5).atMost(0) - 0.1) < 1e-12)
        #expect(Hypergeometric(drawn: 4, held: 3, all: 5).atMost(0) == 0)
        #expect(Hypergeometric(drawn: 2, held: 3, all: 5).atMost(2) == 1)
        // Half of all groups, and a term in 40 of test: about 2⁻⁴⁰.
        let chance = Hypergeometric(drawn: 5000, held: 40, all: 10_000).atMost(0)
        #expect(chance > 0.8 * 0x1p-40 && chance < 0x1p-40)
    }
}

@Suite struct WeightConcentrationTests {
    @Test func byHand() throws {
        let equal = try WeightConcentration(weights: [Double](repeating: 1, count: 300))
        #expect(equal.topRows == 3)
        #expect(abs(equal.topShare - 0.01) < 1e-15)
        #expect(equal.totalMass == 300)
        let one = try WeightConcentration(weights: [0, 0, 4, 1])
        #expect(one.topRows == 1)
        #expect(one.topShare == 0.8)
        #expect(try WeightConcentration(weights: [3, 1, 2], top: 1).topShare == 1)
        // 0.07 · 100 is a hair above 7 in binary.
        #expect(try WeightConcentration(weights: [Double](repeating: 1, count: 100), top: 0.07).topRows == 7)
    }

    @Test func badInput() {
        #expect(throws: StatisticsError.zeroTotalWeight) { try WeightConcentration(weights: [0]) }
        #expect(throws: StatisticsError.shareOutOfRange(found: 1.5)) { try WeightConcentration(weights: [1], top: 1.5) }
    }
}

@Suite struct ReliabilityTests {
    /// Three levels at which the observed share is exactly the prediction; each side sums to 10.
    private static let table: [(probability: Double, train: Int, test: Int)] = [(0.2, 4, 1), (0.5, 5, 5), (0.8, 1, 4)]

    private func rows(trainCopies: Int = 1, _ map: (Double) -> Double = { $0 }) -> (p: [Double], isTest: [Bool]) {
        var (p, isTest): ([Double], [Bool]) = ([], [])
        for level in Self.table {
            for _ in 0..<(level.train * trainCopies) { p.append(map(level.probability)); isTest.append(false) }
            for _ in 0..<level.test { p.append(map(level.probability)); isTest.append(true) }
        }
        return (p, isTest)
    }

    /// Three times as many train rows change nothing: the sides carry equal weight.
    @Test(arguments: [1, 3]) func calibratedByConstruction(trainCopies: Int) throws {
        let (p, isTest) = rows(trainCopies: trainCopies)
        let bins = try Reliability.bins(probabilities: p, isTest: isTest, count: 10)
        #expect(bins.count == 3)
        for (bin, level) in zip(bins, Self.table) {
            #expect(abs(bin.meanPredicted - level.probability) < 1e-12)
            #expect(abs(bin.observed - level.probability) < 1e-12)
            #expect(bin.trainRows == level.train * trainCopies)
            #expect(bin.testRows == level.test)
        }
        guard case .fitted(let intercept, let slope) = try Reliability.line(probabilities: p, isTest: isTest) else {
            Issue.record("no line")
            return
        }
        #expect(abs(intercept) < 1e-9)
        #expect(abs(slope - 1) < 1e-9)
    }

    /// Logits twice too far out have a slope of ½; shifted ones an intercept.
    @Test func distortedLogits() throws {
        let (p, isTest) = rows { 1 / (1 + exp(-(2 * log($0 / (1 - $0)) + 0.6))) }
        guard case .fitted(let intercept, let slope) = try Reliability.line(probabilities: p, isTest: isTest) else {
            Issue.record("no line")
            return
        }
        #expect(abs(slope - 0.5) < 1e-9)
        #expect(abs(intercept + 0.3) < 1e-9)
        #expect(try Reliability.line(probabilities: p, isTest: isTest).slope == slope)
    }

    /// At the line the numerical gradient of the balanced log-likelihood vanishes.
    @Test(arguments: 1...8) func lineIsTheMaximum(seed: Int) throws {
        var draws = Draws(UInt64(seed))
        let isTest = (0..<200).map { $0 % 7 < 2 }
        let probabilities = isTest.map { 1 / (1 + exp(-(4 * draws.normal() + ($0 ? 2 : -1)))) }
        let logits = probabilities.map(DensityRatio.logRatio(from:))
        guard
            case .fitted(let a, let b) = try Reliability.line(
                probabilities: probabilities, isTest: isTest)
        else {
            Issue.record("no line")
            return
        }
        let test = Double(isTest.count { $0 })
        func value(_ a: Double, _ b: Double) -> Double {
            zip(logits, isTest).reduce(0) { sum, row in
                let z = a + b * row.0
                return sum - log1p(exp(row.1 ? -z : z)) / (2 * (row.1 ? test : 200 - test))
            }
        }
        #expect(abs(value(a + 1e-4, b) - value(a - 1e-4, b)) / 2e-4 < 1e-6)
        #expect(abs(value(a, b + 1e-4) - value(a, b - 1e-4)) / 2e-4 < 1e-6)
    }

    @Test func noLine() throws {
        #expect(try Reliability.line(probabilities: [0.5, 0.5], isTest: [true, false]) == .constant)
        #expect(
            try Reliability.line(probabilities: [0.3, 0.4, 0.4], isTest: [false, false, true])
                == .separated(testAbove: true))
        let below = try Reliability.line(probabilities: [0.9, 0.4, 0.4], isTest: [false, false, true])
        #expect(below == .separated(testAbove: false))
        #expect(below.slope == -.infinity)
        #expect(CalibrationLine.constant.slope == nil)
    }

    @Test(arguments: [1, 7, 10]) func binsShareTheWeight(count: Int) throws {
        var draws = Draws(41)
        let isTest = (0..<3000).map { $0 % 3 == 0 }
        let p = isTest.map { _ in draws.uniform() }
        let bins = try Reliability.bins(probabilities: p, isTest: isTest, count: count)
        #expect(bins.count == count)
        #expect(bins.reduce(0) { $0 + $1.trainRows } == 2000)
        #expect(bins.reduce(0) { $0 + $1.testRows } == 1000)
        for bin in bins {
            let mass = Double(bin.trainRows) / 4000 + Double(bin.testRows) / 2000
            // Within one row of the heavier side.
            #expect(abs(mass - 1 / Double(count)) <= 1.0 / 2000 + 1e-9)
        }
        for (left, right) in zip(bins, bins.dropFirst()) { #expect(left.meanPredicted < right.meanPredicted) }
    }

    @Test func badInput() {
        #expect(throws: StatisticsError.noRows) { try Reliability.bins(probabilities: [], isTest: []) }
        #expect(throws: StatisticsError.countTooSmall(found: 0, minimum: 1)) {
            try Reliability.bins(probabilities: [0.1, 0.2], isTest: [true, false], count: 0)
        }
        #expect(throws: StatisticsError.emptySide(trainRows: 0, testRows: 1)) {
            try Reliability.line(probabilities: [0.5], isTest: [true])
        }
        #expect(throws: StatisticsError.probabilityOutOfRange(row: 1, found: 2)) {
            try Reliability.line(probabilities: [0.5, 2], isTest: [true, false])
        }
    }
}

@Suite struct TrustTests {
    private func evidence(
        ess: Double = 500, support: Double = 0.01, ratio: Double = 1, balance: Double? = 0.1, drawn: Double? = nil
    ) -> TrustEvidence {
        TrustEvidence(effectiveSampleSize: ess, noSupport: support, meanRatio: ratio, balance: balance, drawnSet: drawn)
    }

    @Test func limitsThemselvesPass() {
        #expect(evidence().reasons.isEmpty)
        #expect(evidence(ess: 30, support: 0.05, ratio: 0.8, balance: 1.0 / 3, drawn: 1.0 / 3).reasons.isEmpty)
        #expect(evidence(ratio: 1.25, balance: nil).reasons.isEmpty)
    }

    @Test func eachFiresAlone() {
        #expect(evidence(ess: 29.9).reasons == [TrustReason(.effectiveSampleSize, found: 29.9)])
        #expect(evidence(balance: 0.34).reasons == [TrustReason(.balance, found: 0.34)])
        #expect(evidence(drawn: 0.34).reasons == [TrustReason(.drawnSet, found: 0.34)])
        #expect(evidence(support: 0.051).reasons == [TrustReason(.noSupport, found: 0.051)])
        for ratio in [0.79, 1.26, .infinity] {
            #expect(evidence(ratio: ratio).reasons == [TrustReason(.meanRatio, found: ratio)])
        }
    }

    @Test func eachReasonHasItsLimit() {
        #expect(TrustReason(.effectiveSampleSize, found: 3).limit == 30 ... .infinity)
        #expect(TrustReason(.balance, found: 3).limit == -.infinity...(1.0 / 3))
        #expect(TrustReason(.drawnSet, found: 3).limit == -.infinity...(1.0 / 3))
        #expect(TrustReason(.noSupport, found: 3).limit == -.infinity...0.05)
        #expect(TrustReason(.meanRatio, found: 3).limit == 0.8...1.25)
        #expect(TrustReason(.meanRatio, found: .infinity).found == nil)
    }

    @Test func allFireInOrderAndNothingHidesBehindNaN() {
        let reasons = evidence(ess: .nan, support: .nan, ratio: .nan, balance: .nan, drawn: .nan).with(formLeft: .nan).reasons
        #expect(reasons.map(\.condition) == TrustCondition.allCases)
    }

    /// Groups of ten copies of one weight are worth as many groups, not rows.
    @Test func theEffectiveSampleIsOfGroups() throws {
        let found = try TrustEvidence(
            pTrain: [Double](repeating: 0.5, count: 100), weights: [Double](repeating: 1, count: 100),
            groups: (0..<100).map { $0 / 10 }, noSupport: 0)
        #expect(found.reasons == [TrustReason(.effectiveSampleSize, found: 10)])
    }
}
