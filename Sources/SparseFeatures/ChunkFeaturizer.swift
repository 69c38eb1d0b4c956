import TextTokens

/// Turns segments into a ``FeatureChunk``. One per worker: it owns an ICU iterator and reusable buffers.
final class ChunkFeaturizer {
    private let normalizer: TextNormalizer
    private let tokenizer: WordTokenizer
    private var words = WordCounter()
    private var grams = NGrams()
    private var gramBuffer = EntryBuffer()
    private var store = EntryStore()
    private let frequencies: BucketTally?

    /// - Parameter frequencies: Counts in how many segments each n-gram bucket occurs.
    init(frequencies: BucketTally? = nil) throws {
        self.frequencies = frequencies
        normalizer = try TextNormalizer()
        tokenizer = try WordTokenizer()
    }

    /// - Parameters:
    ///   - segments: Consecutive segments of one field.
    ///   - bits: The field's n-gram buckets are `field << bits ..< (field + 1) << bits`.
    ///   - sketched: Whether to make sketches of the texts.
    ///   - ordered: Whether to keep the order of the words.
    func featurize(
        _ source: some SegmentSource, _ segments: Range<Int>, field: Int, bits: Int, sketched: Bool, ordered: Bool
    ) -> FeatureChunk {
        var chunk = FeatureChunk(
            segments: segments, field: field, wordEntries: [], wordCounts: [], wordHashes: [], wordFrequencies: [],
            termBytes: [], termEnds: [], grams: EntryRun(), gramCounts: [], signatures: [], surface: [])
        chunk.wordCounts.reserveCapacity(segments.count)
        chunk.gramCounts.reserveCapacity(segments.count)
        chunk.surface.reserveCapacity(segments.count * SurfaceFeatures.count)
        if sketched { chunk.signatures.reserveCapacity(segments.count * TextSignature.bins) }
        let seed = FieldSeed.of(field)
        for segment in segments {
            source.withUTF8(segment) { raw in
                SurfaceFeatures.append(of: raw, to: &chunk.surface)
                let text = normalizer.normalize(raw)
                let gramsBefore = gramBuffer.count
                grams.count(text, base: UInt32(field) << UInt32(bits), bits: bits, into: &gramBuffer)
                if sketched {
                    gramBuffer.withEntries(from: gramsBefore) { TextSignature.append(of: $0, to: &chunk.signatures) }
                }
                chunk.gramCounts.append(Int32(gramBuffer.count - gramsBefore))
                chunk.wordCounts.append(words.count(text, tokenizer, seed, ordered: ordered, &chunk))
            }
        }
        words.finish(&chunk)
        gramBuffer.withEntries { entries in
            frequencies?.add(entries)
            chunk.grams = store.keep(entries)
        }
        gramBuffer.removeAll()
        return chunk
    }
}

/// Numbers and counts the words of one chunk.
private struct WordCounter {
    /// Where a word occurred last, and in how many segments it occurs.
    private struct Place {
        var segment: Int32
        /// Its entry in the buffer.
        var entry: Int32
        var frequency: Int32
    }

    private var tokens: [WordToken] = []
    private var vocabulary = HashIndex(capacity: 1 << 14)
    /// By local word number.
    private var places: [Place] = []
    private var entries: [UInt32] = []
    private var segment: Int32 = 0

    /// Adds the words of the next text; returns how many distinct ones there are.
    mutating func count(
        _ text: UnsafeBufferPointer<UInt8>, _ tokenizer: WordTokenizer, _ seed: UInt64, ordered: Bool,
        _ chunk: inout FeatureChunk
    ) -> Int32 {
        tokenizer.tokenize(text, into: &tokens)
        let before = entries.count
        let orderedBefore = chunk.orderedWords.count
        for token in tokens {
            guard token.isWord else {
                if ordered, !Self.isGap(text, token) { chunk.orderedWords.append(-1) }
                continue
            }
            let word = UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end)])
            let (number, isNew) = vocabulary.insert(FeatureHasher.hash(word, seed: seed))
            if isNew {
                places.append(Place(segment: segment, entry: Int32(entries.count), frequency: 1))
                entries.append(UInt32(number) << 8 | 1)
                chunk.termBytes.append(contentsOf: word)
                chunk.termEnds.append(Int32(chunk.termBytes.count))
            } else if places[number].segment == segment {
                let entry = Int(places[number].entry)
                if entries[entry] & 0xFF < 0xFF { entries[entry] += 1 }
            } else {
                let frequency = places[number].frequency + 1
                places[number] = Place(segment: segment, entry: Int32(entries.count), frequency: frequency)
                entries.append(UInt32(number) << 8 | 1)
            }
            if ordered { chunk.orderedWords.append(Int32(truncatingIfNeeded: number)) }
        }
        if ordered { chunk.orderCounts.append(Int32(truncatingIfNeeded: chunk.orderedWords.count - orderedBefore)) }
        segment += 1
        return Int32(entries.count - before)
    }

    /// Whether a token between words is only blanks, so that the words count as adjacent.
    @inline(__always)
    private static func isGap(_ text: UnsafeBufferPointer<UInt8>, _ token: WordToken) -> Bool {
        for byte in text[Int(token.start)..<Int(token.end)] where byte != 0x20 && byte != 0x09 { return false }
        return true
    }

    /// Moves the counts into the chunk and starts again, keeping the memory.
    mutating func finish(_ chunk: inout FeatureChunk) {
        chunk.wordEntries = Array(entries[...])
        chunk.wordHashes = Array(vocabulary.hashes[...])
        chunk.wordFrequencies = places.map(\.frequency)
        vocabulary.removeAll()
        places.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        segment = 0
    }
}

/// The seed that keeps the same word in two fields apart.
enum FieldSeed {
    static func of(_ field: Int) -> UInt64 { FeatureHasher.mix(UInt64(field) &+ 1, 0x7E97_5417) }
}
