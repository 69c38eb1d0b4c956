/// A model's confidences on labelled rows and on test rows, put in order once for many estimates.
///
/// Two roads lead from them to the mean of a metric y over the test rows, and both use the weights w of the labelled rows:
///
/// - *by confidence*: (1/n_q) Σ_{j in test} g(cⱼ) with g the monotone map that minimises Σ wᵢ (yᵢ - g(cᵢ))² (PAPE, Białek et al. 2024,
///   arXiv 2401.08348; by pool-adjacent-violators). It assumes that y depends on the side through the confidence and the weights alone;
/// - *by threshold*: the share of test rows with a confidence of at least t, where t leaves the weighted share of errors
///   1 - Σwy/Σw of the labelled rows below it (ATC, Garg et al. 2022, with weights). It assumes that the model errs below one
///   confidence, and follows a fall of the confidences further than a calibration does.
///
/// Sorting is O(n log n), each estimate O(n). Rows of equal confidence share a block, which a threshold may cut in part.
package struct ConfidenceRows: Sendable {
    /// Labelled rows by rising confidence.
    private let order: [Int]
    /// For each block of equal confidence its first place in `order`, and at the end the number of rows.
    private let starts: [Int]
    /// The block of each test row: the last whose confidence is not above it, -1 before the first.
    private let blockOfTest: [Int]

    /// - Parameters:
    ///   - confidences: Of the labelled rows; finite, on any increasing scale; at least one.
    ///   - test: Of the test rows, on the same scale.
    package init(confidences: [Double], test: [Double]) {
        let order = confidences.indices.sorted { (confidences[$0], $0) < (confidences[$1], $1) }
        var starts: [Int] = []
        for (place, row) in order.enumerated() where place == 0 || confidences[row] > confidences[order[place - 1]] {
            starts.append(place)
        }
        let heads = starts.map { confidences[order[$0]] }
        blockOfTest = test.map { value in
            var (low, high) = (0, heads.count)
            while low < high {
                let middle = (low + high) / 2
                if heads[middle] <= value { low = middle + 1 } else { high = middle }
            }
            return low - 1
        }
        self.order = order
        self.starts = starts + [order.count]
    }

    /// Number of blocks of equal confidence.
    private var blockCount: Int { starts.count - 1 }

    /// Mass and weighted sum of the values of each block.
    private func blocks(_ values: [Double], _ weights: [Double]) -> (mass: [Double], sums: [Double]) {
        var mass = [Double](repeating: 0, count: blockCount)
        var sums = mass
        for block in 0..<blockCount {
            for place in starts[block]..<starts[block + 1] {
                let row = order[place]
                mass[block] += weights[row]
                sums[block] += weights[row] * values[row]
            }
        }
        return (mass, sums)
    }

    /// g at the confidence of each test row.
    ///
    /// - Parameters:
    ///   - values: y of the labelled rows.
    ///   - weights: w of them, not negative, not all 0.
    ///   - rises: Whether g rises, else it falls.
    package func mapped(values: [Double], weights: [Double], rises: Bool) -> [Double] {
        let levels = levels(values, weights, rises: rises)
        return blockOfTest.map { levels[max($0, 0)] }
    }

    /// g at the confidence of each labelled row.
    package func fitted(values: [Double], weights: [Double], rises: Bool) -> [Double] {
        let levels = levels(values, weights, rises: rises)
        var result = [Double](repeating: 0, count: order.count)
        for block in 0..<blockCount {
            for place in starts[block]..<starts[block + 1] { result[order[place]] = levels[block] }
        }
        return result
    }

    /// g by block: pool-adjacent-violators. A block without weight has the level of the one before it, the first ones that of the
    /// first block with weight.
    private func levels(_ values: [Double], _ weights: [Double], rises: Bool) -> [Double] {
        let (mass, sums) = blocks(values, weights)
        let sign = rises ? 1.0 : -1.0
        var pools: [(mass: Double, sum: Double, end: Int)] = []
        for block in 0..<blockCount where mass[block] > 0 {
            pools.append((mass[block], sign * sums[block], block + 1))
            while pools.count > 1 {
                let (last, before) = (pools[pools.count - 1], pools[pools.count - 2])
                guard before.sum * last.mass >= last.sum * before.mass else { break }
                pools.removeLast()
                pools[pools.count - 1] = (before.mass + last.mass, before.sum + last.sum, last.end)
            }
        }
        var levels = [Double](repeating: 0, count: blockCount)
        var start = 0
        for (number, pool) in pools.enumerated() {
            let end = number == pools.count - 1 ? blockCount : pool.end
            for block in start..<end { levels[block] = sign * pool.sum / pool.mass }
            start = end
        }
        return levels
    }

    /// The estimate by threshold, 0...1.
    ///
    /// - Parameters:
    ///   - values: 0 (wrong) to 1 (right) of the labelled rows.
    ///   - weights: w of them, not negative, not all 0.
    ///   - testWeights: How often each test row counts.
    package func aboveThreshold(values: [Double], weights: [Double], testWeights: [Double]) -> Double {
        let (mass, sums) = blocks(values, weights)
        var left = zip(mass, sums).reduce(0) { $0 + $1.0 - $1.1 }
        // The threshold: this block, and the share of it that lies above.
        var (edge, above) = (blockCount, 1.0)
        for block in 0..<blockCount {
            if mass[block] > 0, left < mass[block] {
                (edge, above) = (block, 1 - max(left, 0) / mass[block])
                break
            }
            left -= mass[block]
        }
        var (share, total) = (0.0, 0.0)
        for (row, block) in blockOfTest.enumerated() {
            total += testWeights[row]
            if block > edge { share += testWeights[row] } else if block == edge { share += above * testWeights[row] }
        }
        return total > 0 ? share / total : 0
    }

    /// Whether the values rise with the confidence, by the sign of their weighted covariance with its rank.
    package func rises(values: [Double], weights: [Double]) -> Bool {
        let (mass, sums) = blocks(values, weights)
        let total = mass.reduce(0, +)
        guard total > 0 else { return true }
        let mean = sums.reduce(0, +) / total
        var (below, covariance) = (0.0, 0.0)
        for block in 0..<blockCount {
            covariance += (below + 0.5 * mass[block]) * (sums[block] - mean * mass[block])
            below += mass[block]
        }
        return covariance >= 0
    }
}
