import Foundation
import ImportanceWeights
import ParallelWork
import ShiftModel
import ShiftReport
import SparseFeatures
import TextRecords
import TextTokens

/// Compares two corpora: trains the discriminator, weighs the training rows and draws the validation set.
///
///     let analysis = try TextShift.analyze(train: "train.jsonl", test: "test.jsonl")
///     print(analysis.weights[0], analysis.summary.separability?.auc ?? 0.5)
///     try analysis.write(to: "out", replacing: false)
///
/// The result depends on the records, the options and the versions of textshift and ICU; not on the order of the rows, the
/// threads or the machine.
///
/// - Parameters:
///   - train: Paths of the labelled corpus, read one after another; `-` is standard input. At least one.
///   - test: Paths of the unlabelled corpus.
///   - options: See ``AnalysisOptions``.
///   - progress: Called as each stage begins.
/// - Throws: `RecordError` for what cannot be read, ``AnalysisError``, `WeightError` for options out of range.
public func analyze(
    train: [String], test: [String], options: AnalysisOptions = AnalysisOptions(),
    progress: (@Sendable (AnalysisProgress) -> Void)? = nil
) throws -> Analysis {
    let clock = StageClock(threads: options.threads, progress: progress)
    let workers = WorkerPool(workers: options.threads)
    clock.begin(.reading)
    let corpora = try Corpora(train: train, test: test, options: options, workers: workers)
    clock.timings.inputBytes = corpora.train.byteCount + corpora.test.byteCount
    let plan = try OutputPlan(corpora, options: options, workers: workers)
    let pair = try CorpusPair(
        train: corpora.fitted.train, test: corpora.fitted.test, fields: corpora.selection.used,
        meanLengths: corpora.selection.meanLengths, workers: workers)
    let grouping = Grouping(pair, rule: corpora.streamed?.rule, options: options)
    return try Analysis(corpora, pair, grouping, plan, options, clock, workers)
}

/// ``analyze(train:test:options:progress:)`` for one file a side.
public func analyze(
    train: String, test: String, options: AnalysisOptions = AnalysisOptions(),
    progress: (@Sendable (AnalysisProgress) -> Void)? = nil
) throws -> Analysis {
    try analyze(train: [train], test: [test], options: options, progress: progress)
}

/// An analysis of two corpora.
///
/// Where the corpora are larger than the fit (`summary.fit.isSample`), the arrays are of the rows of the fit, and
/// ``write(to:replacing:progress:isStopped:)`` scores all rows in a stream.
public struct Analysis: Sendable {
    /// What was found; the content of report.json.
    public internal(set) var summary: ShiftSummary
    /// Weight of each training row of the fit, mean 1, in the order of the file.
    public let weights: [Double]
    /// Out-of-fold, calibrated probability that a row of the fit is of test: training rows, then test rows, in the order of
    /// the files.
    public let pTest: [Double]
    /// Training rows of the fit in the validation set's order of draws; a row stands as often as it was drawn.
    public let validationRows: [Int]
    /// Training rows of the fit outside the pool, ascending.
    public let remainingRows: [Int]
    /// Weight of each of ``remainingRows``, mean 1 over them.
    public let remainingWeights: [Double]
    /// Wall-clock time by stage.
    public internal(set) var timings: StageTimings

    let pair: CorpusPair
    let paths: InputPaths
    let plan: OutputPlan
    let options: AnalysisOptions
    let model: DiscriminatorModel
    /// What scores the rows that are not in memory; nil where all are.
    let scoring: CorpusScoring?

    init(
        _ corpora: Corpora, _ pair: CorpusPair, _ grouping: Grouping, _ plan: OutputPlan, _ options: AnalysisOptions,
        _ clock: StageClock, _ workers: WorkerPool
    ) throws {
        let trained = try TrainedPair(pair, grouping, options, clock, workers)
        let (fitted, scores, isShift, normalised) = (trained.fitted, trained.scores, trained.isShift, trained.weights)
        let pTest = scores.map(\.pTest)
        let pTrain = pair.trainRows.map { pTest[$0] }
        var weights = [Double](repeating: 1, count: pair.train.count)
        for (row, weight) in zip(pair.trainRows, normalised.values) { weights[pair.fileRow(row)] = weight }
        let weightOfRow = weights

        clock.begin(.diagnosing)
        let found = try Findings(
            pair, grouping, fitted, pTest: pTest, pTrain: pTrain, weights: normalised, weightOfRow: weightOfRow,
            isShift: isShift, options, workers)
        let separability = try fitted.map {
            try Diagnostics.separability($0, groups: grouping.groups, options: options, workers: workers)
        }
        summary = ShiftSummary(
            version: Version.current, icuVersion: ICUVersion.current, unicodeVersion: ICUVersion.unicode,
            inputs: Self.inputs(corpora),
            options: Self.optionSummary(options, corpora.review),
            fields: Self.fields(corpora.selection, found.fieldAreas),
            fit: Self.fit(corpora, pair),
            groups: found.groups,
            discriminator: Self.discriminator(fitted, isShift: isShift, gain: trained.gain, folds: options.folds),
            separability: separability, weights: found.weights, overlap: found.overlap, reliability: found.reliability,
            trust: found.trust, validation: found.drawn.summary, terms: Terms(towardsTest: [], towardsTrain: []),
            examples: found.examples, files: [])
        summary.dropped = trained.dropped
        summary.details = try fitted.map {
            try Self.details(
                $0, ModelScorer(trained.model), scores, pair, grouping, found.drawn, weights: weights, isShift: isShift, options, clock, workers)
        }
        summary.terms = Terms(
            summary.details?.terms ?? [], trainRows: pair.train.count, testRows: pair.test.count)
        self.pair = pair
        paths = InputPaths(corpora, options: options)
        self.plan = plan
        self.options = options
        self.weights = weights
        var filed = pTest
        for row in 0..<pair.count { filed[pair.fileRow(row) + (pair.isTest[row] ? pair.train.count : 0)] = pTest[row] }
        self.pTest = filed
        validationRows = found.drawn.validation
        remainingRows = found.drawn.remaining
        remainingWeights = found.drawn.remainingWeights
        let poolRows = summary.isTrainSample ? nil : found.drawn.poolRows
        scoring = try corpora.streamed.map {
            CorpusScoring(
                $0, scorer: try RowScorer(trained.model), hashes: trained.hashes, groups: grouping.groups,
                weights: normalised.values, trainRows: pair.trainRows, poolRows: poolRows,
                options: options)
        }
        model = trained.model
        clock.end()
        timings = clock.timings
    }
}
