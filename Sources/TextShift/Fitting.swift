import ParallelWork
import ShiftModel
import TextRecords

/// Fits the discriminator of two corpora and nothing more: the model of ``analyze(train:test:options:progress:)``, to the byte, without
/// its diagnostics.
///
///     let scorer = try TextShift.fit(train: ["train.jsonl"], test: ["test.jsonl"], to: "model.textshift", replacing: true)
///     print(try scorer.score(["a text"]).pTest)
///
/// - Parameters:
///   - train: Paths of the labelled corpus, read one after another; `-` is standard input. At least one.
///   - test: Paths of the unlabelled corpus.
///   - path: Where the model goes, whole or not at all.
///   - replacing: Whether a file that is there already may be replaced.
///   - options: See ``AnalysisOptions``.
///   - progress: Called as each stage begins.
/// - Returns: The model, ready to score.
/// - Throws: As ``analyze(train:test:options:progress:)``, and `RecordError` where the model cannot be written.
public func fit(
    train: [String], test: [String], to path: String, replacing: Bool, options: AnalysisOptions = AnalysisOptions(),
    progress: (@Sendable (AnalysisProgress) -> Void)? = nil
) throws -> Scorer {
    var options = options
    // Nothing is added to records, so keys that they have are in no one's way.
    options.overwritesKeys = true
    let clock = StageClock(threads: options.threads, progress: progress)
    let pool = WorkerPool(workers: options.threads)
    clock.begin(.reading)
    let corpora = try Corpora(train: train, test: test, options: options, pool: pool)
    let pair = try CorpusPair(
        train: corpora.fitted.train, test: corpora.fitted.test, fields: corpora.selection.used,
        meanLengths: corpora.selection.meanLengths, pool: pool)
    let grouping = Grouping(pair, rule: corpora.streamed?.rule, options: options)
    let trained = try TrainedPair(pair, grouping, options, clock, pool)
    clock.begin(.writing)
    let place = ModelPlace(path)
    let folder = try OutputFolder(path: place.folder, replacing: replacing, names: [place.name])
    try folder.file(place.name)?.write(ModelFile.encode(trained.model))
    try folder.commit()
    clock.end()
    return try Scorer(trained.model)
}

/// A model's file by its folder and its name there.
struct ModelPlace {
    let folder: String
    let name: String

    init(_ path: String) {
        let slash = path.lastIndex(of: "/")
        name = String(path[(slash.map(path.index(after:)) ?? path.startIndex)...])
        folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }
}
