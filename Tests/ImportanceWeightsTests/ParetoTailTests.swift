import Foundation
import TestSupport
import Testing
@testable import ImportanceWeights

/// What `Tests/Reference/ParetoTail/make_reference.py` computed with ArviZ.
private struct Reference: Decodable {
    struct Case: Decodable {
        let name: String
        let weights: [Double]?
        let pareto: Double?
        let rows: Int?
        let shape: Double
    }
    struct Fit: Decodable {
        let name: String
        let excesses: [Double]
        let shape: Double
        let scale: Double
    }
    let cases: [Case]
    let fits: [Fit]

    static func load() throws -> Reference {
        let file = Repository.file("Tests/Reference/ParetoTail/arviz.json")
        return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    }
}

@Suite struct ParetoTailTests {
    /// Weights (1 - u)^-shape at evenly spaced u: quantiles of a Pareto distribution.
    private func quantiles(_ shape: Double, _ rows: Int) -> [Double] {
        (0..<rows).map { pow(1 - (Double($0) + 0.5) / Double(rows), -shape) }
    }

    @Test func agreesWithArviZ() throws {
        let reference = try Reference.load()
        #expect(reference.cases.count >= 14)
        for one in reference.cases {
            let weights = one.weights ?? quantiles(one.pareto ?? 0, one.rows ?? 0)
            let shape = try #require(try ParetoTail(weights: weights).shape, "\(one.name)")
            #expect(abs(shape - one.shape) < 1e-9, "\(one.name)")
        }
    }

    @Test func fitAgreesWithArviZ() throws {
        let reference = try Reference.load()
        #expect(reference.fits.count == 3)
        for one in reference.fits {
            let fit = GeneralisedPareto(excesses: one.excesses)
            #expect(abs(fit.shape - one.shape) < 1e-10, "\(one.name)")
            #expect(abs(fit.scale - one.scale) < 1e-10 * one.scale, "\(one.name)")
        }
    }

    @Test(arguments: [0.2, 0.5, 0.9, 1.3]) func findsTheShapeOfParetoQuantiles(shape: Double) throws {
        let found = try #require(try ParetoTail(weights: quantiles(shape, 100_000)).shape)
        #expect(abs(found - shape) < 0.05)
    }

    @Test func scaleAndOrderDoNotMatter() throws {
        var draws = Draws(11)
        let weights = (0..<400).map { _ in exp(draws.normal()) }
        guard case .fitted(let shape, let scale, let rows) = try ParetoTail(weights: weights),
            // A power of two, so that the very same numbers come out.
            case .fitted(let scaledShape, let scaledScale, let scaledRows) =
                try ParetoTail(weights: draws.shuffled(weights.map { $0 * 1024 }))
        else {
            Issue.record("no fit")
            return
        }
        #expect(rows == 60 && scaledRows == 60)
        #expect(scaledShape == shape)
        #expect(abs(scaledScale - 1024 * scale) <= 1e-12 * scaledScale)
    }

    @Test func boundedWeightsHaveNoTail() throws {
        #expect(try ParetoTail(weights: [Double](repeating: 2, count: 100)) == .plateau(rows: 100))
        // A cap that a tenth of the rows reaches: the tail (3√1000 = 95 rows) is all cap.
        let capped = (0..<1000).map { min(Double($0), 900) }
        #expect(try ParetoTail(weights: capped) == .plateau(rows: 100))
        // A cap inside the tail: the tail is all cap down to the cutoff, which is below.
        let steps = [Double](repeating: 1, count: 950) + [Double](repeating: 3, count: 50)
        #expect(try ParetoTail(weights: steps) == .plateau(rows: 50))
        // Three rows a trifle above a plateau that fills the tail.
        let trifle = (0..<900).map { Double($0) / 900 } + [Double](repeating: 3, count: 100) + [3.01, 3.02, 3.03]
        #expect(try ParetoTail(weights: trifle) == .plateau(rows: 103))
        #expect(try ParetoTail(weights: trifle).shape == nil)
    }

    @Test func fewRowsFarAboveEqualOnesAreAsHeavyAsCanBe() throws {
        let weights = [Double](repeating: 1, count: 1000) + [1000, 1000, 5000]
        #expect(try ParetoTail(weights: weights) == .isolated(rows: 3))
        #expect(try ParetoTail(weights: weights).shape == .infinity)
    }

    /// min(n/5, 3√n) reaches a fifth row at 21.
    @Test func tooFewRowsToTell() throws {
        #expect(try ParetoTail(weights: quantiles(1, 20)) == .tooFewRows(20))
        #expect(try ParetoTail(weights: [1]) == .tooFewRows(1))
        #expect(try ParetoTail(weights: quantiles(1, 21)).shape != nil)
    }

    @Test func badInput() {
        #expect(throws: WeightError.noRows) { try ParetoTail(weights: []) }
        #expect(throws: WeightError.zeroTotalWeight) { try ParetoTail(weights: [0, 0]) }
        #expect(throws: WeightError.badWeight(row: 2, found: -1)) { try ParetoTail(weights: [0, 1, -1]) }
    }
}
