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
    let pool = WorkerPool(workers: options.threads)
    clock.begin(.reading)
    let corpora = try Corpora(train: train, test: test, options: options, pool: pool)
    clock.timings.inputBytes = corpora.train.byteCount + corpora.test.byteCount
    let pair = try CorpusPair(
        train: corpora.fitted.train, test: corpora.fitted.test, fields: corpora.selection.used,
        meanLengths: corpora.selection.meanLengths, pool: pool)
    let grouping = Grouping(pair, rule: corpora.streamed?.rule, options: options)
    return try Analysis(corpora, pair, grouping, options, clock, pool)
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
    /// Training rows of the fit outside the pool, ascending, and their weights, mean 1 over them.
    public let remainingRows: [Int]
    public let remainingWeights: [Double]
    /// Wall-clock time by stage.
    public internal(set) var timings: StageTimings

    let pair: CorpusPair
    let options: AnalysisOptions
    let model: DiscriminatorModel
    /// What scores the rows that are not in memory; nil where all are.
    let scoring: CorpusScoring?

    init(
        _ corpora: Corpora, _ pair: CorpusPair, _ grouping: Grouping, _ options: AnalysisOptions, _ clock: StageClock,
        _ pool: WorkerPool
    ) throws {
        let fitted = try Self.fit(pair, grouping, options, clock, pool)
        clock.begin(.weighing)
        let gain = fitted.map { $0.gain(groups: grouping.groups) }
        let isShift = gain.map { $0.mean > 2 * $0.standardError } ?? false
        let hashes = grouping.hashes(pair, options: options)
        var model =
            fitted.map { Self.model($0, isShift: isShift, pair, grouping.rule, hashes: hashes, options) }
            ?? DiscriminatorModel.null(fields: pair.fields)
        // As any row is scored that the model meets later, but by the fold that held the row out.
        let scorer = ModelScorer(model)
        let scores =
            fitted.map { fitted in
                scorer.scores(
                    TextProjector.Views(fitted.views), rows: fitted.data.rows, folds: fitted.data.folds.map { Int($0) },
                    pool: pool)
            } ?? [ModelScorer.Score](repeating: ModelScorer.Score(logit: 0, pTest: 0.5), count: pair.count)
        let pTest = scores.map(\.pTest)
        let pTrain = pair.trainRows.map { pTest[$0] }
        let normalised = try options.weighting.weights(of: pTrain)
        model.header.normaliser = [normalised.normaliser.rawMean, normalised.normaliser.cappedMean]
        var weights = [Double](repeating: 1, count: pair.train.count)
        for (row, weight) in zip(pair.trainRows, normalised.values) { weights[pair.fileRow(row)] = weight }
        let drawn = try Drawing(pair, grouping, normalised.values, options)

        clock.begin(.diagnosing)
        let separability = try fitted.map {
            try Diagnostics.separability($0, groups: grouping.groups, options: options, pool: pool)
        }
        let overlap = try fitted.map { fitted in
            let overlap = try Overlap(scores: fitted.stages.uncalibratedLogits, isTest: pair.isTest)
            return OverlapSummary(threshold: overlap.threshold, noSupportShare: overlap.noSupportShare)
        }
        let weightSummary = try Self.summarize(normalised.values, pTrain, pair, fitted, grouping)
        let trust =
            isShift
            ? Diagnostics.trust(
                weights: weightSummary, shape: try ParetoTail(weights: pTrain.map(DensityRatio.ratio)).shape, overlap: overlap)
            : TrustSummary(isTrusted: true, failures: [])
        let areas = try fitted.map { try Diagnostics.fieldAreas($0, fields: pair.fields.count) } ?? []
        summary = ShiftSummary(
            version: Version.current, icuVersion: ICUVersion.current, unicodeVersion: ICUVersion.unicode,
            inputs: Self.inputs(corpora),
            options: Self.optionSummary(options, corpora.review), fields: Self.fields(corpora.selection, areas),
            fit: FitSummary(
                trainRows: pair.train.count, testRows: pair.test.count,
                isSample: pair.train.count < corpora.train.records || pair.test.count < corpora.test.records),
            groups: Self.groups(grouping, pair, fitted),
            discriminator: Self.discriminator(fitted, isShift: isShift, gain: gain, folds: options.folds),
            separability: separability, weights: weightSummary, overlap: overlap,
            reliability: try Self.reliability(pTest, pair.isTest), trust: trust, validation: drawn.summary,
            terms: Terms(towardsTest: [], towardsTrain: []),
            examples: isShift
                ? ExampleRows.find(
                    pair, groups: grouping.groups.ofRow, logits: fitted?.stages.uncalibratedLogits ?? [], pTest: pTest,
                    weights: weights, idKey: options.idKey)
                : Examples(testLikeTrain: [], trainLikeTrain: [], outOfSupportTest: []),
            files: [])
        summary.details = try fitted.map {
            try Self.details(
                $0, scorer, scores, pair, grouping, drawn, weights: weights, isShift: isShift, options, clock, pool)
        }
        summary.terms = Terms(
            summary.details?.terms ?? [], trainRows: pair.train.count, testRows: pair.test.count)
        self.pair = pair
        self.options = options
        self.weights = weights
        var filed = pTest
        for row in 0..<pair.count { filed[pair.fileRow(row) + (pair.isTest[row] ? pair.train.count : 0)] = pTest[row] }
        self.pTest = filed
        validationRows = drawn.validation
        remainingRows = drawn.remaining
        remainingWeights = drawn.remainingWeights
        let scored = model
        scoring = corpora.streamed.map {
            CorpusScoring(
                $0, model: scored, hashes: hashes, groups: grouping.groups, data: fitted?.data, weights: normalised.values,
                trainRows: pair.trainRows, normaliser: normalised.normaliser, options: options)
        }
        self.model = scored
        clock.end()
        timings = clock.timings
    }

    private static func model(
        _ fitted: FittedPair, isShift: Bool, _ pair: CorpusPair, _ rule: GroupRule, hashes: [UInt64],
        _ options: AnalysisOptions
    ) -> DiscriminatorModel {
        DiscriminatorModel(
            crossFit: fitted.crossFit, stages: fitted.stages, views: fitted.views, data: fitted.data, isShift: isShift,
            fields: pair.fields, groupKey: options.groupKey?.path, groupSlot: rule.slot, groupConstants: rule.constants,
            groupHashes: hashes, weighting: options.weighting.description, seed: options.seed, version: Version.current,
            icuVersion: ICUVersion.current)
    }

    /// The cross-fitted discriminator, or nil where a side has fewer groups than folds.
    private static func fit(
        _ pair: CorpusPair, _ grouping: Grouping, _ options: AnalysisOptions, _ clock: StageClock, _ pool: WorkerPool
    ) throws -> FittedPair? {
        guard grouping.summary.train >= options.folds, grouping.summary.test >= options.folds else { return nil }
        clock.begin(.featurizing)
        let views = try Featurizer.featurize(pair.texts, sketched: pair.longest, ordered: true, pool: pool)
        clock.begin(.fitting)
        let folds = grouping.groups.folds(options.folds, isTest: pair.isTest, seed: options.seed)
        let data = LabelledRows(
            rows: pair.rows, isTest: pair.isTest, folds: grouping.groups.ofRow.map { folds[Int($0)] },
            foldCount: options.folds)
        return FittedPair(views: views, data: data, pool: pool)
    }
}

