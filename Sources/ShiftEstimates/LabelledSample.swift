import Foundation
import Statistics

/// Labels of a stratified sample of a finite set of rows, drawn without replacement within the strata: what they say of a metric over
/// all rows, helped by a proxy that is known for all.
///
/// With W_h the share of stratum h in the rows, ȳ_h and f̄_h the means of metric and proxy over its n_h labelled rows, and F̄ the mean of
/// the proxy over all rows,
///
///     θ = Σ W_h (ȳ_h - λ f̄_h) + λ F̄,      λ = Σ a_h S_fy,h / Σ a_h S_ff,h,      a_h = W_h² (1 - n_h/N_h) / n_h,
///
/// prediction-powered inference with a λ of least variance (PPI++, Angelopoulos, Duchi & Zrnic 2023, arXiv 2311.01453), stratified (Fisch et
/// al. 2024, arXiv 2406.04291). One λ serves all strata: one for each costs more in noise than it brings at the numbers of labels that people
/// have (docs/estimates.md). PPI++ counts the proxy over the unlabelled rows alone, and its λ has a factor 1/(1 + n/N) for that: with
/// F̄ over all rows, the labelled ones included, it is the same estimate.
///
/// The variance is Σ a_h s_h², s_h² that of y - λf within the stratum, put together with ``borrowed`` rows' worth of what is expected of
/// it: p(1 - p) at its mean proxy if the values are 0 and 1, else the mean over the strata. So a stratum of one label, or of equal ones,
/// is not taken as certain. The interval is Student's with Satterthwaite's degrees of freedom, of values that are 0 and 1 Wilson's with
/// as many rows as the variance stands for. It holds over draws of the labelled rows,
/// whatever the proxy, the groups of rows and the shift are.
package struct LabelledSample: Sendable {
    /// The stratum of each labelled row, numbered from 0 without a gap.
    package let strata: [Int]
    /// N_h: the number of rows of each stratum, labelled or not.
    package let sizes: [Double]

    /// How many rows the expected variance counts as.
    static let borrowed = 2.0
    private static let normal = 1.959_963_984_540_054

    /// - Parameters:
    ///   - strata: A number for each labelled row, any.
    ///   - sizes: For each of these numbers the number of rows of the stratum; at least that of its labelled rows is taken.
    package init(strata: [Int], sizes: [Int: Double]) {
        let names = Set(strata).sorted()
        var places: [Int: Int] = [:]
        for (place, name) in names.enumerated() { places[name] = place }
        self.strata = strata.map { places[$0] ?? 0 }
        var counts = [Double](repeating: 0, count: names.count)
        for stratum in self.strata { counts[stratum] += 1 }
        self.sizes = names.indices.map { max(sizes[names[$0]] ?? 0, counts[$0]) }
    }

    /// Number of labelled rows.
    package var count: Int { strata.count }
    /// Number of all rows, by the strata.
    package var total: Double { sizes.reduce(0, +) }

    /// A number that is known for all rows, and says something of the metric.
    package struct Proxy: Sendable {
        /// Of the labelled rows.
        package let values: [Double]
        /// The mean over all rows.
        package let mean: Double
        /// Whether it is an estimate of the metric, in its unit.
        package let isOfMetric: Bool

        /// One value per labelled row.
        package init(values: [Double], mean: Double, isOfMetric: Bool) {
            (self.values, self.mean, self.isOfMetric) = (values, mean, isOfMetric)
        }
    }

    /// The figure.
    package struct Figure: Sendable, Equatable {
        /// θ.
        package var value: Double
        /// The same with λ = 0: the labels alone.
        package var labelsAlone: Double
        /// λ; nil without a proxy.
        package var share: Double?
        /// Of θ.
        package var standardError: Double
        /// Satterthwaite's.
        package var degrees: Double
        /// The 95% interval, not cut to any bounds.
        package var interval: ClosedRange<Double>
    }

    /// - Parameter measure: Of the labelled rows.
    /// - Returns: nil for a measure that is no function of means, and without labels.
    package func figure(of measure: Measure, proxy: Proxy?) -> Figure? {
        guard case .means(let columns, let combine) = measure.form, count > 0 else { return nil }
        let means = columns.map { stratified($0) }
        let plain = combine(means)
        // To first order the figure moves with these values, whose mean is a constant more.
        let gradient = NumericalGradient.at(means, combine)
        let values =
            measure.rowValues
            ?? (0..<count).map { row in
                columns.indices.reduce(0) { $0 + gradient[$1] * (columns[$1][row] - means[$1]) }
            }
        let factors = factors
        var share = 0.0
        if let proxy {
            let (own, crossed) = (moments(proxy.values, proxy.values), moments(proxy.values, values))
            let noise = zip(factors, own).reduce(0) { $0 + $1.0 * $1.1 }
            if noise > 1e-15 { share = zip(factors, crossed).reduce(0) { $0 + $1.0 * $1.1 } / noise }
        }
        let left = proxy.map { proxy in zip(values, proxy.values).map { $0 - share * $1 } } ?? values
        let isShare = measure.rowValues.map { $0.allSatisfy { $0 == 0 || $0 == 1 } } ?? false
        let expected = expected(left, isShare: isShare, plain, proxy)
        // λ was chosen on these rows, which costs one degree of freedom.
        let free = Double(count - sizes.count)
        let cost = proxy != nil && free > 1 ? free / (free - 1) : 1
        let own = moments(left, left).map { cost * $0 }
        let parts = sizes.indices.map { stratum in
            let degrees = counts[stratum] - 1
            return factors[stratum] * (degrees * own[stratum] + Self.borrowed * expected[stratum]) / (degrees + Self.borrowed)
        }
        let variance = parts.reduce(0, +)
        let squares = sizes.indices.reduce(0) { $0 + parts[$1] * parts[$1] / max(counts[$1] - 1, 1) }
        let degrees = squares > 0 ? variance * variance / squares : Double(max(count - 1, 1))
        let value = plain + share * (proxy.map { $0.mean - stratified($0.values) } ?? 0)
        let reach = Self.normal * StudentT.widening(degrees: degrees) * variance.squareRoot()
        var interval = value - reach...value + reach
        if isShare, Set(values).count == 1, Double(count) < total {
            // All labels alike: Wilson's interval of as many.
            let least = Self.normal * Self.normal / (Double(count) + Self.normal * Self.normal)
            interval = min(interval.lowerBound, plain - plain * least)...max(interval.upperBound, plain + (1 - plain) * least)
        } else if isShare, variance > 0 {
            interval = wilson(value, variance: variance, degrees: degrees)
        }
        return Figure(
            value: value, labelsAlone: plain, share: proxy.map { _ in share }, standardError: variance.squareRoot(),
            degrees: degrees, interval: interval)
    }

    /// Wilson's interval for a share of as many rows as the variance stands for, θ(1 - θ)/V, with Student's factor (Korn & Graubard 1998 do
    /// the same with the interval of Clopper and Pearson). Where errors are rare the variance is found from a handful of them, and falls
    /// with the figure; ± t standard errors then hold far too seldom.
    private func wilson(_ value: Double, variance: Double, degrees: Double) -> ClosedRange<Double> {
        let (labels, share) = (Double(count), min(max(value, 0), 1))
        // Strata and proxy do not make a label worth more than four, nor half a one less.
        let most = Self.worth.upperBound * labels / max(1 - labels / total, 1e-9)
        let rows = min(max(share * (1 - share) / variance, Self.worth.lowerBound * labels), most)
        let reach = Self.normal * StudentT.widening(degrees: degrees)
        let square = reach * reach / rows
        let middle = (share + square / 2) / (1 + square)
        let half = (square * (share * (1 - share) + square / 4)).squareRoot() / (1 + square)
        return middle - half...middle + half
    }

    /// How many independent labels one may stand for.
    private static let worth = 0.5...4.0

    private var counts: [Double] {
        var counts = [Double](repeating: 0, count: sizes.count)
        for stratum in strata { counts[stratum] += 1 }
        return counts
    }

    /// a_h.
    private var factors: [Double] {
        let (counts, total) = (counts, total)
        return sizes.indices.map { stratum in
            let weight = sizes[stratum] / total
            return weight * weight * (1 - counts[stratum] / sizes[stratum]) / counts[stratum]
        }
    }

    private func stratumMeans(_ values: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: sizes.count)
        for (stratum, value) in zip(strata, values) { sums[stratum] += value }
        return zip(sums, counts).map { $0 / $1 }
    }

    /// Σ W_h times the mean of the stratum.
    package func stratified(_ values: [Double]) -> Double {
        zip(stratumMeans(values), sizes).reduce(0) { $0 + $1.0 * $1.1 } / total
    }

    /// The covariance within each stratum, over n_h - 1; 0 for a single row.
    private func moments(_ a: [Double], _ b: [Double]) -> [Double] {
        let (first, second, counts) = (stratumMeans(a), stratumMeans(b), counts)
        var sums = [Double](repeating: 0, count: sizes.count)
        for row in strata.indices { sums[strata[row]] += (a[row] - first[strata[row]]) * (b[row] - second[strata[row]]) }
        return zip(sums, counts).map { $0 / max($1 - 1, 1) }
    }

    /// The variance that is expected within each stratum.
    private func expected(_ left: [Double], isShare: Bool, _ plain: Double, _ proxy: Proxy?) -> [Double] {
        guard isShare else {
            let (own, counts) = (moments(left, left), counts)
            let degrees = counts.reduce(0) { $0 + max($1 - 1, 0) }
            let pooled = zip(own, counts).reduce(0) { $0 + $1.0 * max($1.1 - 1, 0) } / max(degrees, 1)
            return sizes.map { _ in pooled }
        }
        // A share that no label contradicts is not certain.
        let overall = (plain * Double(count) + 1) / Double(count + 2)
        let proxies = proxy.flatMap { $0.isOfMetric ? stratumMeans($0.values) : nil }
        return sizes.indices.map { stratum in
            let share = min(max(proxies?[stratum] ?? overall, 0.005), 0.995)
            return share * (1 - share)
        }
    }
}
