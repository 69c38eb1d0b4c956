/// The pool and the validation set drawn from it.
public struct ValidationSummary: Codable, Sendable, Equatable {
    /// Training rows that the set was drawn from.
    public var poolRows: Int
    /// nil where the corpus was too large to count them.
    public var poolGroups: Int?
    /// Effective sample size of the pool's weights.
    public var poolEffectiveRows: Double
    /// Draws with replacement: the rows of validation.jsonl.
    public var draws: Int
    /// Different rows among them.
    public var uniqueRows: Int
    /// Rows outside the pool.
    public var remainingRows: Int
    /// How uncertain a score is on the set, and from out-of-fold scores; nil where nothing was drawn, and in reports of older versions.
    public var scoreMargin: ScoreMargin?
    /// The classes of `--stratify` that train has and the set has not; nil without that option.
    public var lost: [StratumShare]?

    package init(
        poolRows: Int, poolGroups: Int?, poolEffectiveRows: Double, draws: Int, uniqueRows: Int, remainingRows: Int,
        scoreMargin: ScoreMargin? = nil, lost: [StratumShare]? = nil
    ) {
        self.poolRows = poolRows
        self.poolGroups = poolGroups
        self.poolEffectiveRows = poolEffectiveRows
        self.draws = draws
        self.uniqueRows = uniqueRows
        self.remainingRows = remainingRows
        self.scoreMargin = scoreMargin
        self.lost = lost
    }
}
