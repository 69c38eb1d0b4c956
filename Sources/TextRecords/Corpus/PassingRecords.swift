import Foundation
import ParallelWork
import Synchronization

/// Files that are read once, one after another, as their bytes arrive: for a filter.
///
/// Nothing is kept: memory is that of a few batches, whatever passes through, and while a pipe is idle what it has delivered so
/// far is processed. What is read does not depend on how the bytes arrive. (On a pipe, JSON lines are recognised by the first
/// line, so that a later line in another encoding is an error there.)
package struct PassingRecords: Sendable {
    /// Batches that were read and not yet consumed: so many per worker, and so many more in all.
    private static let aheadPerWorker = 2
    private static let ahead = 2

    private let paths: [String]
    private let reading: ReadingOptions
    private let onError: ErrorPolicy
    private let isStopped: (@Sendable () -> Bool)?

    /// - Parameters:
    ///   - paths: At least one; `-` is standard input.
    ///   - format: Their format; nil for what `reading` says.
    ///   - reading: What was said about how to read them.
    ///   - onError: As in ``RereadableRecords/init(path:format:reading:onError:memoryLimit:)``.
    ///   - isStopped: Polled now and then; once it is true, reading ends with ``RecordError/stopped``.
    /// - Throws: ``RecordError`` where a file is not there.
    package init(
        paths: [String], format: RecordFormat? = nil, reading: ReadingOptions = ReadingOptions(), onError: ErrorPolicy = .stop,
        isStopped: (@Sendable () -> Bool)? = nil
    ) throws(RecordError) {
        precondition(!paths.isEmpty, "a flow has a file")
        // Reported before the first record is written, not after hours.
        for path in paths where path != StandardInput.name && !FileName.exists(path) {
            throw .fileMissing(path: path)
        }
        self.paths = paths
        self.reading = reading.with(format)
        self.onError = onError
        self.isStopped = isStopped
    }

    /// A file that is being read.
    private final class Reading {
        let path: String
        let layout: any RecordLayout
        var pieces: PieceReader
        /// Whether nothing but blanks was read.
        var isBlank = true

        init(_ path: String, _ flow: PassingRecords, isStopped: @escaping @Sendable () -> Bool) throws(RecordError) {
            let descriptor = try OpenDescriptor(path: path)
            let source = try CorpusSource(
                DescriptorByteSource(descriptor, path: path, isStopped: isStopped), path: path, options: flow.reading,
                policy: flow.onError, isLive: descriptor.size == nil)
            self.path = path
            layout = source.layout
            pieces = PieceReader(source.text, layout: source.layout, size: RereadableRecords.batchSize)
        }
    }

    /// Whether an error has ended the flow: a thread waiting for a silent pipe then stops waiting.
    private final class Ending: Sendable {
        private let hasFailed = Atomic<Bool>(false)
        var isThere: Bool { hasFailed.load(ordering: .relaxed) }

        func noting<Output>(_ body: () throws -> Output) throws -> Output {
            do {
                return try body()
            } catch {
                hasFailed.store(true, ordering: .relaxed)
                throw error
            }
        }
    }

    /// Reads all files batch by batch.
    ///
    /// - Parameters:
    ///   - named: Fields to read under the names given; a batch in which no record has one has no column for it.
    ///   - state: What each worker keeps for itself.
    ///   - process: Called for each batch, several at a time. Lines that are not records are in the batch's
    ///     ``RecordTable/skipped``. No batch has records of two files.
    ///   - consume: Called with the results one after another, in the order of the files, each as soon as all before it are
    ///     consumed.
    /// - Throws: The first error in the order of the files: ``RecordError`` where the bytes cannot be read, and what `process`
    ///   and `consume` throw.
    package func forEachBatch<State, Output: Sendable>(
        named: [FieldPath], workers: WorkerPool, state: @escaping @Sendable () -> State,
        process: @escaping @Sendable (RecordTable, inout State) throws -> Output,
        consume: @escaping (Output) throws -> Void
    ) throws {
        try FieldPath.checkNames(named)
        let ending = Ending()
        let isStopped: @Sendable () -> Bool = { [isStopped] in ending.isThere || isStopped?() ?? false }
        var left = paths[...]
        var current: Reading?
        try workers.inOrder(ahead: workers.count * Self.aheadPerWorker + Self.ahead) {
            () -> (Piece, String, any RecordLayout)? in
            while true {
                if isStopped() { throw RecordError.stopped }
                if let reading = current {
                    if let piece = try reading.pieces.next() {
                        reading.isBlank = reading.isBlank && piece.isBlank
                        return (piece, reading.path, reading.layout)
                    }
                    if reading.isBlank, reading.layout.needsContent { throw RecordError.fileEmpty(path: reading.path) }
                    current = nil
                }
                guard let path = left.popFirst() else { return nil }
                current = try Reading(path, self, isStopped: isStopped)
            }
        } state: {
            state()
        } process: { item, own in
            try ending.noting { try process(RecordTable.read(item.0, path: item.1, layout: item.2, named: named), &own) }
        } consume: { output in
            try ending.noting { try consume(output) }
        }
    }
}
