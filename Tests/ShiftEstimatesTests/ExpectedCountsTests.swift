import ShiftEstimates
import Testing

@Suite("Macro F1 and AUC by expected counts")
struct ExpectedCountsTests {
    /// Two probabilities, so that the calibrated ones are the weighted shares of the classes at each.
    private let labelled = ExpectedCounts.Rows(
        chances: [0.8, 0.2, 0.8, 0.2, 0.8, 0.2, 0.3, 0.7, 0.3, 0.7], predicted: [0, 0, 0, 1, 1])
    private let labels = [0, 0, 1, 1, 0]
    private let weights = [1.0, 2, 1, 3, 1]

    @Test("Two classes: calibrated under the weights, counted as expected, by hand")
    func twoClasses() throws {
        let others = ExpectedCounts.Rows(chances: [0.8, 0.2, 0.8, 0.2, 0.3, 0.7], predicted: [0, 0, 1])
        let counts = try #require(ExpectedCounts(classCount: 2, labels: labels, labelled: labelled, others: others))
        // At 0.2 class 1 has 1 of 4, at 0.7 it has 3 of 4.
        let f0 = 2 * 1.5 / (2 + 1.75), f1 = 2 * 0.75 / (1 + 1.25)
        #expect(abs(counts.macroF1(weights: weights, counts: [1, 1, 1]) - (f0 + f1) / 2) < 1e-12)
        // Of class 1 are 0.25, 0.25 and 0.75, of class 0 the rest: pairs of the last above the first two, ties count half.
        let pairs = 0.75 * (1.5 + 0.125) + 0.5 * (0.5 * 1.5)
        #expect(abs(counts.area(of: 1, weights: weights, counts: [1, 1, 1]) - pairs / (1.25 * 1.75)) < 1e-12)
        // The other class lies the other way round.
        #expect(abs(counts.area(of: 0, weights: weights, counts: [1, 1, 1]) - pairs / (1.25 * 1.75)) < 1e-12)
        // Counting a row twice is having it twice.
        let twice = ExpectedCounts.Rows(chances: [0.8, 0.2, 0.3, 0.7], predicted: [0, 1])
        let same = try #require(ExpectedCounts(classCount: 2, labels: labels, labelled: labelled, others: twice))
        #expect(
            abs(same.macroF1(weights: weights, counts: [2, 1]) - counts.macroF1(weights: weights, counts: [1, 1, 1])) < 1e-12)
    }

    @Test("Three classes: every row's chances are scaled to sum to 1")
    func threeClasses() throws {
        let sure = ExpectedCounts.Rows(
            chances: [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1], predicted: [0, 0, 1, 1, 2, 2])
        let counts = try #require(
            ExpectedCounts(classCount: 3, labels: [0, 1, 1, 1, 2, 0], labelled: sure, others: sure))
        let ones = [Double](repeating: 1, count: 6)
        // By class 1/2, 1 and 1/2 where it is sure, 1/4, 1/4 and 0 elsewhere: (2/3, 1/3, 0), (1/5, 4/5, 0), (1/4, 1/4, 1/2) when scaled.
        let hits = [4.0 / 3, 8.0 / 5, 1], actual = [4.0 / 3 + 0.9, 2.0 / 3 + 2.1, 1]
        let expected = zip(hits, actual).reduce(0) { $0 + 2 * $1.0 / (2 + $1.1) } / 3
        #expect(abs(counts.macroF1(weights: ones, counts: ones) - expected) < 1e-12)
    }

    @Test("Surprises cancel where the calibration is exact, and vanish where every class is certain")
    func deviations() throws {
        let counts = try #require(ExpectedCounts(classCount: 2, labels: labels, labelled: labelled, others: labelled))
        for deviations in [
            counts.deviationsOfMacroF1(weights: weights), counts.deviationsOfArea(of: 1, weights: weights),
        ] {
            #expect(abs(zip(deviations, weights).prefix(3).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-12)
            #expect(abs(zip(deviations, weights).suffix(2).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-12)
            #expect(deviations.contains { abs($0) > 0.1 })
        }
        let sure = try #require(ExpectedCounts(classCount: 2, labels: [0, 0, 0, 1, 1], labelled: labelled, others: labelled))
        #expect(sure.deviationsOfMacroF1(weights: weights).allSatisfy { $0 == 0 })
    }

    @Test("An area of one kind of row is none; too many cells are refused")
    func limits() throws {
        let counts = try #require(
            ExpectedCounts(classCount: 2, labels: [0, 0, 0, 0, 0], labelled: labelled, others: labelled))
        #expect(counts.area(of: 1, weights: weights, counts: weights).isNaN)
        let many = ExpectedCounts.mostCells / 5 + 1
        #expect(ExpectedCounts(classCount: many, labels: labels, labelled: labelled, others: labelled) == nil)
    }
}
