import ParallelWork
import ShiftModel

extension ReportDetails {
    /// What the page shows beside the figures; without a shift no row is singled out and no term listed.
    init(
        _ fitted: DiscriminatorFit, _ pair: ComparedPair, _ scored: ScoredPair, _ moved: MovedTerms, _ check: ValidationCheck?,
        _ options: AnalysisOptions, _ workers: WorkerPool
    ) throws {
        let rows = scored.isShift ? try ExplainedRows(pair, scored, fitted, idKey: options.idKey).find(workers) : []
        let terms = scored.isShift ? try MovedTerms.list(moved, fitted, pair, workers) : []
        self.init(
            rows: rows, terms: terms, testedTerms: moved.tested, curves: try ShiftCurves(fitted, pair, scored),
            validationCheck: check)
    }
}
