import ParallelWork
import TextRecords

/// Two corpora of which only a sample is in memory.
package struct StreamedCorpora: Sendable {
    private let streams: (train: CorpusFiles, test: CorpusFiles)
    let surveys: (train: CorpusSurvey, test: CorpusSurvey)
    /// Used fields, and all fields that have to be read under a name.
    let fields: [String]
    let named: (train: [FieldPath], test: [FieldPath])
    let groupKey: String?
    /// The hash that identifies each row's group.
    let rule: GroupRule

    init(
        streams: (train: CorpusFiles, test: CorpusFiles), surveys: (train: CorpusSurvey, test: CorpusSurvey),
        selection: FieldSelection, named: (train: [FieldPath], test: [FieldPath]),
        options: AnalysisOptions
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
    package func path(_ side: CorpusSide) -> String { side == .train ? streams.train.path : streams.test.path }

    /// Bytes of both inputs.
    package var byteCount: Int { surveys.train.byteCount + surveys.test.byteCount }

    /// The estimated bytes of one side's matrix.
    static func matrixBytes(_ survey: CorpusSurvey, _ selection: FieldSelection) -> Int {
        selection.used.reduce(0) { $0 + FitBounds.bytes(codePoints: survey.field(named: $1)?.codePoints ?? 0) }
    }

    /// Reads one side again, batch by batch.
    /// - Throws: `RecordError.fileChanged` where it has changed.
    package func forEachBatch<State, Result: Sendable>(
        of side: CorpusSide, workers: WorkerPool, state: @escaping @Sendable () -> State,
        process: @Sendable (RecordTable, inout State) throws -> Result, consume: (Result) throws -> Void
    ) throws {
        let stream = side == .train ? streams.train : streams.test
        let read = try stream.forEachBatch(
            named: side == .train ? named.train : named.test, workers: workers, state: state, process: process, consume: consume
        )
        let survey = side == .train ? surveys.train : surveys.test
        for (now, then) in zip(read, survey.files) where now.digest != then.digest {
            throw RecordError.fileChanged(path: then.path)
        }
    }
}
