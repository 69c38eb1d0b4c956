import Foundation
import Testing
@testable import ImportanceWeights

@Suite struct DensityRatioTests {
    /// Train N(0, 1), test N(m, 1): D is logistic in x and the ratio is exp(mx - m²/2).
    @Test(arguments: [-1.0, 0.3, 1.2]) func gaussianRatio(shift: Double) throws {
        var probabilities: [Double] = []
        for step in -30...30 {
            let x = Double(step) / 10
            let logRatio = shift * x - shift * shift / 2
            let probability = 1 / (1 + exp(-logRatio))
            #expect(abs(DensityRatio.ratio(from: probability) / exp(logRatio) - 1) < 1e-12)
            #expect(abs(DensityRatio.logRatio(from: probability) - logRatio) < 1e-12)
            probabilities.append(probability)
        }
        // E_p[r] = 1, by the trapezoid rule under the density of train.
        var (mean, squares) = (0.0, 0.0)
        for step in -1000...1000 {
            let x = Double(step) / 100
            let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot() / 100
            let ratio = DensityRatio.ratio(from: 1 / (1 + exp(-(shift * x - shift * shift / 2))))
            mean += density * ratio
            squares += density * ratio * ratio
        }
        #expect(abs(mean - 1) < 1e-5)
        #expect(abs(squares - exp(shift * shift)) < 1e-4)
    }

    @Test func clampsAtBothEnds() {
        #expect(DensityRatio.ratio(from: 0) == 1e-6 / (1 - 1e-6))
        #expect(abs(DensityRatio.ratio(from: 1) / ((1 - 1e-6) / 1e-6) - 1) < 1e-9)
        #expect(abs(DensityRatio.logRatio(from: 0) + DensityRatio.logRatio(from: 1)) < 1e-9)
        #expect(DensityRatio.ratio(from: 0.5) == 1)
        #expect(DensityRatio.logRatio(from: 0.5) == 0)
        #expect(DensityRatio.ratio(from: .nan).isNaN)
    }

    @Test func meanOverTrain() throws {
        #expect(try abs(DensityRatio.mean(ofTrain: [0.5, 0.75, 0.2]) - (1 + 3 + 0.25) / 3) < 1e-15)
        #expect(throws: WeightError.noRows) { try DensityRatio.mean(ofTrain: []) }
        #expect(throws: WeightError.probabilityOutOfRange(row: 1, found: 1.5)) {
            try DensityRatio.mean(ofTrain: [0.5, 1.5])
        }
    }
}

@Suite struct WeightingTests {
    static let all: [Weighting] = [
        .ratio, .discriminator, .relative(alpha: 0), .relative(alpha: 0.1), .relative(alpha: 1), .clip(cap: 1),
        .clip(cap: 2.5), .clip(cap: 1e300),
    ]

    private func probabilities(_ seed: UInt64, count: Int = 500) -> [Double] {
        var draws = Draws(seed)
        return (0..<count).map { _ in 1 / (1 + exp(-1.5 * draws.normal())) }
    }

    @Test(arguments: [
        ("ratio", Weighting.ratio), ("discriminator", .discriminator), ("relative:0.25", .relative(alpha: 0.25)),
        ("relative:1", .relative(alpha: 1)), ("clip:10", .clip(cap: 10)), ("clip:2.5", .clip(cap: 2.5)),
    ])
    func parses(text: String, weighting: Weighting) throws {
        #expect(try Weighting(parsing: text) == weighting)
        #expect(weighting.description == text)
    }

    @Test(arguments: all) func descriptionReadsBack(weighting: Weighting) throws {
        #expect(try Weighting(parsing: weighting.description) == weighting)
    }

