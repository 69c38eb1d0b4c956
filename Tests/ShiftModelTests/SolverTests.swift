import Foundation
import SparseFeatures
import TestSupport
import Testing

@testable import ShiftModel

@Suite struct SolverTests {
    /// Coefficients and free intercept of scikit-learn's newton-cg at tolerance 1e-10, all three λ as lanes of one fit.
    @Test(arguments: [false, true]) func agreesWithScikitLearn(byPairs: Bool) throws {
        let reference = try LogisticReference.load()
        let data = LabelledRows.plain(isTest: reference.isTest)
        let fit = data.solver(reference.matrix, as: Double.self, byPairs: byPairs).fit(
            reference.fits.map { ModelSpec(heldOutFold: nil, lambda: $0.lam) },
            until: StoppingRule(tolerance: 1e-10, maximumEpochs: 20_000))
        for (lane, expected) in reference.fits.enumerated() {
            #expect(fit.certificates[lane].converged)
            #expect(fit.certificates[lane].gradientNorm < 1e-6)
            #expect(abs(fit.intercepts[lane] - expected.intercept) < 1e-4)
            #expect(abs(fit.certificates[lane].objective - expected.objective) < 1e-6)
            for feature in 0..<fit.coefficients.count {
                #expect(abs(fit.coefficients[feature][lane] - expected.coefficients[feature]) < 1e-4)
            }
        }
    }

    /// What the shipped rule costs: the objective is within 1% of its optimum, and the certificate does not flatter.
    @Test(arguments: [false, true]) func theShippedToleranceComesClose(byPairs: Bool) throws {
        let reference = try LogisticReference.load()
        let data = LabelledRows.plain(isTest: reference.isTest)
        let fit = data.solver(reference.matrix, as: Float.self, byPairs: byPairs).fit(
            reference.fits.map { ModelSpec(heldOutFold: nil, lambda: $0.lam) },
            until: StoppingRule(tolerance: 0.03, maximumEpochs: 30))
        for (lane, expected) in reference.fits.enumerated() {
            let certificate = fit.certificates[lane]
            #expect(certificate.objective >= expected.objective - 1e-5)
            #expect(certificate.objective <= expected.objective * 1.01)
            // F is λ-strongly convex: F - F* <= |∇F|² / 2λ.
            let bound = certificate.gradientNorm * certificate.gradientNorm / (2 * expected.lam)
            #expect(certificate.objective - expected.objective <= bound + 1e-5)
        }
    }

    /// Long rows in two languages, a weak penalty, one side of many more rows: what a free intercept swings on.
    @Test func unequalSidesUnderAWeakPenaltyConverge() {
        var generator = SplitMix(seed: 5)
        let isTest = (0..<6_000).map { $0 % 5 == 0 }
        var entries: [UInt32] = []
        var offsets = [0]
        for (row, test) in isTest.enumerated() {
            // What all rows of a language share, a few words that lean to a side, and many that hardly any two share.
            let language = row / 5 % 2 * 15
            for feature in language..<language + 15 { entries.append(UInt32(feature) << 8 | 200) }
            for feature in 30..<60 where Double.random(in: 0..<1, using: &generator) < (test ? 0.34 : 0.3) {
                entries.append(UInt32(feature) << 8 | 1)
            }
            let rare = Set((0..<120).map { _ in Int.random(in: 60..<30_000, using: &generator) })
            for feature in rare.sorted() { entries.append(UInt32(feature) << 8 | 1) }
            offsets.append(entries.count)
        }
        let data = LabelledRows.plain(isTest: isTest)
        let matrix = SparseMatrix(
            offsets: offsets, entries: entries, featureWeights: [Float](repeating: 1, count: 30_000))
        let specs = [0.3, 1, 3].map { ModelSpec(heldOutFold: nil, lambda: 1 / ($0 * 6_000)) }
        let fit = data.solver(matrix, as: Float.self).fit(specs, until: StoppingRule(tolerance: 0.03, maximumEpochs: 30))
        for certificate in fit.certificates {
            #expect(certificate.converged && certificate.epochs <= 5, "\(certificate.epochs) epochs")
            #expect(certificate.gradientNorm < 0.03)
        }
    }

