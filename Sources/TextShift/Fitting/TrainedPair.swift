import ImportanceWeights
import ParallelWork
import ShiftModel
import ShiftReport
import SparseFeatures
import TextRecords
import TextTokens

/// A corpus pair with its model and the numbers of its rows: all that a model file needs, and what an analysis starts from.
struct TrainedPair: Sendable {
    /// nil where a side has fewer groups than folds.
    let fitted: FittedPair?
    /// What it must not look at, if that was asked for.
    let dropped: DroppedShift?
    /// Mean gain over no information and its standard error; nil without a fit.
    let gain: BalancedGain?
    /// Whether the gain is beyond chance: the verdict.
    let isShift: Bool
    /// The hash by which each row knows its group elsewhere.
    let hashes: [UInt64]
    let model: DiscriminatorModel
    /// Out of fold, by canonical row.
    let scores: [ModelScorer.Score]
    /// Of the training rows, in canonical order.
    let weights: NormalisedWeights

    init(
        _ pair: CorpusPair, _ grouping: Grouping, _ options: AnalysisOptions, _ clock: StageClock, _ workers: WorkerPool
    ) throws {
        (fitted, dropped) = try Self.fit(pair, grouping, options, clock, workers)
        clock.begin(.weighing)
        gain = fitted.map { $0.gain(groups: grouping.groups) }
        isShift = gain?.isClear ?? false
        hashes = grouping.hashes(pair, options: options)
        let header = Self.header(pair, grouping.rule, options)
        var model: DiscriminatorModel
        if let fitted {
            model = try DiscriminatorModel(
                header, crossFit: fitted.crossFit, stages: fitted.stages, views: fitted.views, data: fitted.data,
                isShift: isShift, groupHashes: hashes, workers: workers)
            // As any row is scored that the model meets later, but by the fold that held the row out.
            scores = ModelScorer(model).scores(
                TextProjector.Views(fitted.views), rows: fitted.data.rows, folds: fitted.data.folds.map { Int($0) }, workers: workers)
        } else {
            model = .null(header)
            scores = [ModelScorer.Score](repeating: ModelScorer.Score(logit: 0, pTest: 0.5), count: pair.count)
        }
        weights = try options.weighting.weights(of: pair.trainRows.map { [scores] in scores[$0].pTest })
        model.header.normaliser = [weights.normaliser.rawMean, weights.normaliser.cappedMean]
        self.model = model
    }

    private static func header(_ pair: CorpusPair, _ rule: GroupRule, _ options: AnalysisOptions) -> DiscriminatorModel.Header {
        func keys(_ name: String) -> [String]? { options.fields.first { $0.name == name }?.keys }
        var header = DiscriminatorModel.Header(
            version: Version.current, icuVersion: ICUVersion.current, fields: pair.fields,
            fieldKeys: pair.fields.map { keys($0) ?? [$0] }, weighting: options.weighting.description, seed: options.seed)
        header.groupKey = options.groupKey?.name
        // A field of its name goes before the group key.
        header.groupKeys = options.groupKey.map { keys($0.name) ?? $0.keys }
        header.groupSlot = rule.slot
        header.groupConstants = rule.constants.sorted()
        header.trainRows = pair.train.count
        header.testRows = pair.test.count
        return header
    }

    /// The cross-fitted discriminator, or nil where a side has fewer groups than folds.
    private static func fit(
        _ pair: CorpusPair, _ grouping: Grouping, _ options: AnalysisOptions, _ clock: StageClock, _ workers: WorkerPool
    ) throws -> (FittedPair?, DroppedShift?) {
        guard grouping.summary.train >= options.folds, grouping.summary.test >= options.folds else { return (nil, nil) }
        clock.begin(.featurizing)
        let views = try Featurizer.featurize(pair.texts, sketched: pair.longest, ordered: true, workers: workers)
        clock.begin(.fitting)
        let folds = grouping.groups.folds(options.folds, isTest: pair.isTest, seed: options.seed)
        let data = LabelledRows(
            rows: pair.rows, isTest: pair.isTest, folds: grouping.groups.ofRow.map { folds[Int($0)] },
            foldCount: options.folds)
        guard let bound = options.dropShifted else { return (FittedPair(views: views, data: data, workers: workers), nil) }
        var removal = ShiftRemoval(pair, grouping.groups, data, views, bound: bound, workers)
        return try removal.run()
    }
}
