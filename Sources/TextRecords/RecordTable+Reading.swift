import ParallelWork
import Synchronization

extension RecordTable {
    /// Reads a corpus.
    ///
    /// A byte order mark at the start is looked past, blank lines count as lines but not as records, lines may end in
    /// CRLF, and the last line needs no newline.
    ///
    /// - Parameters:
    ///   - path: The file; `-` is standard input.
    ///   - format: How the file is written; nil finds it from the content.
    ///   - named: Fields that must be there under the names given.
    ///   - onError: What to do about lines that are no records. Where every line is left out, the first error is thrown.
    ///   - workers: The threads to read with; they do not change the result.
    /// - Throws: ``RecordError``: for the file, for the first line that is no record (with ``ErrorPolicy/stop``), or for a
    ///   named field that no record has.
    public static func read(
        path: String, format: RecordFormat? = nil, named: [FieldPath] = [], onError: ErrorPolicy = .stop,
        workers: WorkerPool = WorkerPool()
    ) throws(RecordError) -> RecordTable {
        let content = try FileContent.read(path: path)
        return try read(content, path: path, format: format, named: named, onError: onError, workers: workers)
    }

    /// Reads a corpus that is in memory already; `path` stands for it in locations.
    /// - Throws: As ``read(path:format:named:onError:workers:)``.
    public static func read(
        bytes: [UInt8], path: String, format: RecordFormat? = nil, named: [FieldPath] = [], onError: ErrorPolicy = .stop,
        workers: WorkerPool = WorkerPool()
    ) throws(RecordError) -> RecordTable {
        let content = FileContent(
            bytes: bytes + [UInt8](repeating: 0, count: RecordStorage.padding), count: bytes.count)
        return try read(content, path: path, format: format, named: named, onError: onError, workers: workers)
    }

    private static func read(
        _ content: FileContent, path: String, format: RecordFormat?, named: [FieldPath], onError policy: ErrorPolicy,
        workers: WorkerPool
    ) throws(RecordError) -> RecordTable {
        for (position, field) in named.enumerated() where named[..<position].contains(where: { $0.name == field.name }) {
            throw .fieldNamedTwice(field.name)
        }
        let source = try CorpusSource(
            MemoryByteSource(content.bytes, count: content.count), path: path, format: format, policy: policy)
        let layout = source.layout
        let isAsItLies = source.encoding == .utf8 && !source.isCompressed
        let text = isAsItLies ? content : try FileContent(all: source.text)
        let textStart = isAsItLies ? source.markSize : 0
        let chunks = readChunks(of: text, from: textStart, layout: layout, policy: policy, workers: workers) {
            layout.reader(named: named)
        }
        let (errors, errorCount) = errors(of: chunks, path: path)
        if let first = errors.first, policy == .stop || chunks.allSatisfy(\.records.isEmpty) { throw first }

        let assembly = TableAssembly(content: text, chunks: chunks, named: named, workers: workers)
        guard !assembly.records.isEmpty else { throw .fileEmpty(path: path) }
        if let field = assembly.absentField {
            throw .fieldAbsent(path: path, field: field.path, available: assembly.fieldNames)
        }
        return RecordTable(
            path: path, format: source.format, formatWasDetected: format == nil, byteCount: content.count,
            digest: content.bytes.withUnsafeBufferPointer {
                Fingerprint.digest(of: UnsafeBufferPointer(rebasing: $0[..<content.count]))
            },
            skipped: errors, skippedCount: errorCount, columns: assembly.columns,
            fieldsLeftOut: assembly.fieldsLeftOut, encoding: source.encoding, isCompressed: source.isCompressed,
            layout: layout, fileColumns: source.format == .squad ? assembly.topLevel : [], storage: assembly.storage, records: assembly.records)
    }

    /// Reads the pieces of a file on all workers. After a fault with ``ErrorPolicy/stop`` later chunks may be empty.
    private static func readChunks(
        of content: FileContent, from textStart: Int, layout: RecordLayout, policy: ErrorPolicy, workers: WorkerPool, reader: @Sendable () -> any ChunkReader
    ) -> [RecordChunk] {
        content.bytes.withUnsafeBufferPointer { buffer in
            // Read only, and alive until all workers have returned.
            nonisolated(unsafe) let text = UnsafeBufferPointer(rebasing: buffer[textStart..<content.count])
            var borders = layout.borders()
            let ends = borders.pieceEnds(of: text, size: chunkSize)
            let firstFaulty = Atomic<Int>(Int.max)
            return workers.map(ends.count, state: reader) { index, reader in
                // A later chunk's error would not be the one that is thrown.
                if index > firstFaulty.load(ordering: .relaxed) { return RecordChunk() }
                let start = index == 0 ? 0 : ends[index - 1]
                let chunk = reader.read(
                    UnsafeBufferPointer(rebasing: text[start..<ends[index]]), index: index, offset: textStart + start,
                    isLast: index == ends.count - 1, policy: policy)
                if policy == .stop, chunk.faultCount > 0 { firstFaulty.min(index, ordering: .relaxed) }
                return chunk
            }
        }
    }

    /// The first errors in the order of the file, and how many there are.
    private static func errors(of chunks: [RecordChunk], path: String) -> (first: [RecordError], count: Int) {
        var first: [RecordError] = []
        var count = 0
        var linesBefore = 0
        for chunk in chunks {
            count += chunk.faultCount
            for fault in chunk.faults.prefix(maximumSkippedErrors - first.count) {
                first.append(fault.error(path: path, linesBefore: linesBefore))
            }
            linesBefore += chunk.lineCount
        }
        return (first, count)
    }
}