    @Test(arguments: [
        ("", WeightError.unknownWeighting(name: "")),
        ("Ratio", .unknownWeighting(name: "Ratio")),
        ("clip10", .unknownWeighting(name: "clip10")),
        ("ratio:", .badParameter(name: "ratio", found: "")),
        ("discriminator:1", .badParameter(name: "discriminator", found: "1")),
        ("clip", .badParameter(name: "clip", found: nil)),
        ("clip:", .badParameter(name: "clip", found: "")),
        ("clip:ten", .badParameter(name: "clip", found: "ten")),
        ("clip:nan", .badParameter(name: "clip", found: "nan")),
        ("clip:0.5", .parameterOutOfRange(name: "clip", found: 0.5, minimum: 1, maximum: .infinity)),
        ("clip:inf", .parameterOutOfRange(name: "clip", found: .infinity, minimum: 1, maximum: .infinity)),
        ("relative:-0.1", .parameterOutOfRange(name: "relative", found: -0.1, minimum: 0, maximum: 1)),
        ("relative:1.1", .parameterOutOfRange(name: "relative", found: 1.1, minimum: 0, maximum: 1)),
    ])
    func rejects(text: String, error: WeightError) {
        #expect(throws: error) { try Weighting(parsing: text) }
    }

    @Test(arguments: all) func meanIsOneAndOneRowAgrees(weighting: Weighting) throws {
        let probabilities = probabilities(1)
        let weights = try weighting.weights(of: probabilities)
        #expect(abs(weights.values.reduce(0, +) / Double(weights.values.count) - 1) < 1e-12)
        for (probability, weight) in zip(probabilities, weights.values) {
            #expect(weighting.weight(of: probability, normaliser: weights.normaliser) == weight)
            #expect(weight > 0)
        }
    }

    /// No weighting changes the order of the rows.
    @Test(arguments: all) func monotoneInTheProbability(weighting: Weighting) throws {
        let weights = try weighting.weights(of: probabilities(2).sorted()).values
        for (left, right) in zip(weights, weights.dropFirst()) { #expect(left <= right * (1 + 1e-12)) }
    }

    @Test(arguments: [0.05, 0.1, 0.5, 1.0]) func relativeRatioIsBounded(alpha: Double) {
        for probability in probabilities(3) + [0, 1] {
            let ratio = DensityRatio.ratio(from: probability)
            let relative = Weighting.relative(alpha: alpha).rawWeight(of: probability)
            // At α = 1 and the smallest ratio the second form cancels six digits.
            #expect(abs(relative - ratio / (alpha * ratio + 1 - alpha)) <= 1e-9 * relative)
            #expect(relative <= (1 / alpha) * (1 + 1e-12))
        }
    }

    @Test func limitingCasesAgree() throws {
        let probabilities = probabilities(4)
        let ratio = try Weighting.ratio.weights(of: probabilities)
        #expect(ratio.cappedRows == 0 && ratio.cappedMass == 0)
        func agree(_ one: Weighting, _ other: Weighting) throws {
            for (left, right) in zip(try one.weights(of: probabilities).values, try other.weights(of: probabilities).values) {
                #expect(abs(left - right) <= 1e-12 * right)
            }
        }
        try agree(.relative(alpha: 0), .ratio)
        try agree(.relative(alpha: 0.5), .discriminator)
        try agree(.clip(cap: 1e9), .ratio)
        for weight in try Weighting.relative(alpha: 1).weights(of: probabilities).values {
            #expect(abs(weight - 1) < 1e-12)
        }
    }

    /// Ratios 1/9, 1 and 9 have the mean 91/27; at mean 1 the last is 243/91, and is cut to 2.
    @Test func clipByHand() throws {
        let weights = try Weighting.clip(cap: 2).weights(of: [0.1, 0.5, 0.9])
        let before = [3.0 / 91, 27.0 / 91, 2]
        let mean = before.reduce(0, +) / 3
        for (weight, expected) in zip(weights.values, before) { #expect(abs(weight - expected / mean) < 1e-12) }
        #expect(weights.cappedRows == 1)
        #expect(abs(weights.cappedMass - (1 - mean)) < 1e-12)
        #expect(abs(weights.normaliser.rawMean - 91.0 / 27) < 1e-12)
    }

    @Test func badInput() {
        #expect(throws: WeightError.noRows) { try Weighting.ratio.weights(of: []) }
        #expect(throws: WeightError.probabilityOutOfRange(row: 1, found: -0.1)) {
            try Weighting.ratio.weights(of: [0.5, -0.1])
        }
        #expect(throws: WeightError.self) { try Weighting.ratio.weights(of: [.nan]) }
        #expect(throws: WeightError.parameterOutOfRange(name: "relative", found: 2, minimum: 0, maximum: 1)) {
            try Weighting.relative(alpha: 2).weights(of: [0.5])
        }
    }
}

