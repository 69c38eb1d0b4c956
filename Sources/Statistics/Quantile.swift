/// Sample quantiles by linear interpolation between order statistics.
package enum Quantile {
    /// The quantile at `probability` (0...1) of `sorted`, ascending and not empty: the value at the real-valued position
    /// `probability * (n - 1)` (type 7 of Hyndman and Fan 1996; the default of R and NumPy).
    package static func value(ofSorted sorted: [Double], at probability: Double) -> Double {
        let position = min(max(probability, 0), 1) * Double(sorted.count - 1)
        let below = Int(position)
        guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
        let low = sorted[below]
        let high = sorted[below + 1]
        // Equal neighbours first: the difference of two infinite scores is NaN.
        return low == high ? low : low + (position - Double(below)) * (high - low)
    }
}