/// The validation pool, the draws from it, and what is left to train on.
struct Drawing {
    let validation: [Int]
    /// The draws and the pool by canonical row.
    let drawn: [Int]
    let poolRows: [Int]
    let remaining: [Int]
    let remainingWeights: [Double]
    let summary: ValidationSummary

    /// - Parameter weights: Of the training rows in canonical order.
    init(_ pair: CorpusPair, _ grouping: Grouping, _ weights: [Double], _ options: AnalysisOptions) throws {
        let groups = grouping.groups
        let keys = pair.trainRows.map { groups.identities[Int(groups.ofRow[$0])] }
        let pool = try ValidationPool(groupKeys: keys, share: options.poolShare, seed: options.seed)
        let poolWeights = pool.rows.map { weights[$0] }
        let draws = options.validationSize ?? pool.rows.count
        poolRows = pool.rows.map { pair.trainRows[$0] }
        drawn = try Resampler(weights: poolWeights).draw(0..<draws, seed: options.seed).map {
            pair.trainRows[pool.rows[$0]]
        }
        validation = drawn.map { pair.fileRow($0) }
        let kept = pool.remainingRows
        let keptWeights = kept.isEmpty ? [] : try Resampler.renormalised(weights, rows: kept)
        let inFileOrder = zip(kept.map { pair.fileRow(pair.trainRows[$0]) }, keptWeights).sorted { $0.0 < $1.0 }
        remaining = inFileOrder.map(\.0)
        remainingWeights = inFileOrder.map(\.1)
        summary = ValidationSummary(
            poolRows: pool.rows.count, poolGroups: pool.groups,
            poolEffectiveRows: try EffectiveSampleSize.ofRows(poolWeights), draws: draws,
            uniqueRows: Set(validation).count, remainingRows: remaining.count)
    }
}
