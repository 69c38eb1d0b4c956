import Foundation
import ParallelWork

extension RecordTable {
    /// Reads a corpus.
    ///
    /// A byte order mark at the start is skipped, blank lines count as lines but not as records, lines may end in
    /// CRLF, and the last line needs no newline.
    ///
    /// - Parameters:
    ///   - path: The file; `-` is standard input.
    ///   - format: The file's format; nil for what `reading` says.
    ///   - reading: What was said about how to read it.
    ///   - named: Fields that must be there under the names given.
    ///   - onError: What to do about lines that are not records. Where every line is left out, the first error is thrown.
    ///   - workers: The threads to read with; they do not change the result.
    /// - Throws: ``RecordError``: for the file, for the first line that is not a record (with ``ErrorPolicy/stop``), or for a
    ///   named field that no record has.
    package static func read(
        path: String, format: RecordFormat? = nil, reading: ReadingOptions = ReadingOptions(), named: [FieldPath] = [],
        onError: ErrorPolicy = .stop,
        workers: WorkerPool = WorkerPool()
    ) throws(RecordError) -> RecordTable {
        try whole(
            RereadableRecords(path: path, format: format, reading: reading, onError: onError, memoryLimit: .max), named: named,
            onError: onError,
            workers: workers)
    }

    /// Reads a corpus that is in memory already; `path` stands for it in locations.
    /// - Throws: As ``read(path:format:reading:named:onError:workers:)``.
    package static func read(
        bytes: [UInt8], path: String, format: RecordFormat? = nil, reading: ReadingOptions = ReadingOptions(),
        named: [FieldPath] = [],
        onError: ErrorPolicy = .stop,
        workers: WorkerPool = WorkerPool()
    ) throws(RecordError) -> RecordTable {
        try whole(
            RereadableRecords(bytes: bytes, path: path, format: format, reading: reading, onError: onError), named: named,
            onError: onError,
            workers: workers)
    }

    private static func whole(
        _ stream: RereadableRecords, named: [FieldPath], onError: ErrorPolicy, workers: WorkerPool
    ) throws(RecordError) -> RecordTable {
        guard let table = try stream.table(named: named, onError: onError, workers: workers) else {
            throw .fileUnreadable(path: stream.path, errno: EFBIG)
        }
        return table
    }
}
