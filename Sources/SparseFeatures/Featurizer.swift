import ParallelWork

/// The three views of a corpus pair, over the same segments.
package struct FeatureViews: Sendable {
    /// ICU words.
    package let words: SparseMatrix
    /// The words behind the columns of `words`.
    package let terms: TermTable
    /// Hashed character n-grams of 2 to 4 code points.
    package let grams: SparseMatrix
    /// The bucket behind each column of `grams`.
    package let gramBuckets: [Int32]
    /// The words of each segment in order; empty unless asked for.
    package let order: WordOrder
    /// Sketches of the texts of one field, its segments × bins, for ``NearDuplicates``.
    package let signatures: [UInt32]
    /// Length and script shares: row-major, segments × ``SurfaceFeatures/count``.
    package let surface: [Float]
}

/// Turns the distinct texts of a corpus pair into sparse rows.
///
/// Both sides are counted together, without their labels, so nothing here depends on which side a text came from. The result
/// depends on the texts, the options and ICU's version; not on threads.
package enum Featurizer {
    /// Text that one worker takes at a time, in UTF-8 bytes.
    private static let chunkBytes = 1 << 18

    /// - Parameters:
    ///   - groups: The groups that document frequencies count; nil to count segments.
    ///   - sketched: The field to make sketches of.
    ///   - ordered: Whether to keep the order of the words, four bytes per word, for ``TermGroups``.
    /// - Throws: ``TokenError`` if ICU cannot be opened.
    package static func featurize(
        _ source: some SegmentSource, groups: SegmentGroups? = nil, options: FeatureOptions = FeatureOptions(),
        sketched: Int = 0,
        ordered: Bool = false, workers: WorkerPool
    ) throws -> FeatureViews {
        let ranges = chunkRanges(source)
        let bits = bucketBits(fields: source.fieldCount, total: options.gramBucketBits)
        let frequencies = BucketFrequencies(buckets: source.fieldCount << bits)
        var chunks = try workers.map(
            ranges.count, state: { Result { try ChunkFeaturizer(frequencies: frequencies.makeTally()) } }
        ) { item, worker in
            worker.map {
                $0.featurize(
                    source, ranges[item].segments, field: ranges[item].field, bits: bits,
                    sketched: ranges[item].field == sketched, ordered: ordered)
            }
        }.map { try $0.get() }
        let groups = groups.flatMap { $0.isPlain ? nil : $0 }
        let documentsOf = (0..<source.fieldCount).map {
            groups?.count ?? source.fieldStarts[$0 + 1] - source.fieldStarts[$0]
        }
        let sums = frequencies.sum(workers)
        // What was counted are segments; they are also the entries that are kept.
        var documents = sums
        if let groups {
            let places = ChunkPlaces(chunks, \.gramCounts, segments: source.segmentCount)
            groups.correct(&documents) { segment, body in
                let (chunk, entries) = places[segment]
                chunks[chunk].grams.withEntries { all in
                    for entry in all[entries] { body(Int(entry &>> 8)) }
                }
            }
        }
        let words = numberWords(
            &chunks, documentsOf, options.minimumDocumentFrequency, groups, segments: source.segmentCount, workers)
        let surface = joined(&chunks, \.surface, workers)
        let signatures = joined(&chunks, \.signatures, workers)
        let wordRows = assemble(&chunks, \.wordEntries, \.wordCounts, words.weights, workers)
        let statistics = TermStatistics(
            frequencies: documents, minimum: options.gramMinimum(segments: source.segmentCount),
            segments: { documentsOf[$0 >> bits] }, precedes: { $0 < $1 }, workers: workers)
        let numbers = GramNumbers(buckets: statistics.kept, bucketCount: sums.count, weights: statistics.weights)
        let gramRows = GramAssembly.matrix(
            &chunks, numbers, entryCount: statistics.kept.reduce(0) { $0 + Int(sums[Int($1)]) },
            segments: source.segmentCount, workers)
        let order = WordOrder(
            counts: chunks.flatMap(\.orderCounts), words: joined(&chunks, \.orderedWords, workers))
        return FeatureViews(
            words: wordRows, terms: words.terms, grams: gramRows, gramBuckets: statistics.kept, order: order,
            signatures: signatures,
            surface: surface)
    }

    /// Consecutive segments of one field each, about ``chunkBytes`` long; the same for any number of workers.
    private static func chunkRanges(_ source: some SegmentSource) -> [(field: Int, segments: Range<Int>)] {
        var ranges: [(Int, Range<Int>)] = []
        for field in 0..<source.fieldCount {
            var start = source.fieldStarts[field]
            var bytes = 0
            for segment in source.fieldStarts[field]..<source.fieldStarts[field + 1] {
                bytes += source.utf8Count(segment)
                if bytes >= chunkBytes {
                    ranges.append((field, start..<segment + 1))
                    start = segment + 1
                    bytes = 0
                }
            }
            if start < source.fieldStarts[field + 1] { ranges.append((field, start..<source.fieldStarts[field + 1])) }
        }
        return ranges
    }

    /// Bits of n-gram buckets per field, so that all fields together stay within 2^total.
    package static func bucketBits(fields: Int, total: Int) -> Int {
        var bits = min(total, 24)
        while fields << bits > 1 << min(total, 24) && bits > 1 { bits -= 1 }
        return bits
    }

    private static func numberWords(
        _ chunks: inout [FeatureChunk], _ documentsOf: [Int], _ minimum: Int, _ groups: SegmentGroups?, segments: Int,
        _ workers: WorkerPool
    ) -> (terms: TermTable, weights: [Float]) {
        var vocabulary = HashIndex(capacity: 1 << 17)
        var frequencies: [Int32] = []
        var fields: [UInt16] = []
        var origins: [(chunk: Int32, local: Int32)] = []
        var global = [[Int32]](repeating: [], count: chunks.count)
        for (number, chunk) in chunks.enumerated() {
            global[number] = chunk.wordHashes.indices.map { local in
                let (word, isNew) = vocabulary.insert(chunk.wordHashes[local])
                if isNew {
                    frequencies.append(0)
                    fields.append(UInt16(chunk.field))
                    origins.append((Int32(number), Int32(local)))
                }
                frequencies[word] += chunk.wordFrequencies[local]
                return Int32(word)
            }
        }
        if let groups {
            let places = ChunkPlaces(chunks, \.wordCounts, segments: segments)
            groups.correct(&frequencies) { segment, body in
                let (chunk, entries) = places[segment]
                for entry in chunks[chunk].wordEntries[entries] { body(Int(global[chunk][Int(entry &>> 8)])) }
            }
        }
        let hashes = vocabulary.hashes
        let statistics = TermStatistics(
            frequencies: frequencies, minimum: minimum, segments: { documentsOf[Int(fields[$0])] },
            precedes: { hashes[Int($0)] < hashes[Int($1)] })
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for word in statistics.kept {
            let (number, local) = origins[Int(word)]
            let chunk = chunks[Int(number)]
            let start = local == 0 ? 0 : Int(chunk.termEnds[Int(local) - 1])
            bytes.append(contentsOf: chunk.termBytes[start..<Int(chunk.termEnds[Int(local)])])
            ends.append(bytes.count)
        }
        let numbers = global
        let renumbered = statistics.renumbered
        mutate(&chunks, workers) { item, chunk in
            let local = numbers[item]
            FeatureChunk.renumber(&chunk.wordEntries, &chunk.wordCounts) {
                renumbered[Int(local[Int($0)])]
            }
            for place in chunk.orderedWords.indices where chunk.orderedWords[place] >= 0 {
                chunk.orderedWords[place] = renumbered[Int(local[Int(chunk.orderedWords[place])])]
            }
            chunk.wordHashes = []
            chunk.wordFrequencies = []
            chunk.termBytes = []
            chunk.termEnds = []
        }
        let terms = TermTable(
            hashes: statistics.kept.map { hashes[Int($0)] }, fields: statistics.kept.map { fields[Int($0)] },
            bytes: bytes, ends: ends)
        return (terms, statistics.weights)
    }

    /// Where the entries of each segment are: in which chunk, and which of its entries.
    private struct ChunkPlaces {
        private var chunks: [Int32]
        private var starts: [Int]
        private var counts: [Int32]

        init(_ all: [FeatureChunk], _ counts: KeyPath<FeatureChunk, [Int32]>, segments: Int) {
            chunks = [Int32](repeating: 0, count: segments)
            starts = [Int](repeating: 0, count: segments)
            self.counts = [Int32](repeating: 0, count: segments)
            for (number, chunk) in all.enumerated() {
                var start = 0
                for (segment, count) in zip(chunk.segments, chunk[keyPath: counts]) {
                    (chunks[segment], starts[segment], self.counts[segment]) = (Int32(number), start, count)
                    start += Int(count)
                }
            }
        }

        subscript(segment: Int) -> (chunk: Int, entries: Range<Int>) {
            (Int(chunks[segment]), starts[segment]..<starts[segment] + Int(counts[segment]))
        }
    }

    /// Lets each chunk be modified in place by one worker.
    private static func mutate(
        _ chunks: inout [FeatureChunk], _ workers: WorkerPool, _ body: @Sendable (Int, inout FeatureChunk) -> Void
    ) {
        chunks.withUnsafeMutableBufferPointer { buffer in
            // Each item is one chunk, and the pool hands out each item once.
            nonisolated(unsafe) let chunks = buffer
            workers.forEach(chunks.count) { body($0, &chunks[$0]) }
        }
    }

    /// One array of the chunks' parts, freeing each part as it is copied.
    private static func joined<Element: Sendable & BitwiseCopyable>(
        _ chunks: inout [FeatureChunk], _ part: WritableKeyPath<FeatureChunk, [Element]> & Sendable, _ workers: WorkerPool
    ) -> [Element] {
        var starts = [0]
        for chunk in chunks { starts.append(starts[starts.count - 1] + chunk[keyPath: part].count) }
        let places = starts
        return [Element](unsafeUninitializedCapacity: places[chunks.count]) { buffer, initialized in
            // Each chunk fills its own range, and together the ranges are the whole.
            nonisolated(unsafe) let whole = buffer
            mutate(&chunks, workers) { item, chunk in
                let place = UnsafeMutableBufferPointer(rebasing: whole[places[item]..<places[item + 1]])
                _ = place.initialize(from: chunk[keyPath: part])
                chunk[keyPath: part] = []
            }
            initialized = buffer.count
        }
    }

    /// Joins the chunks' rows into a matrix.
    private static func assemble(
        _ chunks: inout [FeatureChunk], _ entries: WritableKeyPath<FeatureChunk, [UInt32]> & Sendable,
        _ counts: WritableKeyPath<FeatureChunk, [Int32]> & Sendable, _ weights: [Float], _ workers: WorkerPool
    ) -> SparseMatrix {
        var offsets = [0]
        for chunk in chunks {
            for count in chunk[keyPath: counts] { offsets.append(offsets[offsets.count - 1] + Int(count)) }
        }
        let all = joined(&chunks, entries, workers)
        for number in chunks.indices { chunks[number][keyPath: counts] = [] }
        return SparseMatrix(offsets: offsets, entries: all, featureWeights: weights, workers: workers)
    }
}
