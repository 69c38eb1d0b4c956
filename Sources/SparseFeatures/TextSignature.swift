/// A sketch of a text's set of n-grams, from which the overlap of two texts can be estimated: one-permutation MinHash
/// (Li, Owen & Zhang 2012), empty bins filled from the next (Shrivastava & Li 2014).
///
/// The share of bins in which two sketches agree estimates the Jaccard index of their n-gram sets, with a standard error of
/// at most 0.09.
enum TextSignature {
    /// Bins of a sketch.
    static let bins = 32

    /// Appends the sketch of the packed entries of one text; all zeros for a text of fewer n-grams than bins, which is too
    /// short to compare.
    static func append(of entries: UnsafeBufferPointer<UInt32>, to signatures: inout [UInt32]) {
        guard entries.count >= bins else {
            signatures.append(contentsOf: repeatElement(0, count: bins))
            return
        }
        // Memory rather than a vector: a vector lane with a variable index goes through memory anyway, with all lanes at once.
        // No branch on the hashes, which are unpredictable.
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: bins) { least in
            least.initialize(repeating: .max)
            for entry in entries {
                let hash = FeatureHasher.mix(UInt64(entry &>> 8), 0x51C7)
                let bin = Int(hash &>> 59)
                least[bin] = min(least[bin], UInt32(truncatingIfNeeded: hash) | 1)
            }
            for bin in 0..<bins {
                var source = bin
                while least[source] == .max { source = (source + 1) % bins }
                signatures.append(least[source])
            }
        }
    }
}
