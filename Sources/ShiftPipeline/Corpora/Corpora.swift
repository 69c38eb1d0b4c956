import ParallelWork
import TextRecords

/// The two corpora of an analysis: surveyed, and in memory as far as the fit needs them.
package struct Corpora: Sendable {
    /// What each side holds.
    package let train: CorpusSurvey
    package let test: CorpusSurvey
    package let selection: FieldSelection
    /// The rows of the fit: all rows, or a sample of them.
    package let fitted: (train: RecordTable, test: RecordTable)
    /// How to read all rows again if ``fitted`` is a sample; nil if it is everything.
    package let streamed: StreamedCorpora?
    /// What a review excluded from ``train`` and ``test``; nil without one.
    let excluded: ExcludedRows?
    /// Where they are.
    package let paths: InputPaths

    /// - Throws: `RecordError` for what cannot be read, ``AnalysisError``.
    package init(train: CorpusInput, test: CorpusInput, options: AnalysisOptions, workers: WorkerPool) throws {
        paths = InputPaths(train: train, test: test, options: options)
        // In the matrix, text takes several times its own bytes: a file larger than this is larger than the fit.
        let memoryLimit = options.fitBounds.memory / 2
        var streams = try [(train, "train"), (test, "test")].map {
            try $0.open(name: $1, options: options, memoryLimit: memoryLimit)
        }
        let excluded = try options.review.map { try ExcludedRows.read(review: $0, idKey: options.idKey) }
        if let excluded {
            streams[0].excludes = { excluded.rows(of: $0, side: .train) }
            streams[1].excludes = { excluded.rows(of: $0, side: .test) }
        }
        self.excluded = excluded
        var nested: [FieldPath] = []
        var named: [[FieldPath]] { [CorpusSide.train, .test].map { options.named($0, with: nested) } }
        func read() throws -> [RecordTable] {
            var tables: [RecordTable] = []
            for (stream, named) in zip(streams, named) {
                let left = memoryLimit - tables.reduce(0) { $0 + $1.byteCount }
                guard let table = try stream.table(limit: left, named: named, onError: options.onError, workers: workers) else {
                    break
                }
                tables.append(table)
            }
            return tables
        }
        var tables = try read()
        if tables.count == streams.count {
            nested = try NestedTexts.find(in: tables, options: options)
            if !nested.isEmpty { tables = try read() }
        } else {
            nested = try NestedTexts.find(in: streams, options: options, workers: workers)
        }
        var surveys: [CorpusSurvey]
        if tables.count == streams.count {
            surveys = tables.map { CorpusSurvey(whole: $0, findsFrequent: false, workers: workers) }
            try excluded?.check(surveys)
            let selection = try Self.select(surveys, nested, options)
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
            surveys = try zip(streams, named).map {
                try CorpusSurvey($0, named: $1, onError: options.onError, workers: workers)
            }
            try excluded?.check(surveys)
        }
        selection = try Self.select(surveys, nested, options)
        (self.train, self.test) = (surveys[0], surveys[1])
        let streamed = StreamedCorpora(
            streams: (streams[0], streams[1]), surveys: (surveys[0], surveys[1]), selection: selection,
            named: (named[0], named[1]),
            options: options)
        fitted = try streamed.sample(options, workers)
        self.streamed = streamed
    }

    private static func select(
        _ surveys: [CorpusSurvey], _ nested: [FieldPath], _ options: AnalysisOptions
    ) throws -> FieldSelection {
        if !options.overwritesKeys { try AddedNumber.checkAbsence(train: surveys[0], test: surveys[1]) }
        return try FieldSelection(train: surveys[0], test: surveys[1], nested: nested, options: options)
    }

    private static func isWithin(_ bounds: FitBounds, _ surveys: [CorpusSurvey], _ selection: FieldSelection) -> Bool {
        let memory = surveys.reduce(0) { $0 + StreamedCorpora.matrixBytes($1, selection) }
        return memory <= bounds.memory && surveys.allSatisfy { $0.records <= bounds.rows }
    }
}
