import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures
import TextRecords
import TextTokens

/// A compared pair with its discriminator, the scores of its rows and their weights: all that a model file needs, and what an
/// analysis starts from.
package struct ScoredPair: Sendable {
    /// nil where a side has fewer groups than folds.
    let fitted: DiscriminatorFit?
    /// What it must ignore, if that was asked for.
    let dropped: DroppedShift?
    /// Mean gain over no information and its standard error; nil without a fit.
    let gain: BalancedGain?
    /// Whether the null rule says that there is a shift.
    let isShift: Bool
    /// The hash that identifies each row's group elsewhere.
    let hashes: [UInt64]
    package let model: DiscriminatorModel
    /// Out of fold, by canonical row.
    let scores: [ModelScorer.Score]
    /// Of the training rows, in canonical order.
    let weights: NormalisedWeights
    /// The classes' shares, for weights by class; nil for other weights, and without a shift.
    let classPriors: ClassPriorSummary?

    init(_ pair: ComparedPair, _ options: AnalysisOptions, _ clock: StageClock, _ workers: WorkerPool) throws {
        (fitted, dropped) = try Self.fit(pair, options, clock, workers)
        clock.begin(.weighing)
        gain = fitted.map { $0.gain(groups: pair.groups) }
        isShift = gain?.isClear ?? false
        hashes = pair.groupHashes
        let header = Self.header(pair, options)
        var model: DiscriminatorModel
        if let fitted {
            model = try DiscriminatorModel(
                header, crossFit: fitted.crossFit, stages: fitted.stages, views: fitted.views, data: fitted.data,
                isShift: isShift, blankLimits: fitted.blanks.limits, groupHashes: hashes, workers: workers)
            // Scored as any later row is, but by the fold that held the row out.
            scores = ModelScorer(model).scores(
                TextProjector.Views(fitted.views), rows: fitted.data.rows, folds: fitted.data.folds.numbers, workers: workers)
        } else {
            model = .null(header)
            scores = [ModelScorer.Score](repeating: ModelScorer.Score(logit: 0, pTest: 0.5), count: pair.count)
        }
        if options.weighting == .classPrior {
            let key = options.labelKey ?? AnalysisOptions.usualLabel
            let label = try LabelColumn(pair, key: key, path: pair.train.path)
            let priors =
                try isShift
                ? fitted.map {
                    try ClassPriorFit(
                        label, train: pair.trainRows, test: pair.testRows, pair, $0.views, options,
                        predictions: options.classPredictions, workers)
                } : nil
            let stored = priors?.stored ?? .none(key)
            model.header.classPriors = stored
            classPriors = priors?.summary
            weights = try NormalisedWeights(raw: stored.ratios(of: pair.trainRows, pair))
        } else {
            classPriors = nil
            weights = try options.weighting.weights(of: pair.trainRows.map { [scores] in scores[$0].pTest })
        }
        model.header.normaliser = [weights.normaliser.rawMean, weights.normaliser.cappedMean]
        self.model = model
    }

    private static func header(_ pair: ComparedPair, _ options: AnalysisOptions) -> DiscriminatorModel.Header {
        func keys(_ name: String) -> [String]? {
            (options.fields + pair.nested).first { $0.name == name }?.keys
        }
        var header = DiscriminatorModel.Header(
            version: Version.current, icuVersion: ICUVersion.current, fields: pair.fields,
            fieldKeys: pair.fields.map { keys($0) ?? [$0] }, weighting: options.weighting.description, seed: options.seed)
        header.groupKey = pair.groupKey?.name
        // A field of the same name takes precedence over the group key.
        header.groupKeys = pair.groupKey.map { keys($0.name) ?? $0.keys }
        header.groupSlot = pair.grouping.rule.slot
        header.groupConstants = pair.grouping.rule.constants.sorted()
        header.form = pair.eraser.stored
        header.trainRows = pair.train.count
        header.testRows = pair.test.count
        return header
    }

    /// The cross-fitted discriminator, or nil where a side has fewer groups than folds.
    private static func fit(
        _ pair: ComparedPair, _ options: AnalysisOptions, _ clock: StageClock, _ workers: WorkerPool
    ) throws -> (DiscriminatorFit?, DroppedShift?) {
        guard pair.isFittable else { return (nil, nil) }
        clock.begin(.featurizing)
        let views = try pair.featurized(ordered: true, workers)
        clock.begin(.fitting)
        guard let bound = options.dropShifted else {
            return (DiscriminatorFit(views: views, data: pair.labelled, groups: pair.groups, workers: workers), nil)
        }
        var removal = ShiftRemoval(pair, views, bound: bound, workers)
        return try removal.run()
    }
}
