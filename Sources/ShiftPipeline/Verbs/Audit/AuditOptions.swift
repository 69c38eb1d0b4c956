/// What an audit should do.
public struct AuditOptions: Sendable {
    /// As for an analysis; of them an audit heeds what decides the fields, the groups, the fit and the weights. Of
    /// ``FitBounds/rows`` at most a sample is audited.
    public var analysis: AnalysisOptions
    /// A model's results for rows of the corpus that it was not trained on: the metrics are the means of its numbers. nil for a
    /// classifier of the label.
    public var scores: String?
    /// The numbers of ``scores`` to take; empty for all.
    public var metrics: [String] = []
    /// An analysis of the corpus, of which the density ratio that it estimated is planted too; nil for none.
    package var like: AnalysisRecord?
    /// Draws of each planted shift, each with other groups on either side and, by topic, another direction.
    public var draws = 3
    /// Share of the rows that become the planted test side.
    public var testShare = 0.25

    /// Three draws of each shift, with the fields, groups and fit of `analysis`.
    public init(analysis: AnalysisOptions = AnalysisOptions()) { self.analysis = analysis }
}
