/// What an audit should do.
public struct AuditOptions: Sendable {
    /// As for an analysis; an audit uses those that determine the fields, the groups, the fit and the weights. If the corpus
    /// has more than ``FitBounds/rows`` rows, a sample is audited.
    public var analysis: AnalysisOptions
    /// A model's results for rows of the corpus that it was not trained on: the metrics are the means of its numbers. nil for a
    /// classifier of the label.
    public var scores: String?
    /// The numbers of ``scores`` to take; empty for all.
    public var metrics: [String] = []
    /// An analysis of the corpus, whose estimated density ratio is planted too; nil for none.
    package var like: AnalysisRecord?
    /// Draws of each planted shift, each with different groups on the two sides and, for topics, another direction.
    public var draws = 3
    /// Share of the rows that become the planted test side.
    public var testShare = 0.25

    /// Three draws of each shift, with the fields, groups and fit of `analysis`.
    public init(analysis: AnalysisOptions = AnalysisOptions()) { self.analysis = analysis }
}
