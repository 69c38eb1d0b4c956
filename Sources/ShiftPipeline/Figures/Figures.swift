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
    let balance: BalanceSummary?
    let reliability: ReliabilitySummary
    let drawn: ValidationDraw
    let examples: Examples
    let letters: LetterShares
    let details: ReportDetails?
    let classPriors: ClassPriorSummary?

    /// - Parameter selection: The fields that were compared, and those that were not.
    init(
        _ pair: ComparedPair, _ scored: ScoredPair, _ selection: FieldSelection, _ options: AnalysisOptions,
        _ clock: StageClock,
        _ workers: WorkerPool
    ) throws {
        clock.begin(.diagnosing)
        classPriors = scored.classPriors
        let fitted = scored.fitted
        let pTest = scored.scores.map(\.pTest)
        let rows = ExampleRows(pair, scored, idKey: options.idKey)
        let (weights, (drawn, groups, examples)) = try workers.both(
            { try WeightSummary(pair, scored, options.weighting, rows) },
            {
                (
                    try ValidationDraw(
                        pair, weights: scored.weights.values, logits: pair.trainRows.map { scored.scores[$0].logit },
                        surface: fitted?.views.surface, options),
                    fitted.map { pair.grouping.summary.counting(nearCopies: NearCopies.count(pair, $0.views)) }
                        ?? pair.grouping.summary,
                    scored.isShift ? rows.examples : .none
                )
            })
        let (reliability, areas) = try workers.both(
            { try ReliabilitySummary(pTest: pTest, isTest: pair.isTest) },
            { try fitted.map { try $0.fieldAreas(fields: pair.fields.count) } ?? [] })
        let separability = try fitted.map { try Separability($0, groups: pair.groups, options: options, workers: workers) }
        let form = try fitted.map {
            try FormMeasuring(pair, $0, auc: separability?.auc ?? 0.5, workers).summary(isShift: scored.isShift)
        }
        (self.separability, self.form) = (separability, form)
        clusters = fitted.flatMap { ClusterSummary(pair, $0.views.words) }
        let kind = separability.map { Verdict.kind(isShift: scored.isShift, pValue: $0.pValue) } ?? .tooFewGroups
        clock.begin(.explaining)
        let moved = fitted.map {
            MovedTerms($0.views, rows: pair.rows, isTest: pair.isTest, groups: pair.groups.ofRow, workers: workers)
        }
        let support = fitted.flatMap { fitted in
            moved.map { SupportCheck(pair, logits: fitted.stages.uncalibratedLogits, moved: $0, fitted.views) }
        }
        overlap = support?.summary(rows, fitted?.views)
        clock.begin(.checking)
        let checks = fitted.map { DrawnSetCheck(pair, $0.views, options, workers) }
        let check = try checks?.run(drawn: drawn.drawn, poolRows: drawn.poolRows)
        balance = scored.isShift ? try checks?.balance(scored.weights.values) : nil
        verdict = Verdict(
            kind,
            on: try TrustEvidence(
                pTrain: pair.trainRows.map { pTest[$0] }, weights: scored.weights.values,
                groups: pair.trainRows.map { Int(pair.groups.ofRow[$0]) }, noSupport: support?.share.lower ?? 0,
                balance: balance.flatMap { ValidationCheck.clearlyLeft($0.weighted, of: $0.unweighted) },
                drawnSet: check.flatMap { ValidationCheck.clearlyLeft($0.drawn, of: $0.random) }
            ).with(formLeft: form?.left?.ofNothing))
        fields = selection.all.map { $0.measured(areas, of: selection.used) }
        var detectable: Double?
        if kind == .noShift, let fitted, let error = separability?.standardError {
            detectable = try DetectableShift(fitted, pair, options, workers).area(error: error, workers)
        }
        discriminator = DiscriminatorSummary(scored, kind, detectable: detectable, folds: options.folds)
        (self.weights, self.reliability) = (weights, reliability)
        (self.drawn, self.groups, self.examples) = (drawn, groups, examples)
        // Texts that are too few to fit have a language too.
        let surface =
            try fitted?.views.surface ?? pair.featurized(ordered: false, workers).surface
        letters = RowForm(surface: surface, rows: pair.rows).letters(pair.isTest)
        details = try fitted.flatMap { fitted in
            try moved.map { try ReportDetails(fitted, pair, scored, $0, check, options, workers) }
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
