import ParallelWork
import ShiftModel
import ShiftReport

extension Analysis {
    /// What the page shows beside the figures; without a shift no row is singled out and no term listed.
    static func details(
        _ fitted: FittedPair, _ scorer: ModelScorer, _ scores: [ModelScorer.Score], _ pair: CorpusPair,
        _ grouping: Grouping, weights: [Double], isShift: Bool, _ options: AnalysisOptions, _ pool: WorkerPool
    ) throws -> ReportDetails {
        let rows = ExplainedRows(
            pair: pair, groups: grouping.groups.ofRow, fitted: fitted, scorer: scorer, scores: scores, weights: weights,
            idKey: options.idKey)
        return ReportDetails(
            rows: isShift ? try rows.find(pool) : [], terms: [], testedTerms: 0,
            curves: try CurveData.make(
                fitted, isTest: pair.isTest, pTest: scores.map(\.pTest), weights: weights, isShift: isShift),
            validationCheck: nil)
    }
}
