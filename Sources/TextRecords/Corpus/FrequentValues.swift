/// The values that make up a large share of many, found in one pass and fixed memory.
///
/// Misra and Gries 1982 ("Finding repeated elements"), merged as in Agarwal et al. 2012 ("Mergeable summaries"): of n values,
/// one that occurs more than n/(capacity + 1) times is certain to be held, and a held count is too low by at most that number.
package struct FrequentValues: Sendable, Equatable {
    /// The most values that are held.
    package static let capacity = 1024

    private var counts: [UInt64: Int] = [:]

    /// An empty sketch.
    package init() {}

    /// Counts one more `value`, by its fingerprint.
    mutating func add(_ value: UInt64) {
        if let count = counts[value] {
            counts[value] = count + 1
        } else if counts.count < Self.capacity {
            counts[value] = 1
        } else {
            counts = counts.compactMapValues { $0 > 1 ? $0 - 1 : nil }
        }
    }

    /// Counts all that `other` has counted.
    package mutating func merge(_ other: FrequentValues) {
        counts.merge(other.counts, uniquingKeysWith: +)
        guard counts.count > Self.capacity else { return }
        let excess = counts.values.sorted(by: >)[Self.capacity]
        counts = counts.compactMapValues { $0 > excess ? $0 - excess : nil }
    }

    /// The values with a count above `least`.
    package func values(above least: Int) -> Set<UInt64> {
        Set(counts.lazy.filter { $0.value > least }.map(\.key))
    }
}
