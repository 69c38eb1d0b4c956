import ParallelWork

/// What a whole corpus holds, gathered in one pass and in bounded memory.
package struct CorpusSurvey: Sendable {
    /// One file of the corpus.
    package struct File: Sendable, Equatable {
        /// The file as it was named; `-` is standard input.
        package var path: String
        /// The format that it was read in.
        package var format: RecordFormat
        /// The encoding that it was converted to UTF-8 from.
        package var encoding: CharacterEncoding
        /// How it is compressed; nil if it is not.
        package var packing: Packing?
        /// What the user should know about how it is read.
        package var remarks: [ReadingRemark]
        /// The number of tabs in each of the first lines of a file taken for plain text, if it is the same in all: it may be a
        /// table.
        package var tabs: Int?
        /// Bytes of the file.
        package var byteCount: Int
        /// `xxh128:` and the XXH3-128 of the file's bytes, as ``RecordTable/digest``.
        package var digest: String
        /// The header row, where the file is a table.
        package var tableHeader: TableHeader?

        package static func == (a: File, b: File) -> Bool {
            a.path == b.path && a.format == b.format && a.encoding == b.encoding && a.packing == b.packing
                && a.remarks == b.remarks
                && a.byteCount == b.byteCount && a.digest == b.digest
        }
    }

    /// The files, in order.
    package private(set) var files: [File] = []
    /// Number of records.
    package private(set) var records = 0
    /// The first ``RecordTable/maximumSkippedErrors`` errors of lines that were left out, in order.
    package private(set) var skipped: [RecordError] = []
    /// How many lines were left out.
    package private(set) var skippedCount = 0
    /// Rows of tables with fewer cells than the header.
    package private(set) var shortRows = 0
    /// Every top-level field in order of first appearance, and the named fields that are nested or renamed.
    package private(set) var fields: [FieldSurvey] = []

    private var positions: [String: Int] = [:]

    /// What a table of a whole file holds.
    /// - Parameters:
    ///   - findsFrequent: Whether to count ``FieldSurvey/frequent``.
    ///   - workers: Threads to look at the fields with.
    package init(whole table: RecordTable, findsFrequent: Bool, workers: WorkerPool = WorkerPool(workers: 1)) {
        self.init(table, findsFrequent: findsFrequent, workers: workers)
        files = [
            File(
                path: table.path, format: table.format, encoding: table.encoding, packing: table.packing,
                remarks: table.remarks,
                tabs: table.tabs, byteCount: table.byteCount, digest: table.digest, tableHeader: table.tableHeader)
        ]
    }

    /// Reads a corpus.
    ///
    /// - Parameters:
    ///   - named: Fields that must be there under the names given.
    ///   - onError: What to do about lines that are not records. Where every line is left out, the first error is thrown.
    /// - Throws: ``RecordError``, as ``RecordTable/read(path:format:named:onError:workers:)``.
    package init(_ corpus: CorpusFiles, named: [FieldPath], onError: ErrorPolicy, workers: WorkerPool) throws {
        try FieldPath.checkNames(named)
        var survey = CorpusSurvey()
        let read = try corpus.forEachBatch(named: named, workers: workers, state: {}) { table, _ in
            CorpusSurvey(table, findsFrequent: true, workers: WorkerPool(workers: 1))
        } consume: {
            survey.merge($0)
            if onError == .stop, let first = survey.skipped.first { throw first }
        }
        survey.files = zip(corpus.files, read).map { file, read in
            File(
                path: file.path, format: file.format, encoding: file.encoding, packing: file.packing, remarks: file.remarks,
                tabs: file.tabs, byteCount: read.byteCount, digest: read.digest, tableHeader: file.tableHeader)
        }
        self = survey
        guard records > 0 else { throw skipped.first ?? RecordError.fileEmpty(path: corpus.path) }
        for field in named where self.field(named: field.name) == nil {
            throw RecordError.fieldAbsent(path: corpus.path, field: field.path, available: fields.map(\.name))
        }
    }

    private init() {}

    private init(_ table: RecordTable, findsFrequent: Bool, workers: WorkerPool) {
        records = table.count
        skipped = table.skipped
        skippedCount = table.skippedCount
        shortRows = table.shortRows
        fields = workers.map(table.columns.count) {
            FieldSurvey(table.columns[$0], of: table, findsFrequent: findsFrequent)
        }
        for (position, field) in fields.enumerated() { positions[field.name] = position }
    }

    /// The first file, as it was named.
    package var path: String { files.first?.path ?? "" }

    /// The header row, where all files are tables with the same columns.
    package var tableHeader: TableHeader? {
        let headers = files.map(\.tableHeader)
        guard let first = headers.first ?? nil, headers.allSatisfy({ $0?.hasColumns(of: first) ?? false }) else { return nil }
        return first
    }

    /// Bytes of all files.
    package var byteCount: Int { files.reduce(0) { $0 + $1.byteCount } }

    /// The file's digest; for several files, that of their digests, one per line.
    package var digest: String {
        if files.count == 1 { return files[0].digest }
        return Array(files.map { $0.digest + "\n" }.joined().utf8).withUnsafeBufferPointer { Fingerprint.digest(of: $0) }
    }

    /// The field called `name`, or nil if no record has it.
    package func field(named name: String) -> FieldSurvey? { positions[name].map { fields[$0] } }

    /// Adds what a later batch holds. If there are very many fields, only the first are kept, as in ``RecordTable``.
    private mutating func merge(_ other: CorpusSurvey) {
        for field in other.fields where positions[field.name] == nil && fields.count < RecordTable.maximumFields {
            positions[field.name] = fields.count
            fields.append(FieldSurvey(name: field.name, missingIn: records))
        }
        for position in fields.indices {
            if let more = other.field(named: fields[position].name) {
                fields[position].merge(more)
            } else {
                fields[position].addMissing(other.records)
            }
        }
        records += other.records
        skipped += other.skipped.prefix(RecordTable.maximumSkippedErrors - skipped.count)
        skippedCount += other.skippedCount
        shortRows += other.shortRows
    }
}
