/// What the page shows beside the summary's figures: rows with each token's part, terms with their contexts, curves, and the
/// check of the drawn validation set. Bounded, whatever the size of the corpora.
///
/// Text from the corpora is given as it is: whoever shows it has to escape it.
public struct ReportDetails: Codable, Sendable, Equatable {
    /// Rows at the ends of the uncalibrated out-of-fold logit, the furthest first; near duplicates and rows of one group once.
    public var rows: [ExplainedRow]
    /// Words and phrases that moved, the most certain first.
    public var terms: [MovedTerm]
    /// Terms that were tested, listed or not.
    public var testedTerms: Int
    /// What the plots show.
    public var curves: ShiftCurves
    /// nil if nothing was drawn, or the sides are too small for the check.
    public var validationCheck: ValidationCheck?

    package init(
        rows: [ExplainedRow], terms: [MovedTerm], testedTerms: Int, curves: ShiftCurves, validationCheck: ValidationCheck?
    ) {
        self.rows = rows
        self.terms = terms
        self.testedTerms = testedTerms
        self.curves = curves
        self.validationCheck = validationCheck
    }
}