    /// A lane that holds a fold out is the fit of the other rows alone.
    @Test func aHeldOutFoldIsNotSeen() throws {
        let reference = try LogisticReference.load()
        let data = LabelledRows.plain(isTest: reference.isTest)
        let rule = StoppingRule(tolerance: 1e-9, maximumEpochs: 20_000)
        let held = data.solver(reference.matrix, as: Double.self).fit([ModelSpec(heldOutFold: 2, lambda: 0.02)], until: rule)
        let kept = reference.isTest.indices.filter { $0 % 5 != 2 }
        let fewer = LabelledRows.plain(isTest: kept.map { reference.isTest[$0] })
        let matrix = LogisticReference.matrix(
            counts: kept.map { reference.counts[$0] }, weights: reference.featureWeights.map { Float($0) })
        let alone = fewer.solver(matrix, as: Double.self).fit([ModelSpec(heldOutFold: nil, lambda: 0.02)], until: rule)
        #expect(abs(held.intercepts[0] - alone.intercepts[0]) < 1e-5)
        for feature in 0..<held.coefficients.count {
            #expect(abs(held.coefficients[feature][0] - alone.coefficients[feature][0]) < 1e-5)
        }
    }

    /// Even an unfinished fit knows nothing of the sides of the rows that it must not see.
    @Test(arguments: [false, true]) func anUnfinishedFitDoesNotLeak(byPairs: Bool) throws {
        let reference = try LogisticReference.load()
        let folds = reference.isTest.indices.map { UInt8($0 % 5) }
        var flipped = reference.isTest
        for row in flipped.indices where folds[row] == 1 { flipped[row].toggle() }
        let rule = StoppingRule(tolerance: 0, maximumEpochs: 1)
        let fits = [reference.isTest, flipped].map { sides in
            LabelledRows.plain(isTest: sides, folds: folds).solver(reference.matrix, as: Double.self, byPairs: byPairs)
                .fit([ModelSpec(heldOutFold: 1, lambda: 0.01)], until: rule)
        }
        for feature in 0..<fits[0].coefficients.count {
            #expect(fits[0].coefficients[feature][0] == fits[1].coefficients[feature][0])
        }
        #expect(fits[0].intercepts[0] == fits[1].intercepts[0])
    }

    /// Two slots, the first shared by runs of rows: the same optimum as with every row's text written out.
    @Test(arguments: [false, true]) func sharedSegmentsAreExact(byPairs: Bool) {
        var generator = SplitMix(seed: 5)
        let contexts = (0..<12).map { _ in (0..<20).map { $0 < 10 ? Int.random(in: 0...2, using: &generator) : 0 } }
        let questions = (0..<60).map { _ in (0..<20).map { $0 >= 10 ? Int.random(in: 0...1, using: &generator) : 0 } }
        let isTest = (0..<60).map { ($0 / 5) % 3 == 0 }
        let weights = [Float](repeating: 1.5, count: 20)
        let folds = (0..<60).map { UInt8(($0 / 5) % 4) }
        func fit(_ counts: [[Int]], _ segments: [Int32]) -> LaneFit<Double> {
            let data = LabelledRows(
                rows: SegmentRows(slots: 2, segments: segments), isTest: isTest, folds: Folds(count: 4, ofRow: folds))
            return data.solver(LogisticReference.matrix(counts: counts, weights: weights), as: Double.self, byPairs: byPairs)
                .fit(
                    [ModelSpec(heldOutFold: nil, lambda: 0.01), ModelSpec(heldOutFold: 3, lambda: 0.05)],
                    until: StoppingRule(tolerance: 1e-10, maximumEpochs: 50_000))
        }
        let shared = fit(contexts + questions, (0..<60).flatMap { [Int32($0 / 5), Int32(12 + $0)] })
        let written = fit(
            (0..<60).map { contexts[$0 / 5] } + questions, (0..<60).flatMap { [Int32($0), Int32(60 + $0)] })
        for feature in 0..<20 {
            for lane in 0..<2 {
                #expect(abs(shared.coefficients[feature][lane] - written.coefficients[feature][lane]) < 1e-6)
            }
        }
        #expect(abs(shared.intercepts[0] - written.intercepts[0]) < 1e-6)
    }

