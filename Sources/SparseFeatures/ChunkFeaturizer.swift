import TextTokens

/// Turns segments into a ``FeatureChunk``. One a worker: it owns an ICU iterator and the buffers that are used again.
final class ChunkFeaturizer {
    private let normalizer: TextNormalizer
    private let tokenizer: WordTokenizer
    private var tokens: [WordToken] = []
    private var vocabulary = HashIndex(capacity: 1 << 14)
    private var grams = NGrams()
    private var wordBuffer = EntryBuffer()
    private var gramBuffer = EntryBuffer()
    /// By local word number: the last segment that held it, and its entry there.
    private var lastSegment: [Int32] = []
    private var lastEntry: [Int32] = []

    init() throws {
        normalizer = try TextNormalizer()
        tokenizer = try WordTokenizer()
    }

    /// - Parameters:
    ///   - segments: Consecutive segments of one field.
    ///   - bits: The field's n-gram buckets are `field << bits ..< (field + 1) << bits`.
    ///   - sketched: Whether to make sketches of the texts.
    func featurize(
        _ source: some SegmentSource, _ segments: Range<Int>, field: Int, bits: Int, sketched: Bool
    ) -> FeatureChunk {
        vocabulary.removeAll()
        lastSegment.removeAll(keepingCapacity: true)
        lastEntry.removeAll(keepingCapacity: true)
        var chunk = FeatureChunk(
            segments: segments, field: field, wordEntries: [], wordCounts: [], wordHashes: [], wordFrequencies: [],
            termBytes: [], termEnds: [], gramEntries: [], gramCounts: [], signatures: [], surface: [])
        chunk.wordCounts.reserveCapacity(segments.count)
        chunk.gramCounts.reserveCapacity(segments.count)
        chunk.surface.reserveCapacity(segments.count * SurfaceFeatures.count)
        let seed = FieldSeed.of(field)
        for segment in segments {
            source.withUTF8(segment) { raw in
                SurfaceFeatures.append(of: raw, to: &chunk.surface)
                let text = normalizer.normalize(raw)
                let gramsBefore = gramBuffer.count
                grams.count(text, base: UInt32(field) << UInt32(bits), bits: bits, into: &gramBuffer)
                if sketched {
                    let grams = UnsafeBufferPointer(
                        start: gramBuffer.base + gramsBefore, count: gramBuffer.count - gramsBefore)
                    TextSignature.append(of: grams, to: &chunk.signatures)
                }
                chunk.gramCounts.append(Int32(gramBuffer.count - gramsBefore))
                chunk.wordCounts.append(countWords(text, Int32(segment - segments.lowerBound), seed, &chunk))
            }
        }
        chunk.wordEntries = wordBuffer.drain()
        chunk.gramEntries = gramBuffer.drain()
        chunk.wordHashes = vocabulary.hashes
        return chunk
    }

    /// Appends the words of one text; returns how many distinct ones there are.
    private func countWords(
        _ text: UnsafeBufferPointer<UInt8>, _ segment: Int32, _ seed: UInt64, _ chunk: inout FeatureChunk
    ) -> Int32 {
        tokenizer.tokenize(text, into: &tokens)
        wordBuffer.reserve(tokens.count)
        let before = wordBuffer.count
        for token in tokens where token.isWord {
            let word = UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end)])
            let (number, isNew) = vocabulary.insert(FeatureHasher.hash(word, seed: seed))
            if isNew {
                lastSegment.append(-1)
                lastEntry.append(0)
                chunk.wordFrequencies.append(0)
                chunk.termBytes.append(contentsOf: word)
                chunk.termEnds.append(Int32(chunk.termBytes.count))
            }
            if lastSegment[number] == segment {
                let position = Int(lastEntry[number])
                if wordBuffer.base[position] & 0xFF < 0xFF { wordBuffer.base[position] += 1 }
            } else {
                lastSegment[number] = segment
                lastEntry[number] = Int32(wordBuffer.count)
                chunk.wordFrequencies[number] += 1
                wordBuffer.base[wordBuffer.count] = UInt32(number) << 8 | 1
                wordBuffer.count += 1
            }
        }
        return Int32(wordBuffer.count - before)
    }
}

/// The seed that keeps one word in two fields apart.
enum FieldSeed {
    static func of(_ field: Int) -> UInt64 { FeatureHasher.mix(UInt64(field) &+ 1, 0x7E97_5417) }
}
