import ParallelWork
import ShiftModel
import TextRecords

/// Fits the discriminator of two corpora and nothing more: the model of
/// ``analyze(train:test:options:progress:)-(CorpusInput,_,_,_)``, byte for byte, without the diagnostics.
///
///     let scorer = try TextShift.fit(train: ["train.jsonl"], test: ["test.jsonl"])
///     try scorer.write(to: "news.model", replacing: true)
///     print(try scorer.score(["a text"]).pTest)
///
/// - Parameters:
///   - train: The labelled corpus.
///   - test: The unlabelled corpus.
///   - options: See ``AnalysisOptions``.
///   - progress: Called as each stage begins.
/// - Returns: The model, ready to score.
/// - Throws: As ``analyze(train:test:options:progress:)-(CorpusInput,_,_,_)``.
public func fit(
    train: CorpusInput, test: CorpusInput, options: AnalysisOptions = AnalysisOptions(),
    progress: (@Sendable (AnalysisProgress) -> Void)? = nil
) throws -> Scorer {
    var options = options
    // Nothing is added to records, so existing keys do not matter.
    options.overwritesKeys = true
    let clock = StageClock(threads: options.threads, progress: progress)
    let workers = WorkerPool(workers: options.threads)
    clock.begin(.reading)
    let corpora = try Corpora(train: train, test: test, options: options, workers: workers)
    let pair = try ComparedPair(corpora, options: options, workers: workers)
    let scored = try ScoredPair(pair, options, clock, workers)
    clock.end()
    return try Scorer(scored.model, corpora: FittedCorpora(corpora, pair, scored.dropped))
}

/// ``fit(train:test:options:progress:)-(CorpusInput,_,_,_)`` of files; `-` is standard input. At least one per side.
public func fit(
    train: [String], test: [String], options: AnalysisOptions = AnalysisOptions(),
    progress: (@Sendable (AnalysisProgress) -> Void)? = nil
) throws -> Scorer {
    try fit(train: .files(train), test: .files(test), options: options, progress: progress)
}

extension Scorer {
    /// Writes the model to `path`, whole or not at all.
    /// - Parameters:
    ///   - path: The file to write.
    ///   - replacing: Whether a file that is there already may be replaced.
    /// - Throws: `RecordError` where it cannot be written.
    public func write(to path: String, replacing: Bool) throws {
        let (folder, name) = try OutputFolder.holding(fileAt: path, replacing: replacing)
        try folder.file(name)?.write(ModelFile.encode(rows.model))
        try folder.commit()
    }

    /// Checks that a model can be written to `path`, before the work of making one.
    /// - Throws: As ``write(to:replacing:)``.
    /// - Parameter inputs: Files that are never replaced.
    public static func checkPlace(_ path: String, replacing: Bool, sparing inputs: [String] = []) throws {
        try OutputFolder.holding(fileAt: path, replacing: replacing, sparing: inputs).folder.abandon()
    }
}
