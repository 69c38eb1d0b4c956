import ParallelWork
import TextRecords

/// Compares two corpora: trains the discriminator, weights the training rows and draws the validation set.
///
///     let analysis = try TextShift.analyze(train: "train.jsonl", test: "test.jsonl")
///     print(analysis.weights[0], analysis.summary.separability?.auc ?? 0.5)
///     try analysis.write(to: "out", replacing: false)
///
/// The result depends on the records, the options and the versions of textshift and ICU; not on the order of the rows, the
/// threads or the machine.
///
/// - Parameters:
///   - train: The labelled corpus.
///   - test: The unlabelled corpus.
///   - options: See ``AnalysisOptions``.
///   - progress: Called as each stage begins.
/// - Throws: `RecordError` for what cannot be read, ``AnalysisError``, `WeightError` for options out of range.
public func analyze(
    train: CorpusInput, test: CorpusInput, options: AnalysisOptions = AnalysisOptions(),
    progress: (@Sendable (AnalysisProgress) -> Void)? = nil
) throws -> Analysis {
    try analyze(train: train, test: test, options: options, checking: { _, _ in }, progress: progress).analysis
}

/// ``analyze(train:test:options:progress:)-(CorpusInput,_,_,_)`` of files; `-` is standard input. At least one per side.
public func analyze(
    train: [String], test: [String], options: AnalysisOptions = AnalysisOptions(),
    progress: (@Sendable (AnalysisProgress) -> Void)? = nil
) throws -> Analysis {
    try analyze(train: .files(train), test: .files(test), options: options, progress: progress)
}

/// ``analyze(train:test:options:progress:)-(CorpusInput,_,_,_)`` of one file per side.
public func analyze(
    train: String, test: String, options: AnalysisOptions = AnalysisOptions(),
    progress: (@Sendable (AnalysisProgress) -> Void)? = nil
) throws -> Analysis {
    try analyze(train: [train], test: [test], options: options, progress: progress)
}

/// The story of an analysis: corpora, the pair that is compared, its discriminator and weights, figures, summary.
///
/// - Parameter check: Checks the corpora before the work, so that impossible requests fail at once.
package func analyze<Plan>(
    train: CorpusInput, test: CorpusInput, options: AnalysisOptions,
    checking check: (Corpora, WorkerPool) throws -> Plan, progress: (@Sendable (AnalysisProgress) -> Void)?
) throws -> (analysis: Analysis, plan: Plan) {
    let clock = StageClock(threads: options.threads, progress: progress)
    let workers = WorkerPool(workers: options.threads)
    clock.begin(.reading)
    let corpora = try Corpora(train: train, test: test, options: options, workers: workers)
    clock.timings.inputBytes = corpora.train.byteCount + corpora.test.byteCount
    let plan = try check(corpora, workers)
    let pair = try ComparedPair(corpora, options: options, workers: workers)
    let scored = try ScoredPair(pair, options, clock, workers)
    let figures = try Figures(pair, scored, pair.selection, options, clock, workers)
    let summary = ShiftSummary(corpora, pair, scored.dropped, figures, options)
    let streamed = try StreamedScoring(corpora, pair, scored, poolRows: figures.drawn.poolRows, options)
    clock.end()
    return (Analysis(corpora, pair, scored, figures.drawn, summary, streamed, options, clock.timings), plan)
}
