/// The features of consecutive segments of one field, before features are numbered: what one worker produces at a time.
struct FeatureChunk: Sendable {
    var segments: Range<Int>
    var field: Int
    /// Words by local number, packed as in ``SparseMatrix``; and the number of entries of each segment.
    var wordEntries: [UInt32]
    var wordCounts: [Int32]
    /// By local number: hash, number of segments with the word, and where its bytes end.
    var wordHashes: [UInt64]
    var wordFrequencies: [Int32]
    var termBytes: [UInt8]
    var termEnds: [Int32]
    /// All words of each segment in order, by local number, -1 for a break between words; and the number per segment.
    var orderedWords: [Int32] = []
    var orderCounts: [Int32] = []
    /// Character n-grams by bucket, packed likewise.
    var grams: EntryRun
    var gramCounts: [Int32]
    /// Sketches, segments × ``TextSignature/bins``; empty for fields that are not compared.
    var signatures: [UInt32] = []
    /// Surface features, row-major, segments × ``SurfaceFeatures/names``.
    var surface: [Float]

    /// Keeps the entries whose renumbered feature is not negative, under their new numbers, in memory of exactly their size.
    @inline(__always)
    static func renumber(_ entries: inout [UInt32], _ counts: inout [Int32], _ number: (UInt32) -> Int32) {
        var read = 0
        var written = 0
        entries.withUnsafeMutableBufferPointer { entries in
            for segment in counts.indices {
                let start = written
                for position in read..<read + Int(counts[segment]) {
                    let entry = entries[position]
                    let feature = number(entry &>> 8)
                    // Always written, and kept by advancing: whether a feature stays is unpredictable to a branch.
                    entries[written] = UInt32(truncatingIfNeeded: feature) &<< 8 | entry & 0xFF
                    written &+= feature >= 0 ? 1 : 0
                }
                read += Int(counts[segment])
                counts[segment] = Int32(written - start)
            }
        }
        entries = Array(entries[..<written])
    }
}
