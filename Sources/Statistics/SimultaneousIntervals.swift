/// Intervals of several figures, none below 0, that hold for all of them together, by the bootstrap of the largest |z| (Romano and Wolf
/// 2005, "Exact and approximate stepdown methods for multiple hypothesis testing", section 3).
///
/// On the scale of square roots, on which the spread of a ratio of counts is the same at every size: with s_k the standard deviation of
/// √v*_k over the replicates and c the 95% quantile of max_k |√v*_k - mean| / s_k, the interval of v_k is (√v_k ± c s_k)².
package struct SimultaneousIntervals: Sendable {
    /// One a figure; nil where fewer than half of the replicates have it.
    package let intervals: [ClosedRange<Double>?]
    /// c.
    package let critical: Double

    /// - Parameters:
    ///   - values: The figures, each 0 or more.
    ///   - replicates: For each replicate one a figure; nil where it has none.
    ///   - level: Of all intervals together, above 0 and at most 1.
    /// - Throws: ``StatisticsError/noRows`` without replicates, ``StatisticsError/shareOutOfRange(found:)``.
    package init(_ values: [Double], replicates: [[Double?]], level: Double = 0.95) throws(StatisticsError) {
        try Checks.share(level)
        guard !replicates.isEmpty else { throw .noRows }
        let moments = values.indices.map { number -> (mean: Double, deviation: Double)? in
            let roots = replicates.compactMap { number < $0.count ? $0[number].map { max($0, 0).squareRoot() } : nil }
            guard roots.count * 2 > replicates.count, roots.count > 1 else { return nil }
            let mean = roots.reduce(0, +) / Double(roots.count)
            let squares = roots.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return (mean, (squares / Double(roots.count - 1)).squareRoot())
        }
        let largest = replicates.map { replicate in
            values.indices.reduce(0.0) { most, number in
                guard let (mean, deviation) = moments[number], deviation > 0, let value = replicate[number] else { return most }
                return max(most, abs(max(value, 0).squareRoot() - mean) / deviation)
            }
        }
        let critical = Quantile.value(ofSorted: largest.sorted(), at: level)
        self.critical = critical
        intervals = values.indices.map { number in
            moments[number].map { _, deviation in
                let root = max(values[number], 0).squareRoot()
                let (low, high) = (max(root - critical * deviation, 0), root + critical * deviation)
                return low * low...high * high
            }
        }
    }
}
