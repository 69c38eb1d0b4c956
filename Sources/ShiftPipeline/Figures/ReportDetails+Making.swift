import ParallelWork
import ShiftModel

extension ReportDetails {
    /// What the page shows beside the figures; without a shift no row is singled out and no term listed.
    init(
        _ fitted: DiscriminatorFit, _ pair: ComparedPair, _ scored: ScoredPair, _ drawn: ValidationDraw,
        _ options: AnalysisOptions,
        _ clock: StageClock, _ workers: WorkerPool
    ) throws {
        clock.begin(.explaining)
        let isShift = scored.verdict == .shift
        let moved = MovedTerms(fitted.views, rows: pair.rows, isTest: pair.isTest, groups: pair.groups.ofRow, workers: workers)
        let rows = isShift ? try ExplainedRows(pair, scored, fitted, idKey: options.idKey).find(workers) : []
        let terms = isShift ? try MovedTerms.list(moved, fitted, pair, workers) : []
        let curves = try ShiftCurves(fitted, pair, scored)
        clock.begin(.checking)
        let check = try DrawnSetCheck(pair, fitted.views, options, workers).run(drawn: drawn.drawn, poolRows: drawn.poolRows)
        self.init(rows: rows, terms: terms, testedTerms: moved.tested, curves: curves, validationCheck: check)
    }
}
