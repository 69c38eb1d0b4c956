import ParallelWork
import TextRecords

/// The two corpora of an analysis: surveyed, and in memory as far as the fit needs them.
struct Corpora {
    /// What either side holds.
    let train: CorpusSurvey
    let test: CorpusSurvey
    let selection: FieldSelection
    /// The rows of the fit: all rows, or a sample of them.
    let fitted: (train: RecordTable, test: RecordTable)
    /// How to read all rows again, where ``fitted`` is a sample; nil where it is everything.
    let streamed: StreamedCorpora?
    /// What a review left out of ``train`` and ``test``; nil without one.
    let review: DroppedRows?

    /// - Throws: `RecordError` for what cannot be read, ``AnalysisError``.
    init(train: [String], test: [String], options: AnalysisOptions, workers: WorkerPool) throws {
        let named = options.fields + (options.groupKey.map { [$0] } ?? []).filter { key in
            !options.fields.contains { $0.name == key.name }
        }
        // Text costs the matrix several times its own bytes: what is larger than this is larger than the fit.
        let memoryLimit = options.fitBounds.memory / 2
        var streams = try [train, test].map {
            try CorpusFiles(
                paths: $0, format: options.format, onError: options.onError, memoryLimit: memoryLimit)
        }
        let review = try options.review.map { try DroppedRows.read(review: $0, idKey: options.idKey) }
        if let review {
            streams[0].leavesOut = { review.rows(of: $0, side: .train) }
            streams[1].leavesOut = { review.rows(of: $0, side: .test) }
        }
        self.review = review
        var tables: [RecordTable] = []
        for stream in streams {
            let left = memoryLimit - tables.reduce(0) { $0 + $1.byteCount }
            guard let table = try stream.table(limit: left, named: named, onError: options.onError, workers: workers) else { break }
            tables.append(table)
        }
        var surveys: [CorpusSurvey]
        if tables.count == streams.count {
            surveys = tables.map { CorpusSurvey(whole: $0, findsFrequent: false, workers: workers) }
            try review?.check(surveys)
            let selection = try Self.select(surveys, options)
            if Self.isWithin(options.fitBounds, surveys, selection) {
                (self.train, self.test) = (surveys[0], surveys[1])
                self.selection = selection
                fitted = (tables[0], tables[1])
                streamed = nil
                return
            }
            surveys = tables.map { CorpusSurvey(whole: $0, findsFrequent: true, workers: workers) }
            tables = []
        } else {
            tables = []
            surveys = try streams.map { try CorpusSurvey($0, named: named, onError: options.onError, workers: workers) }
            try review?.check(surveys)
        }
        selection = try Self.select(surveys, options)
        (self.train, self.test) = (surveys[0], surveys[1])
        let streamed = StreamedCorpora(
            streams: (streams[0], streams[1]), surveys: (surveys[0], surveys[1]), selection: selection, named: named,
            options: options)
        fitted = try streamed.sample(options, workers)
        self.streamed = streamed
    }

    private static func select(_ surveys: [CorpusSurvey], _ options: AnalysisOptions) throws -> FieldSelection {
        try AnalysisOutput.checkKeys(train: surveys[0], test: surveys[1], options: options)
        return try FieldSelection(train: surveys[0], test: surveys[1], options: options)
    }

    private static func isWithin(_ bounds: FitBounds, _ surveys: [CorpusSurvey], _ selection: FieldSelection) -> Bool {
        let memory = surveys.reduce(0) { $0 + StreamedCorpora.matrixBytes($1, selection) }
        return memory <= bounds.memory && surveys.allSatisfy { $0.records <= bounds.rows }
    }
}

/// Two corpora of which only a sample is in memory.
struct StreamedCorpora: Sendable {
    /// One of the two.
    enum Side: Sendable {
        case train, test
    }

    private let streams: (train: CorpusFiles, test: CorpusFiles)
    private let surveys: (train: CorpusSurvey, test: CorpusSurvey)
    /// Used fields, and all fields that have to be read under a name.
    let fields: [String]
    let named: [FieldPath]
    let groupKey: String?
    /// The hash by which each row knows its group.
    let rule: GroupRule

    init(
        streams: (train: CorpusFiles, test: CorpusFiles), surveys: (train: CorpusSurvey, test: CorpusSurvey),
        selection: FieldSelection, named: [FieldPath], options: AnalysisOptions
    ) {
        self.streams = streams
        self.surveys = surveys
        fields = selection.used
        self.named = named
        groupKey = options.groupKey?.name
        let longest = selection.longest
        let isLong = options.groupKey == nil && selection.meanLengths[longest] >= GroupRule.longField
        let most = GroupRule.mostRows(of: surveys.train.records + surveys.test.records, folds: options.folds)
        var constants: Set<UInt64> = []
        if isLong {
            let name = selection.used[longest]
            var counts = surveys.train.field(named: name)?.frequent ?? FrequentValues()
            if let test = surveys.test.field(named: name) { counts.merge(test.frequent) }
            constants = counts.values(above: most)
        }
        rule = GroupRule(slot: isLong ? longest : nil, hasKey: options.groupKey != nil, constants: constants)
    }

    /// The file of one side, as it was named.
    func path(_ side: Side) -> String { side == .train ? streams.train.path : streams.test.path }

    /// Bytes of both inputs.
    var byteCount: Int { surveys.train.byteCount + surveys.test.byteCount }

    /// The estimated bytes of one side's matrix.
    static func matrixBytes(_ survey: CorpusSurvey, _ selection: FieldSelection) -> Int {
        selection.used.reduce(0) { $0 + FitBounds.bytes(codePoints: survey.field(named: $1)?.codePoints ?? 0) }
    }

    /// The rows to fit on.
    fileprivate func sample(_ options: AnalysisOptions, _ workers: WorkerPool) throws -> (train: RecordTable, test: RecordTable) {
        func cost(_ survey: CorpusSurvey) -> Int {
            fields.reduce(survey.byteCount) { $0 + FitBounds.bytes(codePoints: survey.field(named: $1)?.codePoints ?? 0) }
        }
        let memory = options.fitBounds.shares(train: cost(surveys.train), test: cost(surveys.test))
        func sample(_ side: Side, _ memory: Int) throws -> RecordTable {
            try FitSample(self, side, rows: options.fitBounds.rows, memory: memory, seed: options.seed, workers: workers).table
        }
        return (try sample(.train, memory.train), try sample(.test, memory.test))
    }

    /// Reads one side again, batch by batch.
    /// - Throws: `RecordError.fileChanged` where it is not what it was.
    func forEachBatch<State, Result: Sendable>(
        of side: Side, workers: WorkerPool, state: @escaping @Sendable () -> State,
        process: @Sendable (RecordTable, inout State) throws -> Result, consume: (Result) throws -> Void
    ) throws {
        let stream = side == .train ? streams.train : streams.test
        let read = try stream.forEachBatch(
            named: named, workers: workers, state: state, process: process, consume: consume)
        let survey = side == .train ? surveys.train : surveys.test
        for (now, then) in zip(read, survey.files) where now.digest != then.digest {
            throw RecordError.fileChanged(path: then.path)
        }
    }
}
