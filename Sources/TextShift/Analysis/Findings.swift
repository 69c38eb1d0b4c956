import ImportanceWeights
import ParallelWork
import ShiftReport

/// What the scores and weights of the fit's rows show, separability apart.
struct Findings: Sendable {
    let drawn: ValidationDraw
    let groups: GroupSummary
    let overlap: OverlapSummary?
    let weights: WeightSummary
    let trust: TrustSummary
    let reliability: ReliabilitySummary
    /// AUC of each used field.
    let fieldAreas: [Double]
    let examples: Examples

    /// - Parameters:
    ///   - pTrain: Of the training rows in canonical order, as the weights.
    ///   - weightOfRow: By row of the training file.
    init(
        _ pair: CorpusPair, _ grouping: Grouping, _ fitted: FittedPair?, pTest: [Double], pTrain: [Double],
        weights normalised: NormalisedWeights, weightOfRow: [Double], isShift: Bool, _ options: AnalysisOptions,
        _ workers: WorkerPool
    ) throws {
        let weights = normalised.values
        let ((drawn, ownWeights, shape), (groups, overlap, found)) = try workers.both(
            {
                (
                    try ValidationDraw(pair, grouping, weights, options),
                    try Analysis.summarize(normalised, options.weighting, pTrain, pair, fitted, grouping),
                    isShift ? try ParetoTail(weights: pTrain.map(DensityRatio.ratio)).shape : nil
                )
            },
            {
                (
                    Analysis.groups(grouping, pair, fitted),
                    try fitted.map { fitted in
                        let overlap = try Overlap(scores: fitted.stages.uncalibratedLogits, isTest: pair.isTest)
                        return OverlapSummary(threshold: overlap.threshold, noSupportShare: overlap.noSupportShare)
                    },
                    isShift
                        ? fitted.map { fitted in
                            ExampleRows.find(
                                pair, groups: grouping.groups.ofRow, logits: fitted.stages.uncalibratedLogits, pTest: pTest,
                                weights: weightOfRow, idKey: options.idKey)
                        } : nil
                )
            })
        (reliability, fieldAreas) = try workers.both(
            { try Analysis.reliability(pTest, pair.isTest) },
            { try fitted.map { try Diagnostics.fieldAreas($0, fields: pair.fields.count) } ?? [] })
        (self.drawn, self.weights, self.groups, self.overlap) = (drawn, ownWeights, groups, overlap)
        trust =
            isShift
            ? Diagnostics.trust(
                weights: ownWeights, shape: shape, overlap: overlap, weight: options.weighting.description)
            : TrustSummary(isTrusted: true, failures: [])
        examples = found ?? Examples(testLikeTrain: [], trainLikeTrain: [], outOfSupportTest: [])
    }
}
