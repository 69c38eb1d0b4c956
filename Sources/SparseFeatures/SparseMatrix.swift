import ElementaryFunctions
import Foundation
import ParallelWork

/// TF-IDF rows of one view, one row per *segment* (a distinct text of one field), in compressed sparse row order.
///
/// The value of entry (segment s, feature j, count t) is (1 + ln t) · w_j / ‖·‖₂, with w_j the feature's weight (its inverse
/// document frequency) and the norm taken over the segment: each non-empty segment has unit length. Counts, not values, are
/// stored, four bytes per entry; the value is computed when it is read.
///
/// Features are numbered by decreasing document frequency, so that the most frequent share cache lines. A feature belongs
/// to one field only.
package struct SparseMatrix: Sendable {
    /// Entries of segment `s` are `entries[offsets[s]..<offsets[s + 1]]`; segments + 1 values.
    package let offsets: [Int]
    /// Feature number in the upper 24 bits, count (1...255, saturated) in the lower 8.
    package let entries: [UInt32]
    /// 1 / ‖segment‖₂ before normalising; 0 for a segment without entries.
    package let inverseNorms: [Float]
    /// w_j, one for each feature, above 0.
    package let featureWeights: [Float]

    /// Number of rows.
    package var segmentCount: Int { offsets.count - 1 }
    /// Number of columns.
    package var featureCount: Int { featureWeights.count }

    /// 1 + ln t for a stored count t; 0 for t = 0.
    package static let countWeights: [Float] = (0...255).map { $0 == 0 ? 0 : 1 + Float(Double.log(Double($0))) }

    /// Most features that a matrix can hold.
    package static let featureLimit = 1 << 24

    /// Rows over given counts and feature weights; norms are computed here.
    ///
    /// - Parameters:
    ///   - offsets: Segments + 1 values, ascending, from 0 to `entries.count`.
    ///   - entries: Feature and count, packed as ``entries``; features below `featureWeights.count`.
    ///   - featureWeights: One for each feature.
    ///   - workers: Threads to compute the norms on.
    package init(
        offsets: [Int], entries: [UInt32], featureWeights: [Float], workers: WorkerPool = WorkerPool(workers: 1)
    ) {
        self.offsets = offsets
        self.entries = entries
        self.featureWeights = featureWeights
        let share = 1024
        let segments = offsets.count - 1
        inverseNorms = workers.map((segments + share - 1) / share) { part in
            (part * share..<min((part + 1) * share, segments)).map { segment in
                var squares: Float = 0
                for entry in entries[offsets[segment]..<offsets[segment + 1]] {
                    let value = Self.countWeights[Int(entry & 0xFF)] * featureWeights[Int(entry >> 8)]
                    squares += value * value
                }
                return squares > 0 ? 1 / squares.squareRoot() : 0
            }
        }.flatMap { $0 }
        _checkInvariants()
    }

    /// Rows whose norms are known.
    init(offsets: [Int], entries: [UInt32], inverseNorms: [Float], featureWeights: [Float]) {
        self.offsets = offsets
        self.entries = entries
        self.inverseNorms = inverseNorms
        self.featureWeights = featureWeights
        _checkInvariants()
    }

    /// Feature and value pairs of a segment, in stored order.
    package func row(_ segment: Int) -> [(feature: Int, value: Float)] {
        entries[offsets[segment]..<offsets[segment + 1]].map { entry in
            let feature = Int(entry >> 8)
            return (feature, Self.countWeights[Int(entry & 0xFF)] * featureWeights[feature] * inverseNorms[segment])
        }
    }
}
