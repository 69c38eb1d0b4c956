import Foundation
import ParallelWork
import Synchronization

extension RecordTable {
    /// A table over records that were taken out of a corpus.
    ///
    /// - Parameters:
    ///   - jsonLines: The records, one per line, as ``appendJSON(ofRecord:to:)`` writes them.
    ///   - origins: Where each is in the corpus.
    ///   - path: What to call the table.
    ///   - named: Fields to read under the names given; they need not be there.
    /// - Throws: ``RecordError`` for a line that is not a record.
    package static func read(
        selected jsonLines: [UInt8], origins: [SourceLocation], path: String, named: [FieldPath], workers: WorkerPool
    ) throws(RecordError) -> RecordTable {
        let content = FileContent(
            bytes: jsonLines + [UInt8](repeating: 0, count: FileContent.padding), count: jsonLines.count)
        var table = try read(
            content, path: path, layout: JSONLinesLayout(), formatWasDetected: false, named: named, requiresNamed: false,
            onError: .stop, workers: workers)
        table.origins = origins
        return table
    }

    /// Reads a whole corpus.
    static func read(
        _ content: FileContent, path: String, layout: any RecordLayout, formatWasDetected: Bool, named: [FieldPath],
        requiresNamed: Bool = true, onError policy: ErrorPolicy, workers: WorkerPool
    ) throws(RecordError) -> RecordTable {
        try FieldPath.checkNames(named)
        let chunks = readChunks(of: content, layout: layout, named: named, policy: policy, workers: workers)
        let (errors, errorCount) = errors(of: chunks, path: path)
        if let first = errors.first, policy == .stop || chunks.allSatisfy(\.records.isEmpty) { throw first }

        let assembly = TableAssembly(content: content, chunks: chunks, linesBefore: 0, named: named, workers: workers)
        guard !assembly.records.isEmpty else { throw .fileEmpty(path: path) }
        if requiresNamed, let field = assembly.absentField {
            throw .fieldAbsent(path: path, field: field.path, available: assembly.fieldNames)
        }
        return RecordTable(
            path: path, formatWasDetected: formatWasDetected, skipped: errors, skippedCount: errorCount,
            columns: assembly.columns, fieldsLeftOut: assembly.fieldsLeftOut, shortRows: chunks.reduce(0) { $0 + $1.shortRows },
            documentStarts: documentStarts(of: chunks), layout: layout, fileColumns: assembly.topLevel,
            storage: assembly.storage, records: assembly.records)
    }

    /// Reads a piece of a corpus on this thread. Lines that are not records are left out; it may have no records at all, and
    /// may lack named fields.
    static func read(_ piece: Piece, path: String, layout: any RecordLayout, named: [FieldPath]) -> RecordTable {
        let content = FileContent(bytes: piece.bytes, count: piece.count)
        let alone = WorkerPool(workers: 1)
        let chunk = content.bytes.withUnsafeBufferPointer { buffer in
            let start = piece.offset == 0 ? ByteOrderMark.count(in: buffer) : 0
            var reader = layout.reader(named: named)
            return reader.read(
                UnsafeBufferPointer(rebasing: buffer[start..<piece.count]), index: 0, offset: start,
                isFirst: piece.offset == 0, isLast: piece.isLast, policy: .skip)
        }
        let (errors, errorCount) = errors(of: [chunk], path: path, linesBefore: piece.linesBefore)
        let assembly = TableAssembly(
            content: content, chunks: [chunk], linesBefore: piece.linesBefore, named: named, workers: alone)
        return RecordTable(
            path: path, formatWasDetected: false, skipped: errors, skippedCount: errorCount,
            columns: assembly.columns, fieldsLeftOut: assembly.fieldsLeftOut, shortRows: chunk.shortRows,
            documentStarts: documentStarts(of: [chunk]), layout: layout, fileColumns: assembly.topLevel,
            storage: assembly.storage, records: assembly.records)
    }

    /// The rows of the table with which documents start.
    private static func documentStarts(of chunks: [RecordChunk]) -> [Int] {
        var starts: [Int] = []
        var before = 0
        for chunk in chunks {
            starts += chunk.documentStarts.map { before + Int($0) }
            before += chunk.records.count
        }
        return starts
    }

    /// Reads the pieces of a file on all workers. After a fault with ``ErrorPolicy/stop`` later chunks may be empty.
    private static func readChunks(
        of content: FileContent, layout: any RecordLayout, named: [FieldPath], policy: ErrorPolicy, workers: WorkerPool
    ) -> [RecordChunk] {
        content.bytes.withUnsafeBufferPointer { buffer in
            let textStart = ByteOrderMark.count(in: buffer)
            // Read only, and alive until all workers have returned.
            nonisolated(unsafe) let text = UnsafeBufferPointer(rebasing: buffer[textStart..<content.count])
            var borders = layout.borders()
            let ends = borders.pieceEnds(of: text, size: chunkSize)
            let firstFaulty = Atomic<Int>(Int.max)
            return workers.map(ends.count, state: { layout.reader(named: named) }) { index, reader in
                // A later chunk's error would not be the one that is thrown.
                if index > firstFaulty.load(ordering: .relaxed) { return RecordChunk() }
                let start = index == 0 ? 0 : ends[index - 1]
                let chunk = reader.read(
                    UnsafeBufferPointer(rebasing: text[start..<ends[index]]), index: index, offset: textStart + start,
                    isFirst: index == 0, isLast: index == ends.count - 1, policy: policy)
                if policy == .stop, chunk.faultCount > 0 { firstFaulty.min(index, ordering: .relaxed) }
                return chunk
            }
        }
    }

    /// The first errors in the order of the file, and how many there are.
    private static func errors(
        of chunks: [RecordChunk], path: String, linesBefore: Int = 0
    ) -> (first: [RecordError], count: Int) {
        var first: [RecordError] = []
        var count = 0
        var linesBefore = linesBefore
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
