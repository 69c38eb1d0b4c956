/// Several models in the order of their estimates.
package struct Ranking: Sendable, Equatable {
    /// Numbers of the models, the best first.
    package let order: [Int]
    /// The probability that the test rows put them in this order: the share of the bootstrap's replicates that do.
    package let probability: Double
    /// The same for the first being the best.
    package let bestProbability: Double

    /// - Parameters:
    ///   - values: One per model.
    ///   - replicates: For each model, over the same replicates; ``Estimates/replicates``.
    ///   - higherIsBetter: Whether higher is better.
    package init(values: [Double], replicates: [[Double]], higherIsBetter: Bool) {
        let sign = higherIsBetter ? 1.0 : -1.0
        let order = values.indices.sorted { (sign * values[$1], $0) < (sign * values[$0], $1) }
        var (same, best, count) = (0, 0, 0)
        for number in 0..<(replicates.map(\.count).min() ?? 0) {
            let drawn = order.map { sign * replicates[$0][number] }
            guard drawn.allSatisfy(\.isFinite) else { continue }
            count += 1
            if zip(drawn, drawn.dropFirst()).allSatisfy({ $0 >= $1 }) { same += 1 }
            if drawn.dropFirst().allSatisfy({ drawn[0] >= $0 }) { best += 1 }
        }
        self.order = order
        probability = count > 0 ? Double(same) / Double(count) : .nan
        bestProbability = count > 0 ? Double(best) / Double(count) : .nan
    }
}
