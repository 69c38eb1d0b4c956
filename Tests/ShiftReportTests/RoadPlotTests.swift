import Testing

@testable import ShiftReport

@Suite("The roads in a picture")
struct RoadPlotTests {
    @Test(
        "Few round ticks span any range",
        arguments: [(0.82, 0.98), (0, 0), (0.5, 0.5), (-3.2, 7.9), (1e-9, 2e-9), (0, 1e15), (-1e15, 1e15), (99.2, 99.7)])
    func ticks(least: Double, most: Double) throws {
        let ticks = RoadPlot.ticks(least, most)
        #expect((2...6).contains(ticks.count), "\(ticks)")
        let (first, last) = (try #require(ticks.first), try #require(ticks.last))
        #expect(first <= least && last >= most - 1e-9 * max(abs(most), 1))
    }
}
