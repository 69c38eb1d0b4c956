import Foundation
import ParallelWork

/// A corpus that can be read from its start as often as needed, in batches, so that memory does not grow with it.
///
/// A file is read from where it lies. What can be read once only (standard input, a pipe) is kept: in memory where it is
/// small, else in a scratch file.
public struct RecordStream: Sendable {
    /// The name of standard input.
    public static let standardInput = "-"
    /// Bytes of a batch, about.
    static let batchSize = 1 << 20
    /// Batches that are worked on between two looks at the results, for each worker.
    private static let batchesPerWorker = 8

    /// The file as it was named; `-` is standard input.
    public let path: String
    /// The format that the corpus is read in.
    public let format: RecordFormat
    /// Whether ``format`` was found from the content.
    public let formatWasDetected: Bool

    private let content: Content

    private enum Content: Sendable {
        case memory(FileContent)
        case file(OpenDescriptor)
    }

    /// Opens the corpus at `path`.
    ///
    /// - Parameters:
    ///   - format: How it is written; nil finds it from the content.
    ///   - memoryLimit: The most bytes of a pipe that are kept in memory.
    /// - Throws: ``RecordError``.
    public init(path: String, format: RecordFormat? = nil, memoryLimit: Int = 1 << 26) throws(RecordError) {
        let descriptor = try OpenDescriptor(path: path)
        self.path = path
        if descriptor.isSeekable {
            content = .file(descriptor)
        } else {
            content = try Self.keep(DescriptorByteSource(descriptor, path: path), memoryLimit: memoryLimit)
        }
        formatWasDetected = format == nil
        if let format {
            self.format = format
        } else {
            self.format = RecordFormat.detect(try Self.start(of: Self.source(content, path: path)))
        }
    }

    /// A corpus that is in memory; `path` stands for it in locations.
    init(bytes: [UInt8], path: String, format: RecordFormat?) {
        self.path = path
        formatWasDetected = format == nil
        self.format = format ?? RecordFormat.detect(bytes)
        content = .memory(
            FileContent(bytes: bytes + [UInt8](repeating: 0, count: RecordStorage.padding), count: bytes.count))
    }

    private static func keep(_ source: any ByteSource, memoryLimit: Int) throws(RecordError) -> Content {
        var prefix: [UInt8] = []
        if let content = try FileContent.read(source, expecting: nil, limit: memoryLimit, prefix: &prefix) {
            return .memory(content)
        }
        let scratch = try ScratchFile()
        var buffer = prefix
        while !buffer.isEmpty {
            try scratch.append(buffer)
            buffer = try read(source, atMost: 1 << 20)
        }
        return .file(try scratch.finish())
    }

    private static func read(_ source: any ByteSource, atMost count: Int) throws(RecordError) -> [UInt8] {
        var failure: RecordError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            do throws(RecordError) {
                initialized = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
            } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Enough of the start to tell the format by.
    private static func start(of source: any ByteSource) throws(RecordError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < 1 << 16 {
            let more = try read(source, atMost: 1 << 16)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    private static func source(_ content: Content, path: String) -> any ByteSource {
        switch content {
        case .memory(let content): MemoryByteSource(content)
        case .file(let descriptor): DescriptorByteSource(descriptor, path: path)
        }
    }

    /// The corpus as one table, or nil where it has more than `limit` bytes.
    ///
    /// - Parameters:
    ///   - named: Fields that must be there under the names given.
    ///   - onError: What to do about lines that are no records. Where every line is left out, the first error is thrown.
    ///   - workers: The threads to read with; they do not change the result.
    /// - Throws: As ``RecordTable/read(path:format:named:onError:workers:)``.
    public func table(
        limit: Int = .max, named: [FieldPath] = [], onError: ErrorPolicy = .stop, workers: WorkerPool = WorkerPool()
    ) throws(RecordError) -> RecordTable? {
        let whole: FileContent
        switch content {
        case .memory(let content):
            guard content.count <= limit else { return nil }
            whole = content
        case .file(let descriptor):
            guard descriptor.size ?? 0 <= limit else { return nil }
            var prefix: [UInt8] = []
            guard
                let content = try FileContent.read(
                    Self.source(content, path: path), expecting: descriptor.size, limit: limit, prefix: &prefix)
            else { return nil }
            whole = content
        }
        return try RecordTable.read(
            whole, path: path, format: format, formatWasDetected: formatWasDetected, named: named, onError: onError,
            workers: workers)
    }

    /// Reads the corpus batch by batch.
    ///
    /// - Parameters:
    ///   - named: Fields to read under the names given; a batch in which no record has one has no column for it.
    ///   - state: What each worker keeps for itself (a tokenizer, a scratch buffer).
    ///   - process: Called for each batch, several at a time. Lines that are no records are in the batch's
    ///     ``RecordTable/skipped``.
    ///   - consume: Called with the results one after another, in the order of the corpus.
    /// - Returns: Bytes and digest of what was read.
    /// - Throws: ``RecordError`` where the bytes cannot be read, and what `process` and `consume` throw.
    @discardableResult
    public func forEachBatch<State, Result: Sendable>(
        named: [FieldPath] = [], workers: WorkerPool, state: @escaping @Sendable () -> State,
        process: @Sendable (RecordTable, inout State) throws -> Result, consume: (Result) throws -> Void
    ) throws -> (byteCount: Int, digest: String) {
        var pieces = PieceReader(Self.source(content, path: path), size: Self.batchSize)
        let states = StatePool(state)
        var isAtEnd = false
        while !isAtEnd {
            var round: [Piece] = []
            while round.count < Self.batchesPerWorker * workers.workers, !isAtEnd {
                if let piece = try pieces.next() { round.append(piece) } else { isAtEnd = true }
            }
            let ready = round
            let results = workers.map(ready.count, state: { states.lend() }) { item, lent in
                Swift.Result {
                    try process(
                        RecordTable.read(ready[item], path: path, format: format, named: named), &lent.state)
                }
            }
            for result in results { try consume(try result.get()) }
        }
        return (pieces.byteCount, pieces.digest)
    }
}
