import ParallelWork

/// What a whole corpus holds, gathered in one pass and in bounded memory.
public struct CorpusSurvey: Sendable {
    /// The file as it was named; `-` is standard input.
    public let path: String
    /// The format that the corpus was read in.
    public let format: RecordFormat
    /// Whether ``format`` was found from the content.
    public let formatWasDetected: Bool
    /// The header row, where the corpus is a table.
    public let tableHeader: TableHeader?
    /// Bytes of the corpus.
    public private(set) var byteCount = 0
    /// `xxh128:` and the XXH3-128 of all bytes, as ``RecordTable/digest``.
    public private(set) var digest = ""
    /// Number of records.
    public private(set) var records = 0
    /// The first ``RecordTable/maximumSkippedErrors`` errors of lines that were left out, in order.
    public private(set) var skipped: [RecordError] = []
    /// How many lines were left out.
    public private(set) var skippedCount = 0
    /// Every top-level field in order of first appearance, and the named fields that are nested or renamed.
    public private(set) var fields: [FieldSurvey] = []

    private var positions: [String: Int] = [:]

    /// What a table holds.
    /// - Parameter findsFrequent: Whether to count ``FieldSurvey/frequent``.
    public init(whole table: RecordTable, findsFrequent: Bool) {
        self.init(table, findsFrequent: findsFrequent)
        byteCount = table.byteCount
        digest = table.digest
    }

    /// Reads a corpus.
    ///
    /// - Parameters:
    ///   - named: Fields that must be there under the names given.
    ///   - onError: What to do about lines that are no records. Where every line is left out, the first error is thrown.
    /// - Throws: ``RecordError``, as ``RecordTable/read(path:format:named:onError:workers:)``.
    public init(_ stream: RecordStream, named: [FieldPath], onError: ErrorPolicy, workers: WorkerPool) throws {
        try FieldPath.checkNames(named)
        var survey = CorpusSurvey(emptyOf: stream)
        let read = try stream.forEachBatch(named: named, workers: workers, state: {}) { table, _ in
            CorpusSurvey(table, findsFrequent: true)
        } consume: {
            survey.merge($0)
            if onError == .stop, let first = survey.skipped.first { throw first }
        }
        survey.byteCount = read.byteCount
        survey.digest = read.digest
        self = survey
        guard records > 0 else { throw skipped.first ?? RecordError.fileEmpty(path: path) }
        for field in named where self.field(named: field.name) == nil {
            throw RecordError.fieldAbsent(path: path, field: field.path, available: fields.map(\.name))
        }
    }

    private init(emptyOf stream: RecordStream) {
        path = stream.path
        format = stream.format
        formatWasDetected = stream.formatWasDetected
        tableHeader = stream.tableHeader
    }

    private init(_ table: RecordTable, findsFrequent: Bool) {
        path = table.path
        format = table.format
        formatWasDetected = table.formatWasDetected
        tableHeader = table.tableHeader
        records = table.count
        skipped = table.skipped
        skippedCount = table.skippedCount
        fields = table.columns.map { FieldSurvey($0, of: table, findsFrequent: findsFrequent) }
        for (position, field) in fields.enumerated() { positions[field.name] = position }
    }

    /// The field called `name`, or nil if no record has it.
    public func field(named name: String) -> FieldSurvey? { positions[name].map { fields[$0] } }

    /// Adds what a later batch holds. Of very many fields only the first are kept, as in ``RecordTable``.
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
    }
}
