import Foundation
import ShiftEstimates
import Statistics

/// A road that was walked to one metric, with what is needed to go further than the weights do, and to tell its noise.
struct WalkedRoad: Sendable {
    var road: Road
    /// Under the weights.
    var value: Double
    /// With every weight 1.
    var plain: Double
    /// Both in each replicate of the bootstrap over groups.
    var drawn: [Double]
    var plainDrawn: [Double]
    /// Variance that the labels of the test rows add.
    var testVariance: Double
    /// In each plug-in world, the figure under the weights that were found minus that under those that were planted.
    var misses: [Double]

    /// The road walked `factor` times as far from no weights as the weights lead.
    func further(_ factor: Double) -> WalkedRoad {
        func extended(_ plain: Double, _ value: Double) -> Double { plain + factor * (value - plain) }
        var result = self
        result.value = extended(plain, value)
        result.drawn = zip(plainDrawn, drawn).map(extended)
        result.misses = misses.map { factor * $0 }
        return result
    }

    /// The middle between two roads.
    static func mean(_ a: WalkedRoad, _ b: WalkedRoad, as road: Road) -> WalkedRoad {
        func middle(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { 0.5 * ($0 + $1) } }
        return WalkedRoad(
            road: road, value: 0.5 * (a.value + b.value), plain: 0.5 * (a.plain + b.plain), drawn: middle(a.drawn, b.drawn),
            plainDrawn: middle(a.plainDrawn, b.plainDrawn), testVariance: max(a.testVariance, b.testVariance),
            misses: middle(a.misses, b.misses))
    }

    /// Variance of the value by the bootstrap, without that of the test rows' labels.
    var samplingVariance: Double { Self.variance(drawn) }
    /// Variance that the estimated weights add.
    var weightsVariance: Double { Self.variance(misses) }

    /// The replicates, their deviations from the value stretched by what the test rows' labels add.
    var stretched: [Double] {
        let own = samplingVariance
        let factor = own > 0 ? (1 + testVariance / own).squareRoot() : 1
        return drawn.map { value + factor * ($0 - value) }
    }

    /// Of what is finite; 0 for fewer than two.
    static func variance(_ values: [Double]) -> Double {
        let finite = values.filter(\.isFinite)
        guard finite.count > 1 else { return 0 }
        let mean = finite.reduce(0, +) / Double(finite.count)
        return finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(finite.count - 1)
    }
}