    @Test(arguments: [false, true]) func emptyRowsAndOneSidedFeaturesAreFinite(byPairs: Bool) {
        let isTest = [true, true, false, false, true, false]
        let matrix = LogisticReference.matrix(
            counts: [[1, 0], [0, 0], [0, 1], [0, 0], [200, 0], [0, 300]], weights: [1, 1])
        let fit = LabelledRows.plain(isTest: isTest).solver(matrix, as: Float.self, byPairs: byPairs).fit(
            [ModelSpec(heldOutFold: nil, lambda: 1e-4)], until: StoppingRule(tolerance: 1e-4, maximumEpochs: 1000))
        #expect(fit.intercepts[0].isFinite && fit.certificates[0].objective.isFinite)
        #expect(fit.coefficients[0][0] > 0 && fit.coefficients[1][0] < 0)
    }

    @Test func theLaneSigmoidIsAccurate() {
        for step in -900...900 {
            let z = Double(step) / 10
            let lanes = Float.sigmoid(SIMD8(repeating: Float(z)))
            let expected = LogisticObjective.sigmoid(Double(Float(z)))
            #expect(abs(Double(lanes[3]) - expected) <= 4e-7 * max(expected, 1e-30))
        }
    }

    @Test func lossAndSigmoidDoNotOverflow() {
        #expect(LogisticObjective.loss(margin: 1000) == 0)
        #expect(LogisticObjective.loss(margin: -1000) == 1000)
        #expect(LogisticObjective.sigmoid(-1000) == 0 && LogisticObjective.sigmoid(1000) == 1)
        #expect(abs(LogisticObjective.balancedLoss(logits: [0, 0, 0], isTest: [true, false, false]) - log(2)) < 1e-15)
    }

    /// The steps are the same, whether the dot products come from entries or from pairs.
    @Test func pairsGiveWhatEntriesGive() {
        var generator = SplitMix(seed: 8)
        let counts = (0..<70).map { _ in (0..<300).map { _ in max(0, Int.random(in: -9...2, using: &generator)) } }
        let weights = (0..<300).map { _ in Float.random(in: 0.5..<3, using: &generator) }
        let isTest = (0..<70).map { _ in Bool.random(using: &generator) }
        let data = LabelledRows.plain(isTest: isTest)
        let matrix = LogisticReference.matrix(counts: counts, weights: weights)
        let fits = [false, true].map { byPairs in
            data.solver(matrix, as: Double.self, byPairs: byPairs).fit(
                (0..<5).map { ModelSpec(heldOutFold: $0, lambda: 0.003) },
                until: StoppingRule(tolerance: 0, maximumEpochs: 3))
        }
        for feature in 0..<300 {
            for lane in 0..<5 {
                #expect(abs(fits[0].coefficients[feature][lane] - fits[1].coefficients[feature][lane]) < 1e-6)
            }
        }
        for lane in 0..<5 { #expect(abs(fits[0].intercepts[lane] - fits[1].intercepts[lane]) < 1e-6) }
    }

    /// Where only logits are wanted, they and the certificates are those of the model.
    @Test func logitsAloneAreThoseOfTheModel() throws {
        let reference = try LogisticReference.load()
        let data = LabelledRows.plain(isTest: reference.isTest)
        let solver = data.solver(reference.matrix, as: Double.self, byPairs: true)
        let specs = (0..<4).map { ModelSpec(heldOutFold: $0, lambda: 0.01) }
        for epochs in [1, 4, 400] {
            let rule = StoppingRule(tolerance: 1e-9, maximumEpochs: epochs)
            let (whole, alone) = (solver.fit(specs, until: rule), solver.fit(specs, until: rule, keepsModels: false))
            #expect(alone.coefficients.count == 0 && alone.segmentLogits.isEmpty)
            #expect(alone.rowLogits.count == data.count)
            for lane in specs.indices {
                #expect(abs(whole.intercepts[lane] - alone.intercepts[lane]) < 1e-6)
                let (one, other) = (whole.certificates[lane], alone.certificates[lane])
                #expect(one.epochs == other.epochs && one.converged == other.converged)
                #expect(abs(one.objective - other.objective) < 1e-6)
                #expect(abs(one.gradientNorm - other.gradientNorm) < 1e-5)
            }
            for row in 0..<data.count {
                #expect((whole.rowLogits[row] - alone.rowLogits[row]).max() < 1e-5)
                #expect((alone.rowLogits[row] - whole.rowLogits[row]).max() < 1e-5)
            }
        }
    }
}
