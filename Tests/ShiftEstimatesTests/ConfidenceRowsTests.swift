import ShiftEstimates
import Testing

@Suite("Roads by confidence")
struct ConfidenceRowsTests {
    /// The isotonic fit by its min-max formula: g_i = max over starts a ≤ i of min over ends b ≥ i of the weighted mean of a...b.
    static func minMax(_ values: [Double], _ weights: [Double]) -> [Double] {
        values.indices.map { i in
            (0...i).map { a in
                (i..<values.count).map { b in
                    let mass = weights[a...b].reduce(0, +)
                    return zip(values[a...b], weights[a...b]).reduce(0) { $0 + $1.0 * $1.1 } / mass
                }.min() ?? 0
            }.max() ?? 0
        }
    }

    @Test("The map is the weighted isotonic fit, rising or falling, whatever the order of the rows")
    func isotonic() {
        for seed in 0..<20 {
            let count = 12
            let values = (0..<count).map { Double(($0 * 7 + seed * 5 + $0 * $0 * seed) % 11) / 10 }
            let weights = (0..<count).map { 0.25 + Double(($0 * 3 + seed) % 5) }
            let confidences = (0..<count).map { Double($0) / 12 }
            let shuffled = (0..<count).map { ($0 * 5 + seed) % count }
            let rows = ConfidenceRows(confidences: shuffled.map { confidences[$0] }, test: confidences)
            let expected = Self.minMax(values, weights)
            let rising = rows.mapped(
                values: shuffled.map { values[$0] }, weights: shuffled.map { weights[$0] }, rises: true)
            for (found, wanted) in zip(rising, expected) { #expect(abs(found - wanted) < 1e-12) }
            let falling = rows.mapped(
                values: shuffled.map { -values[$0] }, weights: shuffled.map { weights[$0] }, rises: false)
            for (found, wanted) in zip(falling, expected) { #expect(abs(found + wanted) < 1e-12) }
        }
    }

    @Test("Under the weights the map has the weighted mean of the values")
    func mean() {
        let confidences = [0.9, 0.2, 0.2, 0.7, 0.4], values = [1.0, 0, 1, 0, 1], weights = [1.0, 2, 3, 0, 0.5]
        let rows = ConfidenceRows(confidences: confidences, test: [])
        let fitted = rows.fitted(values: values, weights: weights, rises: true)
        let mean = { (list: [Double]) in zip(list, weights).reduce(0) { $0 + $1.0 * $1.1 } / 6.5 }
        #expect(abs(mean(fitted) - mean(values)) < 1e-12)
        #expect(fitted[1] == fitted[2])
    }

    @Test("The threshold leaves the weighted share of errors below it, and cuts a block of equal confidence in part")
    func threshold() {
        let rows = ConfidenceRows(confidences: [0.1, 0.2, 0.3, 0.4], test: [0.05, 0.15, 0.25, 0.35, 0.45])
        // Errors weigh 1 of 4: the first row lies below.
        let plain = rows.aboveThreshold(
            values: [0, 1, 1, 1], weights: [1, 1, 1, 1], testWeights: [1, 1, 1, 1, 1])
        #expect(abs(plain - 0.6) < 1e-12)
        // They weigh 3 of 6: the first row, which weighs 3, lies below.
        let weighted = rows.aboveThreshold(
            values: [0, 1, 1, 1], weights: [3, 1, 1, 1], testWeights: [1, 1, 1, 1, 1])
        #expect(abs(weighted - 0.6) < 1e-12)
        let tied = ConfidenceRows(confidences: [0.5, 0.5, 0.5, 0.5], test: [0.5, 0.5, 0.6, 0.4])
        let cut = tied.aboveThreshold(values: [0, 1, 1, 1], weights: [1, 1, 1, 1], testWeights: [1, 1, 1, 1])
        #expect(abs(cut - (2 * 0.75 + 0.75) / 4) < 1e-12)
    }

    @Test("Where every row is right all of test above the least confidence is, where none is nothing")
    func extremes() {
        let rows = ConfidenceRows(confidences: [0.1, 0.2], test: [0.15, 0.3])
        #expect(rows.aboveThreshold(values: [1, 1], weights: [1, 1], testWeights: [1, 1]) == 1)
        #expect(rows.aboveThreshold(values: [0, 0], weights: [1, 1], testWeights: [1, 1]) == 0)
    }

    @Test("A loss falls with the confidence")
    func direction() {
        let rows = ConfidenceRows(confidences: [0.1, 0.5, 0.9], test: [])
        #expect(rows.rises(values: [0, 0.4, 1], weights: [1, 1, 1]))
        #expect(!rows.rises(values: [2, 1, 0.1], weights: [1, 1, 1]))
    }
}
