/// Counts the character 2-, 3- and 4-grams of a text (code points, with runs of white space as one) into hashed buckets.
///
/// An n-gram c₁…cₙ falls into bucket ⌊(Σ aₙᵢ·cᵢ mod 2⁶⁴) / 2^(64-bits)⌋: multiply-shift hashing, 2-universal over
/// vectors (Dietzfelbinger 1996), with fixed odd multipliers, so that no code point is ever copied or made into a string.
///
/// The buckets of a block are all hashed before any is counted, so that neither loop runs out of registers.
package struct NGrams: ~Copyable {
    /// Shortest and longest n-gram, in code points.
    static let orders = 2...4

    private var tally = GramTally()
    private let buckets: UnsafeMutablePointer<UInt32>
    private let terms: UnsafeMutablePointer<UInt64>

    /// With room for short texts; it grows with the texts.
    package init() {
        buckets = .allocate(capacity: GramHasher.blockCapacity)
        buckets.initialize(repeating: 0, count: GramHasher.blockCapacity)
        terms = GramTerms.table()
    }

    deinit {
        buckets.deallocate()
        terms.deallocate()
    }

    /// Appends one entry for each distinct bucket of `text`, with its count, in order of first occurrence.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8, normalised.
    ///   - base: First bucket of the text's field.
    ///   - bits: The field has 2^bits buckets; `base + 2^bits` is at most 2²⁴.
    ///   - entries: Where to append.
    package mutating func count(
        _ text: UnsafeBufferPointer<UInt8>, base: UInt32, bits: Int, into entries: inout EntryBuffer
    ) {
        tally.begin(min(text.count * Self.orders.count, 1 << bits))
        var hasher = GramHasher(text, base: base, bits: bits)
        while let count = hasher.fill(buckets, terms) {
            tally.add(UnsafeBufferPointer(start: buckets, count: count))
        }
        tally.end(&entries)
    }
}
