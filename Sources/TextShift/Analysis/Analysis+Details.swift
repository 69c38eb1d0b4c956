import ParallelWork
import ShiftModel
import ShiftReport

extension Analysis {
    /// What the page shows beside the figures; without a shift no row is singled out and no term listed.
    ///
    /// All of it is of the fit's rows, as all figures are. Of corpora larger than the fit the drawn set is that of the sample,
    /// which has the distribution of the streamed one: neither the streamed pool nor its texts are in memory.
    static func details(
        _ fitted: FittedPair, _ scorer: ModelScorer, _ scores: [ModelScorer.Score], _ pair: CorpusPair,
        _ grouping: Grouping, _ drawn: ValidationDraw, weights: [Double], isShift: Bool, _ options: AnalysisOptions,
        _ clock: StageClock, _ workers: WorkerPool
    ) throws -> ReportDetails {
        clock.begin(.explaining)
        let groups = grouping.groups.ofRow
        let rows = ExplainedRows(
            pair: pair, groups: groups, fitted: fitted, scorer: scorer, scores: scores, weights: weights,
            idKey: options.idKey)
        let moved = MovedTerms(fitted.views, rows: pair.rows, isTest: pair.isTest, groups: groups, workers: workers)
        var details = ReportDetails(
            rows: isShift ? try rows.find(workers) : [],
            terms: isShift ? try MovedTerms.list(moved, fitted, pair, groups: groups, workers) : [],
            testedTerms: moved.tested,
            curves: try CurveData.make(
                fitted, isTest: pair.isTest, pTest: scores.map(\.pTest), weights: weights, isShift: isShift),
            validationCheck: nil)
        clock.begin(.checking)
        details.validationCheck = try DrawnSetCheck(
            views: fitted.views, data: fitted.data, groups: grouping.groups, options: options, workers: workers
        ).run(drawn: drawn.drawn, poolRows: drawn.poolRows)
        return details
    }
}
