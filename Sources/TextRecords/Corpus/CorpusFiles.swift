import ParallelWork

/// One corpus: a file, or several read one after another.
package struct CorpusFiles: Sendable {
    /// The files, in order; at least one.
    package let files: [RereadableRecords]
    /// Returns the rows of a table or batch, ascending, that are left out of all reading; nil leaves none out. Called by
    /// several threads at a time.
    package var excludes: (@Sendable (RecordTable) -> [Int])?

    /// Opens the files.
    ///
    /// - Parameters:
    ///   - paths: At least one; `-` is standard input.
    ///   - reading: What was said about how to read them.
    ///   - onError: As in ``RereadableRecords/init(path:format:reading:onError:memoryLimit:)``.
    ///   - memoryLimit: The most bytes of a pipe that are kept in memory.
    /// - Throws: ``RecordError``.
    package init(
        paths: [String], reading: ReadingOptions = ReadingOptions(), onError: ErrorPolicy = .stop, memoryLimit: Int = 1 << 26
    ) throws(RecordError) {
        precondition(!paths.isEmpty, "a corpus has a file")
        var files: [RereadableRecords] = []
        for path in paths {
            files.append(try RereadableRecords(path: path, reading: reading, onError: onError, memoryLimit: memoryLimit))
        }
        self.files = files
    }

    package init(files: [RereadableRecords]) {
        self.files = files
    }

    /// The first file, as it was named.
    package var path: String { files[0].path }

    /// The corpus as one table, or nil where it has several files or more than `limit` bytes.
    /// - Throws: As ``RereadableRecords/table(limit:named:onError:workers:)``.
    package func table(
        limit: Int, named: [FieldPath], onError: ErrorPolicy, workers: WorkerPool
    ) throws(RecordError) -> RecordTable? {
        guard files.count == 1,
            let table = try files[0].table(limit: limit, named: named, onError: onError, workers: workers)
        else { return nil }
        return excludes.map { table.excluding($0(table)) } ?? table
    }

    /// Reads the corpus batch by batch, as ``RereadableRecords/forEachBatch(named:workers:state:process:consume:)``. No batch
    /// has records of two files.
    /// - Returns: What was read of each file.
    @discardableResult
    package func forEachBatch<State, Result: Sendable>(
        named: [FieldPath], workers: WorkerPool, state: @escaping @Sendable () -> State,
        process: @Sendable (RecordTable, inout State) throws -> Result, consume: (Result) throws -> Void
    ) throws -> [(byteCount: Int, digest: String)] {
        try files.map {
            try $0.forEachBatch(
                named: named, workers: workers, state: state,
                process: { table, state in
                    try process(excludes.map { table.excluding($0(table)) } ?? table, &state)
                }, consume: consume)
        }
    }
}
