import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures

/// Everything that the scores and weights of the fit's rows show.
///
/// All of it is about the fit's rows. If the corpora are larger than the fit, the drawn set is that of the sample, which has
/// the distribution of the streamed one: neither the streamed pool nor its texts are in memory.
struct Figures: Sendable {
    let verdict: Verdict
    let fields: [Field]
    let groups: GroupSummary
    let discriminator: DiscriminatorSummary
    let separability: Separability?
    let form: FormSummary?
    let clusters: ClusterSummary?
    let weights: WeightSummary
    let overlap: OverlapSummary?
    let reliability: ReliabilitySummary
    let drawn: ValidationDraw
    let examples: Examples
    let letters: LetterShares
    let details: ReportDetails?

    /// - Parameter selection: The fields that were compared, and those that were not.
    init(
        _ pair: ComparedPair, _ scored: ScoredPair, _ selection: FieldSelection, _ options: AnalysisOptions,
        _ clock: StageClock,
        _ workers: WorkerPool
    ) throws {
        clock.begin(.diagnosing)
        let (fitted, isShift) = (scored.fitted, scored.verdict == .shift)
        let pTest = scored.scores.map(\.pTest)
        let (weighed, (drawn, groups, examples)) = try workers.both(
            { try Weighed(pair, scored, options.weighting) },
            {
                (
                    try ValidationDraw(pair, weights: scored.weights.values, options),
                    fitted.map { pair.grouping.summary.counting(nearCopies: NearCopies.count(pair, $0.views)) }
                        ?? pair.grouping.summary,
                    isShift ? ExampleRows(pair, scored, idKey: options.idKey).examples : .none
                )
            })
        let (reliability, areas) = try workers.both(
            { try ReliabilitySummary(pTest: pTest, isTest: pair.isTest) },
            { try fitted.map { try $0.fieldAreas(fields: pair.fields.count) } ?? [] })
        fields = selection.all.map { $0.measured(areas, of: selection.used) }
        discriminator = DiscriminatorSummary(scored, folds: options.folds)
        (weights, overlap, self.reliability) = (weighed.summary, weighed.overlap, reliability)
        (self.drawn, self.groups, self.examples) = (drawn, groups, examples)
        let separability = try fitted.map {
            try Separability($0, groups: pair.groups, options: options, workers: workers)
        }
        let form = try fitted.map {
            try FormMeasuring(pair, $0, auc: separability?.auc ?? 0.5, workers).summary(isShift: isShift)
        }
        (self.separability, self.form) = (separability, form)
        clusters = fitted.flatMap { ClusterSummary(pair, $0.views.words) }
        verdict = Verdict(scored.verdict, on: weighed.evidence.with(formLeft: form?.left?.ofNothing))
        // Texts that are too few to fit have a language too.
        let surface =
            try fitted?.views.surface ?? pair.featurized(ordered: false, workers).surface
        letters = RowForm(surface: surface, rows: pair.rows).letters(pair.isTest)
        details = try fitted.map { try ReportDetails($0, pair, scored, drawn, options, clock, workers) }
    }

    /// The weights' own figures.
    private struct Weighed: Sendable {
        let overlap: OverlapSummary?
        let evidence: TrustEvidence
        let summary: WeightSummary

        init(_ pair: ComparedPair, _ scored: ScoredPair, _ weighting: Weighting) throws {
            overlap = try scored.fitted.map { try OverlapSummary(logits: $0.stages.uncalibratedLogits, isTest: pair.isTest) }
            evidence = try TrustEvidence(
                pTrain: pair.trainRows.map { scored.scores[$0].pTest }, weights: scored.weights.values,
                noSupportShare: overlap?.noSupportShare ?? 0, looksAtTail: scored.verdict == .shift)
            summary = try WeightSummary(pair, scored, weighting, evidence)
        }
    }
}

extension Field {
    /// The field with its AUC, if it is used.
    fileprivate func measured(_ areas: [Double], of used: [String]) -> Field {
        guard isUsed, let slot = used.firstIndex(of: name), slot < areas.count else { return self }
        return Field(
            name: name, isUsed: isUsed, reason: reason, missingTrain: missingTrain, missingTest: missingTest, auc: areas[slot],
            tellsSidesApart: areas[slot] > 0.99)
    }
}
