import ImportanceWeights

/// The validation pool, the draws from it, and what is left to train on.
struct ValidationDraw: Sendable {
    /// The draws by row of the file.
    let validation: [Int]
    /// The draws and the pool by canonical row.
    let drawn: [Int]
    let poolRows: [Int]
    /// The remaining rows by row of the file, ascending, and their weights, mean 1 over them.
    let remaining: [Int]
    let remainingWeights: [Double]
    let summary: ValidationSummary

    /// - Parameters:
    ///   - weights: Of the training rows in canonical order.
    ///   - logits: Uncalibrated and out of fold, of the same rows.
    ///   - surface: Form of the segments; nil where nothing was featurised.
    init(_ pair: ComparedPair, weights: [Double], logits: [Double], surface: [Float]?, _ options: AnalysisOptions) throws {
        let strata = try options.stratifyKey.map { try Stratification(pair, key: $0) }
        let traits = PoolTraits.of(pair, weights: weights, logits: logits, surface: surface, strata: strata)
        let pool = try ValidationPool(
            logits: logits, groupKeys: pair.trainGroupKeys, traits: traits, share: options.poolShare, seed: options.seed)
        let poolWeights = pool.rows.map { weights[$0] }
        let draws = options.validationSize ?? pool.rows.count
        poolRows = pool.rows.map { pair.trainRows[$0] }
        let places = try pool.draw(
            draws, weights: weights, logits: logits, groupKeys: pair.trainGroupKeys, traits: traits, seed: options.seed)
        drawn = places.map { pair.trainRows[$0] }
        validation = drawn.map { pair.fileRow($0) }
        let kept = pool.remainingRows
        let keptWeights = kept.isEmpty ? [] : try Resampler.renormalised(weights, rows: kept)
        let inFileOrder = zip(kept.map { pair.fileRow(pair.trainRows[$0]) }, keptWeights).sorted { $0.0 < $1.0 }
        remaining = inFileOrder.map(\.0)
        remainingWeights = inFileOrder.map(\.1)
        summary = ValidationSummary(
            poolRows: pool.rows.count, poolGroups: pool.groups,
            poolEffectiveRows: try EffectiveSampleSize.ofRows(poolWeights), draws: draws,
            uniqueRows: Set(validation).count, remainingRows: remaining.count,
            scoreMargin: try ScoreMargin(
                drawn: places, weights: weights, groups: pair.trainRows.map { Int(pair.groups.ofRow[$0]) }),
            lost: strata?.lost(places))
    }
}