@Suite struct EffectiveSampleSizeTests {
    @Test func closedForms() throws {
        #expect(try EffectiveSampleSize.ofRows([Double](repeating: 3, count: 40)) == 40)
        #expect(try EffectiveSampleSize.ofRows([0, 0, 5, 0]) == 1)
        // (1 + 2 + 3)²/(1 + 4 + 9)
        #expect(try abs(EffectiveSampleSize.ofRows([1, 2, 3]) - 36.0 / 14) < 1e-12)
        #expect(try abs(EffectiveSampleSize.ofRows([1e300, 2e300, 3e300]) - 36.0 / 14) < 1e-12)
        #expect(try abs(EffectiveSampleSize.ofRows([1e-300, 2e-300, 3e-300]) - 36.0 / 14) < 1e-12)
    }

    /// Train N(0, 1), test N(m, 1): ESS/n tends to 1/E[r²] = exp(-m²). Its variance, by the delta method and the moments
    /// E[rᵏ] = exp(k(k - 1)m²/2), is e^(-2m²)(4(e^(m²) - 1) + e^(4m²) - 1 - 4(e^(2m²) - 1))/n.
    @Test(arguments: [0.25, 0.5], [UInt64(5), 6, 7]) func gaussianShift(mean: Double, seed: UInt64) throws {
        var draws = Draws(seed)
        let (count, square) = (30_000, mean * mean)
        let weights = (0..<count).map { _ in exp(mean * draws.normal() - square / 2) }
        let share = try EffectiveSampleSize.ofRows(weights) / Double(count)
        let variance = exp(-2 * square) * (4 * expm1(square) + expm1(4 * square) - 4 * expm1(2 * square)) / Double(count)
        #expect(abs(share - exp(-square)) < 4.5 * variance.squareRoot(), "seed \(seed)")
    }

    @Test func groupsAddTheirRows() throws {
        // Sums 3 and 3: two equal groups, whatever their numbers and the order of rows.
        #expect(try EffectiveSampleSize.ofGroups([1, 3, 2], groups: [9, -4, 9]) == 2)
        // Sums 1, 2, 3.
        #expect(try abs(EffectiveSampleSize.ofGroups([1, 1, 1, 3], groups: [1, 2, 2, 900]) - 36.0 / 14) < 1e-12)
        let weights = [0.5, 1, 2, 4, 0.25]
        #expect(
            try abs(EffectiveSampleSize.ofGroups(weights, groups: [0, 1, 2, 3, 4]) - EffectiveSampleSize.ofRows(weights))
                < 1e-12)
        #expect(try EffectiveSampleSize.ofGroups([1, 2, 3], groups: [.min, .min, .max]) == 2)
    }

    @Test func badInput() {
        #expect(throws: WeightError.noRows) { try EffectiveSampleSize.ofRows([]) }
        #expect(throws: WeightError.zeroTotalWeight) { try EffectiveSampleSize.ofRows([0, 0]) }
        #expect(throws: WeightError.badWeight(row: 1, found: -1)) { try EffectiveSampleSize.ofRows([1, -1]) }
        #expect(throws: WeightError.badWeight(row: 0, found: .infinity)) { try EffectiveSampleSize.ofRows([.infinity]) }
        #expect(throws: WeightError.lengthMismatch(expected: 2, found: 1)) {
            try EffectiveSampleSize.ofGroups([1, 1], groups: [1])
        }
    }
}
