import Testing

@testable import ShiftPipeline

@Suite("The figure to quote")
struct RecommendedFigureTests {
    private func road(_ road: Road, _ value: Double, plain: Double = 0.9, misses: [Double] = [], noise: Double = 0.01)
        -> WalkedRoad
    {
        WalkedRoad(
            road: road, value: value, plain: plain, drawn: [value - noise, value + noise], plainDrawn: [plain, plain],
            testVariance: 0, misses: misses)
    }

    @Test("A road goes as far as the part of the shift that the weights find asks for, and no further than noise allows")
    func further() {
        #expect(RecommendedFigure.factor(0.8) == 1 / 0.8)
        #expect(RecommendedFigure.factor(1.2) == 1)
        #expect(RecommendedFigure.factor(0.1) == 1 / RecommendedFigure.leastRecovered)
        #expect(RecommendedFigure.factor(nil) == 1)
        let far = road(.doublyRobust, 0.8, misses: [0.02, -0.01]).further(1.5)
        #expect(abs(far.value - 0.75) < 1e-12)
        #expect(far.misses == [0.03, -0.015])
        // Where the weights lead nowhere there is nothing to extend.
        #expect(road(.doublyRobust, 0.9).further(1.5).value == 0.9)
    }

    @Test("Roads agree within the noise of their difference, in which common noise cancels")
    func agreement() throws {
        let near = try #require(RecommendedFigure.agreement([road(.doublyRobust, 0.8), road(.confidenceUnderWeights, 0.81)]))
        #expect(near.verdict == .disagree && abs(near.spread - 0.01) < 1e-12 && near.noise < 1e-9)
        let loud = try #require(
            RecommendedFigure.agreement([road(.doublyRobust, 0.8), road(.confidenceUnderWeights, 0.81, noise: 0.03)]))
        #expect(loud.verdict == .agree && loud.noise > 0.01)
        #expect(RecommendedFigure.agreement([road(.doublyRobust, 0.8)]) == nil)
    }

    @Test("Intervals stay within the bounds, and one that did not vary is Wilson's")
    func bounds() throws {
        let cut = try #require(RecommendedFigure.interval(0.9...1.3, around: 1, 0...1, groups: 50))
        #expect(cut == 0.9...1)
        let none = try #require(RecommendedFigure.interval(0...0, around: 0, 0...1, groups: 96))
        #expect(none.lowerBound == 0 && abs(none.upperBound - 3.8415 / 99.8415) < 1e-4)
        let all = try #require(RecommendedFigure.interval(1...1, around: 1, 0...1, groups: 96))
        #expect(all.upperBound == 1 && abs(all.lowerBound - 96 / 99.8415) < 1e-4)
        #expect(RecommendedFigure.interval(2...2, around: 2, nil, groups: 96) == nil)
    }
}
