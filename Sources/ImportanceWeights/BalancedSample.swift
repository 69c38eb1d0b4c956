import Statistics

/// A random sample in which every unit is as likely as any other, and totals of some traits are nearly those of all units, scaled by the
/// sample's share: the cube method (Deville & Tillé 2004, "Efficient balanced sampling: the cube method"), with the fast flight of Chauvet &
/// Tillé (2006), which passes along the units in their order.
///
/// The flight moves the inclusion probabilities of one more unit than there are traits along a direction that changes no total, until one of
/// them is 0 or 1, and replaces that unit by the next: each step is a fair bet, so that every unit keeps its probability. Where too few units
/// are left for all traits, the last traits are given up first. O(units · traits³).
package struct BalancedSample: Sendable {
    private let traits: [Double]
    private let width: Int
    /// Below this, and this far from 1, a probability is decided.
    private static let decided = 1e-9

    /// - Parameters:
    ///   - traits: Row-major, units × `width`, the most important first; any finite numbers.
    ///   - width: Traits of a unit, at least 1.
    package init(traits: [Double], width: Int) {
        // On one scale, so that one tolerance fits all.
        let units = traits.count / max(width, 1)
        var scales = [Double](repeating: 0, count: width)
        for unit in 0..<units { for trait in 0..<width { scales[trait] += abs(traits[unit * width + trait]) } }
        self.width = width
        self.traits = traits.indices.map { place in
            let scale = scales[place % width] / Double(max(units, 1))
            return scale > 0 ? traits[place] / scale : 0
        }
    }

    /// Whether each unit is in the sample.
    /// - Parameters:
    ///   - share: The probability of each, 0 to 1.
    ///   - seed: The user's seed.
    package func chosen(share: Double, seed: UInt64) -> [Bool] {
        let units = traits.count / max(width, 1)
        var probabilities = [Double](repeating: share, count: units)
        var waiting: [Int] = []
        var (next, step) = (0, 0)
        var kept = width
        while true {
            waiting.removeAll { probabilities[$0] < Self.decided || probabilities[$0] > 1 - Self.decided }
            while waiting.count <= kept, next < units {
                waiting.append(next)
                next += 1
            }
            guard !waiting.isEmpty else { break }
            // With no units left to join, one trait less can be kept.
            kept = min(kept, waiting.count - 1)
            let direction = kept == 0 ? [1] : self.direction(waiting, traits: kept)
            let uniform = SeededGenerator.uniform(seed: seed, purpose: .balancedSample, key: UInt64(step))
            Self.move(&probabilities, waiting, along: direction, uniform)
            step += 1
        }
        return probabilities.map { $0 > 0.5 }
    }

    /// A direction in the probabilities of some units that leaves the first traits' totals as they are: a null vector, by elimination with
    /// pivots. There are more units than traits, so there is one.
    private func direction(_ units: [Int], traits count: Int) -> [Double] {
        let columns = units.count
        var matrix = [Double](repeating: 0, count: count * columns)
        for (column, unit) in units.enumerated() {
            for trait in 0..<count { matrix[trait * columns + column] = traits[unit * width + trait] }
        }
        return matrix.withUnsafeMutableBufferPointer { cells in
            var pivots: [Int] = []
            var free: Int?
            for column in 0..<columns {
                let row = pivots.count
                var best = row
                if row < count {
                    for other in row..<count
                    where abs(cells[other * columns + column]) > abs(cells[best * columns + column]) { best = other }
                }
                guard row < count, abs(cells[best * columns + column]) > Self.decided else {
                    // The first column that depends on those before it closes the combination.
                    free = column
                    break
                }
                if best != row { for place in 0..<columns { cells.swapAt(best * columns + place, row * columns + place) } }
                let scale = 1 / cells[row * columns + column]
                for place in column..<columns { cells[row * columns + place] *= scale }
                for other in 0..<count where other != row {
                    let factor = cells[other * columns + column]
                    if factor == 0 { continue }
                    for place in column..<columns { cells[other * columns + place] -= factor * cells[row * columns + place] }
                }
                pivots.append(column)
            }
            var vector = [Double](repeating: 0, count: columns)
            let last = free ?? columns - 1
            vector[last] = 1
            for (row, column) in pivots.enumerated() where column != last { vector[column] = -cells[row * columns + last] }
            return vector
        }
    }

    /// As far as the bounds allow, forwards or backwards, with the odds that leave every probability as it is on average.
    private static func move(
        _ probabilities: inout [Double], _ units: [Int], along direction: [Double], _ uniform: Double
    ) {
        var (forwards, backwards) = (Double.infinity, Double.infinity)
        for (unit, part) in zip(units, direction) where abs(part) > 1e-12 {
            let (up, down) = ((1 - probabilities[unit]) / abs(part), probabilities[unit] / abs(part))
            forwards = min(forwards, part > 0 ? up : down)
            backwards = min(backwards, part > 0 ? down : up)
        }
        let length = uniform * (forwards + backwards) < backwards ? forwards : -backwards
        for (unit, part) in zip(units, direction) {
            probabilities[unit] = min(max(probabilities[unit] + length * part, 0), 1)
        }
    }
}

extension SeededGenerator.Purpose {
    /// The steps of a balanced sample; the key is the step's number.
    static let balancedSample = SeededGenerator.Purpose("balanced-sample")
}
