import Foundation
import ParallelWork

/// A corpus that can be read from its start as often as needed, in batches, so that memory does not grow with it.
///
/// A file is read in place. What can be read only once (standard input, a pipe) is kept: in memory if it is small, else
/// encrypted in a scratch file.
package struct RereadableRecords: Sendable {
    /// The name of standard input.
    package static let standardInput = "-"
    /// Approximate size of a batch in bytes.
    static let batchSize = 1 << 20
    /// Batches per worker that are processed before results are consumed.
    private static let batchesPerWorker = 8

    /// The file as it was named; `-` is standard input.
    package let path: String
    /// The format that the corpus is read in.
    package var format: RecordFormat { layout.format }
    /// Whether ``format`` was found from the content.
    package let formatWasDetected: Bool

    /// The encoding that the corpus is converted to UTF-8 from.
    package var encoding: CharacterEncoding { conversion.encoding }
    /// How the file is compressed; nil if it is not.
    package var packing: Packing? { conversion.packing }
    /// Whether the file is compressed.
    package var isCompressed: Bool { packing != nil }
    /// What the user should know about how the file is read.
    package let remarks: [ReadingRemark]

    /// The number of tabs in each of the first lines of a file taken for plain text, if it is the same in all: it may be a
    /// table.
    package let tabs: Int?

    /// The header row, where the corpus is a table.
    package var tableHeader: TableHeader? { TableHeader(layout, hasMark: hasMark) }

    private let conversion: TextConversion
    private let layout: any RecordLayout
    private let hasMark: Bool
    private let content: Content

    private enum Content: Sendable {
        case memory(FileContent)
        case file(OpenDescriptor)
        case sealed(SealedScratch)

        /// Bytes in all, where they are not in memory and that is known.
        var sizeOnDisk: Int? {
            switch self {
            case .memory: nil
            case .file(let descriptor): descriptor.size
            case .sealed(let scratch): scratch.size
            }
        }
    }

    /// Opens the corpus at `path`.
    ///
    /// - Parameters:
    ///   - format: Its format; nil for what `reading` says.
    ///   - reading: What was said about how to read it.
    ///   - onError: With ``ErrorPolicy/skip``, lines in another encoding than the first ones are left to the reader to skip.
    ///   - memoryLimit: The most bytes of a pipe that are kept in memory.
    /// - Throws: ``RecordError``.
    package init(
        path: String, format: RecordFormat? = nil, reading: ReadingOptions = ReadingOptions(), onError: ErrorPolicy = .stop,
        memoryLimit: Int = 1 << 26
    ) throws(RecordError) {
        let descriptor = try OpenDescriptor(path: path)
        let content: Content
        if descriptor.isSeekable {
            content = .file(descriptor)
        } else {
            content = try Self.keep(DescriptorByteSource(descriptor, path: path), memoryLimit: memoryLimit)
        }
        try self.init(content, path: path, reading: reading.with(format), onError: onError)
    }

    /// A corpus that is in memory; `path` stands for it in locations.
    /// - Throws: As ``init(path:format:onError:memoryLimit:)``.
    package init(
        bytes: [UInt8], path: String, format: RecordFormat?, reading: ReadingOptions = ReadingOptions(),
        onError: ErrorPolicy = .stop
    ) throws(RecordError) {
        let content = FileContent(
            bytes: bytes + [UInt8](repeating: 0, count: FileContent.padding), count: bytes.count)
        try self.init(.memory(content), path: path, reading: reading.with(format), onError: onError)
    }

    private init(
        _ content: Content, path: String, reading: ReadingOptions, onError: ErrorPolicy
    ) throws(RecordError) {
        let source = try CorpusSource(Self.raw(content, path: path), path: path, options: reading, policy: onError)
        self.path = path
        self.content = content
        formatWasDetected = reading.format == nil
        conversion = source.conversion
        remarks = source.remarks
        layout = source.layout
        tabs = source.tabs
        hasMark = source.markSize > 0
    }

    /// Whether the text is not the file's own bytes.
    private var isConverted: Bool { conversion.isNeeded }

    /// The text that `raw` is converted to.
    private func text(of raw: any ByteSource) throws(RecordError) -> any ByteSource {
        try conversion.text(of: raw, path: path)
    }

    private static func keep(_ source: any ByteSource, memoryLimit: Int) throws(RecordError) -> Content {
        var prefix: [UInt8] = []
        if let content = try FileContent.read(source, expecting: nil, limit: memoryLimit, prefix: &prefix) {
            return .memory(content)
        }
        return .sealed(try SealedScratch(prefix: prefix, then: source))
    }

    private static func raw(_ content: Content, path: String) -> any ByteSource {
        switch content {
        case .memory(let content): MemoryByteSource(content)
        case .file(let descriptor): DescriptorByteSource(descriptor, path: path)
        case .sealed(let scratch): SealedByteSource(scratch, path: path)
        }
    }

    /// The corpus as one table, or nil where it has more than `limit` bytes.
    ///
    /// - Parameters:
    ///   - named: Fields that must be there under the names given.
    ///   - onError: What to do about lines that are not records. Where every line is left out, the first error is thrown.
    ///   - workers: The threads to read with; they do not change the result.
    /// - Throws: As ``RecordTable/read(path:format:named:onError:workers:)``.
    package func table(
        limit: Int = .max, named: [FieldPath] = [], onError: ErrorPolicy = .stop, workers: WorkerPool = WorkerPool()
    ) throws(RecordError) -> RecordTable? {
        let raw = DigestingByteSource(Self.raw(content, path: path))
        let whole: FileContent
        if case .memory(let content) = content, !isConverted {
            guard content.count <= limit else { return nil }
            whole = content
        } else {
            let size = content.sizeOnDisk
            guard isConverted || size ?? 0 <= limit else { return nil }
            if !isConverted, case .file(let file) = content, let size,
                let content = try FileContent.read(file, size: size, path: path, workers: workers)
            {
                whole = content
            } else {
                var prefix: [UInt8] = []
                guard
                    let content = try FileContent.read(
                        isConverted ? text(of: raw) : Self.raw(content, path: path), expecting: isConverted ? nil : size,
                        limit: limit, prefix: &prefix)
                else { return nil }
                whole = content
            }
        }
        var table = try RecordTable.read(
            whole, path: path, layout: layout, formatWasDetected: formatWasDetected, named: named, onError: onError,
            workers: workers)
        table.encoding = encoding
        table.packing = packing
        table.remarks = remarks
        table.tabs = tabs
        if isConverted { table.file = (raw.byteCount, raw.digest) }
        return table
    }

    /// Reads the corpus batch by batch.
    ///
    /// - Parameters:
    ///   - named: Fields to read under the names given; a batch in which no record has one has no column for it.
    ///   - state: What each worker keeps for itself (a tokenizer, a scratch buffer).
    ///   - process: Called for each batch, several at a time. Lines that are not records are in the batch's
    ///     ``RecordTable/skipped``.
    ///   - consume: Called with the results one after another, in the order of the corpus.
    /// - Returns: Bytes and digest of what was read.
    /// - Throws: ``RecordError`` where the bytes cannot be read, and what `process` and `consume` throw.
    @discardableResult
    package func forEachBatch<State, Result: Sendable>(
        named: [FieldPath] = [], workers: WorkerPool, state: @escaping @Sendable () -> State,
        process: @Sendable (RecordTable, inout State) throws -> Result, consume: (Result) throws -> Void
    ) throws -> (byteCount: Int, digest: String) {
        let raw = Self.raw(content, path: path)
        // Without a conversion the pieces have the file's own bytes, and are hashed anyway.
        let hashed = DigestingByteSource(raw)
        var pieces = PieceReader(isConverted ? try text(of: hashed) : raw, layout: layout, size: Self.batchSize)
        let states = StatePool(state)
        var isAtEnd = false
        while !isAtEnd {
            var round: [Piece] = []
            // By bytes: of a line that is too long each piece has as much as a record may have.
            var room = Self.batchesPerWorker * workers.count * Self.batchSize
            while room > 0, !isAtEnd {
                if let piece = try pieces.next() {
                    room -= max(piece.count, Self.batchSize)
                    round.append(piece)
                } else {
                    isAtEnd = true
                }
            }
            let ready = round
            let results = workers.map(ready.count, state: { states.lend() }) { item, lent in
                Swift.Result {
                    try process(
                        RecordTable.read(ready[item], path: path, layout: layout, named: named), &lent.state)
                }
            }
            for result in results { try consume(try result.get()) }
        }
        return isConverted ? (hashed.byteCount, hashed.digest) : (pieces.byteCount, pieces.digest)
    }
}
