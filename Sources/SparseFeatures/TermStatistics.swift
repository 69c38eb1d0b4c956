import ElementaryFunctions
import Foundation
import ParallelWork

/// Document frequencies and what they determine: which features stay, their numbers and their weights.
struct TermStatistics {
    /// Number of features before, the dropped ones included.
    private let oldCount: Int
    /// Old number of each feature, by new number: by decreasing document frequency, then ascending key.
    let kept: [Int32]
    /// Inverse document frequency ln((1 + n) / (1 + df)) + 1 by new number; n counts the segments of the feature's field
    /// (the smoothed form of scikit-learn's `TfidfTransformer`).
    let weights: [Float]

    /// - Parameters:
    ///   - frequencies: Segments that hold each feature, by old number.
    ///   - minimum: Least frequency that stays.
    ///   - segments: Segments of the field of an old feature.
    ///   - precedes: Order of two old features with the same frequency; must not depend on the order of the rows.
    init(
        frequencies: [Int32], minimum: Int, segments: (Int) -> Int, precedes: (Int32, Int32) -> Bool,
        workers: WorkerPool = WorkerPool(workers: 1)
    ) {
        let least = Int32(clamping: max(minimum, 1))
        let share = 1 << 18
        let parts = (frequencies.count + share - 1) / share
        var kept = workers.map(parts) { part in
            Self.frequent(frequencies, part * share..<min((part + 1) * share, frequencies.count), least)
        }.flatMap { $0 }
        kept = Self.byFallingFrequency(kept, frequencies, precedes)
        if kept.count > SparseMatrix.featureLimit { kept.removeLast(kept.count - SparseMatrix.featureLimit) }
        self.kept = kept
        oldCount = frequencies.count
        // Features with the same frequency are adjacent: one logarithm each time it, or the field, changes.
        var last = (segments: -1, frequency: Int32(-1), weight: Float(0))
        weights = kept.map { old in
            let (all, frequency) = (segments(Int(old)), frequencies[Int(old)])
            if last.segments != all || last.frequency != frequency {
                last = (all, frequency, Float(Double.log(Double(1 + all) / Double(1 + Int(frequency))) + 1))
            }
            return last.weight
        }
    }

    /// New feature number of each old one, or -1 if it is dropped. Computed at each call.
    var renumbered: [Int32] {
        var renumbered = [Int32](repeating: -1, count: oldCount)
        for (new, old) in kept.enumerated() { renumbered[Int(old)] = Int32(truncatingIfNeeded: new) }
        return renumbered
    }

    /// The features of `range` whose frequency is `least` or more, ascending.
    private static func frequent(_ frequencies: [Int32], _ range: Range<Int>, _ least: Int32) -> [Int32] {
        frequencies.withUnsafeBufferPointer { frequencies in
            var count = 0
            for feature in range { count &+= frequencies[feature] >= least ? 1 : 0 }
            // One more than is kept: each feature is written, and stays unless the next takes its place.
            return [Int32](unsafeUninitializedCapacity: count + 1) { buffer, initialized in
                var written = 0
                for feature in range {
                    buffer.initializeElement(at: written, to: Int32(truncatingIfNeeded: feature))
                    written &+= frequencies[feature] >= least ? 1 : 0
                }
                initialized = count
            }
        }
    }

    /// A counting sort on frequency (few distinct values, mostly small), then `precedes` among equals.
    private static func byFallingFrequency(
        _ features: [Int32], _ frequencies: [Int32], _ precedes: (Int32, Int32) -> Bool
    ) -> [Int32] {
        guard let most = features.lazy.map({ frequencies[Int($0)] }).max() else { return [] }
        var starts = [Int](repeating: 0, count: Int(most) + 2)
        for feature in features { starts[Int(most - frequencies[Int(feature)]) + 1] += 1 }
        for value in 1..<starts.count { starts[value] += starts[value - 1] }
        var next = starts
        var sorted = [Int32](repeating: 0, count: features.count)
        for feature in features {
            let key = Int(most - frequencies[Int(feature)])
            sorted[next[key]] = feature
            next[key] += 1
        }
        for key in 0..<starts.count - 1 where starts[key + 1] - starts[key] > 1 {
            let range = starts[key]..<starts[key + 1]
            if zip(sorted[range], sorted[range].dropFirst()).allSatisfy({ precedes($0, $1) }) { continue }
            sorted[range].sort(by: precedes)
        }
        return sorted
    }
}
