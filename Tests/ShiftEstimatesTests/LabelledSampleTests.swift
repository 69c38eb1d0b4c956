import Foundation
import Statistics
import Testing

@testable import ShiftEstimates

@Suite("A metric from labels of a sample of the test rows")
struct LabelledSampleTests {
    private func uniform(_ seed: UInt64, _ name: String, _ row: Int) -> Double {
        SeededGenerator.uniform(seed: seed, purpose: SeededGenerator.Purpose(name), key: UInt64(row))
    }

    @Test("Without strata and proxy: the mean, its error with the finite population's correction, n - 1 degrees")
    func plain() throws {
        let values = [2.0, 3, 5, 7, 11, 4, 6]
        let figure = try #require(
            LabelledSample(strata: values.map { _ in 8 }, sizes: [8: 20]).figure(of: .mean(values), proxy: nil))
        let mean = values.reduce(0, +) / 7
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 6
        #expect(abs(figure.value - mean) < 1e-12 && figure.labelsAlone == figure.value && figure.share == nil)
        #expect(abs(figure.standardError - ((1 - 7.0 / 20) * variance / 7).squareRoot()) < 1e-12)
        #expect(abs(figure.degrees - 6) < 1e-9)
        // t(0.975, 6) = 2.4469.
        #expect(abs(figure.interval.upperBound - mean - 2.4469 * figure.standardError) < 0.002 * figure.standardError)
    }

    @Test("Strata count by their rows, and Satterthwaite's degrees follow the variances")
    func strata() throws {
        let sample = LabelledSample(strata: [3, 3, 1, 1, 1], sizes: [3: 10, 1: 30])
        let figure = try #require(sample.figure(of: .mean([1, 3, 10, 20, 30]), proxy: nil))
        #expect(abs(figure.value - (0.25 * 2 + 0.75 * 20)) < 1e-12)
        // Of each stratum with the pooled variance for two rows more: (2 + 2·100)/3 = 67.3…
        let pooled = (2.0 + 200) / 3
        let first = 0.0625 * (1 - 0.2) / 2 * (2 + 2 * pooled) / 3
        let second = 0.5625 * (1 - 0.1) / 3 * (200 + 2 * pooled) / 4
        #expect(abs(figure.standardError - (first + second).squareRoot()) < 1e-9)
        let degrees = (first + second) * (first + second) / (first * first + second * second / 2)
        #expect(abs(figure.degrees - degrees) < 1e-9)
    }

    @Test("A proxy that is the metric leaves no error; one that is constant changes nothing")
    func proxies() throws {
        let values = [0.1, 0.5, 0.9, 0.4, 0.2]
        let sample = LabelledSample(strata: values.map { _ in 0 }, sizes: [0: 50])
        let perfect = try #require(
            sample.figure(
                of: .mean(values), proxy: LabelledSample.Proxy(values: values.map { 2 * $0 }, mean: 0.9, isOfMetric: false)))
        #expect(abs(try #require(perfect.share) - 0.5) < 1e-12)
        #expect(abs(perfect.value - 0.45) < 1e-12 && perfect.standardError < 1e-9)
        #expect(abs(perfect.labelsAlone - 0.42) < 1e-12)
        let none = try #require(
            sample.figure(
                of: .mean(values), proxy: LabelledSample.Proxy(values: values.map { _ in 0.3 }, mean: 0.3, isOfMetric: true)))
        #expect(abs(none.value - 0.42) < 1e-12)
    }

    @Test("With the proxy over the unlabelled rows alone and λ/(1 + n/N), as PPI++ has it, it is the same estimate")
    func ppi() throws {
        let (n, rows) = (40, 100)
        let proxy = (0..<rows).map { uniform(1, "proxy", $0) }
        let values = (0..<n).map { 0.5 * proxy[$0] + 0.3 * uniform(1, "noise", $0) }
        let mean = { (list: [Double]) in list.reduce(0, +) / Double(list.count) }
        let figure = try #require(
            LabelledSample(strata: (0..<n).map { _ in 0 }, sizes: [0: Double(rows)]).figure(
                of: .mean(values),
                proxy: LabelledSample.Proxy(values: Array(proxy[..<n]), mean: mean(proxy), isOfMetric: true)))
        let (f, y) = (mean(Array(proxy[..<n])), mean(values))
        let crossed = (0..<n).reduce(0) { $0 + (proxy[$1] - f) * (values[$1] - y) }
        let own = (0..<n).reduce(0) { $0 + (proxy[$1] - f) * (proxy[$1] - f) }
        let share = crossed / own / (1 + Double(n) / Double(rows - n))
        #expect(abs(figure.value - (y + share * (mean(Array(proxy[n...])) - f))) < 1e-12)
    }

    @Test("A function of means: F1 of labels of all rows is that of the rows, without error")
    func functions() throws {
        let columns = [[1.0, 0, 1, 0], [1, 1, 1, 0], [1, 0, 1, 1]]
        let measure = Measure(.means(columns) { 2 * $0[0] / ($0[1] + $0[2]) }, bounds: 0...1)
        let all = try #require(LabelledSample(strata: [0, 0, 0, 0], sizes: [0: 4]).figure(of: measure, proxy: nil))
        #expect(abs(all.value - 2.0 * 2 / 6) < 1e-12 && all.standardError == 0)
        let some = try #require(LabelledSample(strata: [0, 0, 0, 0], sizes: [0: 400]).figure(of: measure, proxy: nil))
        #expect(some.standardError > 0.1)
        let area = Measure(.area(scores: [1, 2], isPositive: [true, false]))
        #expect(LabelledSample(strata: [0, 0], sizes: [0: 9]).figure(of: area, proxy: nil) == nil)
    }

    @Test("Labels that are all right are not certain; a stratum of one label has the variance that is expected of it")
    func certain() throws {
        let right = try #require(
            LabelledSample(strata: [Int](repeating: 0, count: 96), sizes: [0: 10_000]).figure(
                of: .mean([Double](repeating: 1, count: 96)), proxy: nil))
        #expect(right.value == 1 && abs(right.interval.lowerBound - 96 / 99.8415) < 1e-4)
        let single = try #require(
            LabelledSample(strata: [0, 0, 0, 1], sizes: [0: 30, 1: 10]).figure(
                of: .mean([1, 0, 1, 1]),
                proxy: LabelledSample.Proxy(values: [0.5, 0.5, 0.5, 0.9], mean: 0.6, isOfMetric: true)))
        let first = 0.5625 * (1 - 0.1) / 3 * (2 * 1.0 / 3 * 2 + 2 * 0.25) / 4
        let second = 0.0625 * (1 - 0.1) * 0.09
        #expect(abs(single.standardError - (first + second).squareRoot()) < 1e-9)
    }

    @Test("Of a share without strata the interval is Wilson's, with Student's factor and the finite population's correction")
    func wilson() throws {
        let values = (0..<200).map { $0 % 20 == 0 ? 0.0 : 1 }
        let figure = try #require(
            LabelledSample(strata: values.map { _ in 0 }, sizes: [0: 1000]).figure(of: .mean(values), proxy: nil))
        // 0.95 of 200, whose variance (1 - 0.2)·s²/200 is worth nearly 250 rows; t(199) = 1.972.
        let (rows, t) = (0.95 * 0.05 / (figure.standardError * figure.standardError), 1.97196)
        #expect(abs(rows - 248.5) < 1)
        for bound in [figure.interval.lowerBound, figure.interval.upperBound] {
            // Both ends solve (p̂ - p)² = t² p(1 - p)/n.
            #expect(abs((0.95 - bound) * (0.95 - bound) - t * t * bound * (1 - bound) / rows) < 1e-5)
        }
        let all = try #require(
            LabelledSample(strata: values.map { _ in 0 }, sizes: [0: 200]).figure(of: .mean(values), proxy: nil))
        #expect(all.interval.upperBound - all.interval.lowerBound < 1e-3)
    }

    @Test("Rare errors: the interval of 100 labels of 2% errors holds as often as it says", arguments: [false, true])
    func rare(isStratified: Bool) throws {
        let proxy = (0..<2000).map { row -> Double in
            let place = uniform(9, "rare", row)
            return 1 - 0.12 * place * place * place * place
        }
        let values = proxy.indices.map { uniform(9, "rare hit", $0) < proxy[$0] ? 1.0 : 0 }
        let (truth, mean) = (values.reduce(0, +) / 2000, proxy.reduce(0, +) / 2000)
        #expect(truth > 0.965 && truth < 0.985)
        var held = 0
        for draw in 0..<300 {
            let drawn = StratifiedDraw(
                scores: proxy, spreads: proxy.map { max($0 * (1 - $0), 0.0196).squareRoot() },
                identities: proxy.indices.map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }, count: 100,
                strata: isStratified ? 10 : 1, seed: UInt64(draw))
            let figure = try #require(
                LabelledSample(
                    strata: drawn.stratumOfRow,
                    sizes: Dictionary(uniqueKeysWithValues: drawn.strata.enumerated().map { ($0, Double($1.rows)) })
                ).figure(
                    of: .mean(drawn.rows.map { values[$0] }),
                    proxy: LabelledSample.Proxy(values: drawn.rows.map { proxy[$0] }, mean: mean, isOfMetric: true)))
            if figure.interval.contains(truth) { held += 1 }
        }
        #expect((273...298).contains(held), "\(held)")
    }

    /// 1,000 rows that are right with the probability of their confidence, less an error of the model's about itself.
    private struct Rows {
        let values: [Double]
        let proxy: [Double]
        let order: [Int]
    }

    private var rows: Rows {
        let count = 1000
        let proxy = (0..<count).map { 0.5 + 0.49 * uniform(5, "confidence", $0).squareRoot() }
        let values = (0..<count).map { uniform(5, "hit", $0) < proxy[$0] - 0.05 ? 1.0 : 0 }
        return Rows(values: values, proxy: proxy, order: (0..<count).sorted { proxy[$0] < proxy[$1] })
    }

    @Test(
        "Over 300 draws of 100 labels the interval holds; strata by confidence and the proxy bring it nearer than the labels alone"
    )
    func coverage() throws {
        let rows = rows
        let truth = rows.values.reduce(0, +) / Double(rows.values.count)
        let mean = rows.proxy.reduce(0, +) / Double(rows.values.count)
        var squares = (plain: 0.0, random: 0.0, strata: 0.0)
        var held = (random: 0, strata: 0)
        for draw in 0..<300 {
            for isStratified in [false, true] {
                let drawn = StratifiedDraw(
                    scores: rows.proxy, spreads: rows.proxy.map { ($0 * (1 - $0)).squareRoot() },
                    identities: rows.values.indices.map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }, count: 100,
                    strata: isStratified ? 10 : 1, seed: UInt64(draw))
                let sizes = Dictionary(uniqueKeysWithValues: drawn.strata.enumerated().map { ($0, Double($1.rows)) })
                let figure = try #require(
                    LabelledSample(strata: drawn.stratumOfRow, sizes: sizes).figure(
                        of: .mean(drawn.rows.map { rows.values[$0] }),
                        proxy: LabelledSample.Proxy(
                            values: drawn.rows.map { rows.proxy[$0] }, mean: mean, isOfMetric: true)))
                let error = (figure.value - truth) * (figure.value - truth)
                let isHeld = figure.interval.contains(truth)
                if isStratified {
                    squares.strata += error
                    held.strata += isHeld ? 1 : 0
                } else {
                    squares.random += error
                    held.random += isHeld ? 1 : 0
                    squares.plain += (figure.labelsAlone - truth) * (figure.labelsAlone - truth)
                }
            }
        }
        #expect((276...294).contains(held.random), "\(held)")
        #expect((276...294).contains(held.strata), "\(held)")
        #expect(squares.random < 0.97 * squares.plain, "\(squares)")
        #expect(squares.strata < squares.plain, "\(squares)")
    }
}
