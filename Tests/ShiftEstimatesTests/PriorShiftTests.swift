import Foundation
import TestSupport
@testable import Statistics
import Testing

@testable import ShiftEstimates

@Suite("Class-prior shift")
struct PriorShiftTests {
    private struct Reference: Decodable {
        var labels: [Int]
        var logits, testLogits: [Double]
        var scale: Double
        var biases, likelihood, blackBox, truth: [Double]
    }

    private let reference: Reference

    init() throws {
        let file = Repository.file("Tests/Reference/PriorShift/reference.json")
        reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    }

    private func expect(_ found: [Double], near expected: [Double], within tolerance: Double) {
        #expect(found.count == expected.count)
        for (a, b) in zip(found, expected) { #expect(abs(a - b) < tolerance, "\(found), expected \(expected)") }
    }

    private var estimation: PriorShiftEstimation {
        PriorShiftEstimation(
            classes: 3, trainLogits: reference.logits, labels: reference.labels,
            trainGroups: Array(reference.labels.indices), testLogits: reference.testLogits,
            testGroups: Array(0..<reference.testLogits.count / 3))
    }

    @Test("Calibration and both ratios are scipy's")
    func differential() throws {
        let found = estimation
        #expect(abs(found.calibration.scale - reference.scale) < 1e-5)
        expect(found.calibration.biases, near: reference.biases, within: 1e-5)
        expect(found.likelihoodRatios, near: reference.likelihood, within: 1e-4)
        expect(try #require(found.blackBoxRatios), near: reference.blackBox, within: 1e-9)
    }

    @Test("At the optimum the mean probability of each class is its share")
    func calibrationMatchesShares() {
        let found = estimation
        let probabilities = found.calibration.probabilities(of: reference.logits)
        for k in 0..<3 {
            let mean =
                stride(from: k, to: probabilities.count, by: 3).reduce(0) { $0 + probabilities[$1] }
                / Double(reference.labels.count)
            #expect(abs(mean - found.priors[k]) < 1e-7)
        }
    }

    @Test("Replicates repeat themselves, and their spread holds the truth")
    func replicates() {
        let found = estimation
        #expect(found.replicate(7, seed: 1).likelihoodRatios == found.replicate(7, seed: 1).likelihoodRatios)
        let all = (0..<100).map { found.replicate($0, seed: 1).likelihoodRatios }
        for k in 0..<3 {
            let sorted = all.map { $0[k] }.sorted()
            #expect(sorted[2] < reference.truth[k] && reference.truth[k] < sorted[97])
            #expect(sorted[2] < found.likelihoodRatios[k] && found.likelihoodRatios[k] < sorted[97])
        }
    }

    @Test("By hand: two classes, perfect and useless predictions")
    func byHand() throws {
        let perfect = try #require(
            PriorShift.blackBox(confusion: [0.5, 0, 0, 0.5], predicted: [0.2, 0.8], priors: [0.5, 0.5]))
        expect(perfect, near: [0.4, 1.6], within: 1e-12)
        #expect(PriorShift.blackBox(confusion: [0.25, 0.25, 0.25, 0.25], predicted: [0.5, 0.5], priors: [0.5, 0.5]) == nil)
        // Probabilities that know nothing say that nothing differs.
        let none = PriorShift.maximumLikelihood(probabilities: [0.3, 0.7, 0.3, 0.7], priors: [0.3, 0.7])
        expect(none, near: [0.3, 0.7], within: 1e-12)
        // Three of four test rows are surely of class 1.
        let sure = PriorShift.maximumLikelihood(probabilities: [1, 0, 0, 1, 0, 1, 0, 1], priors: [0.5, 0.5])
        expect(sure, near: [0.25, 0.75], within: 1e-12)
    }

    @Test("A linear system against its solution, and a singular one")
    func linearSystem() throws {
        let solved = try #require(LinearSystem.solve([0, 2, 1, 1, 1, 1, 2, 0, 3], [7, 6, 11]))
        expect(solved, near: [1, 2, 3], within: 1e-12)
        #expect(LinearSystem.solve([1, 2, 2, 4], [1, 1]) == nil)
    }
}
