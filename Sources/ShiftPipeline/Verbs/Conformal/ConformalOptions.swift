/// What prediction sets are made from.
public struct ConformalOptions: Sendable {
    /// Share of test rows whose set may miss the truth, above 0 and below 1.
    public var alpha = 0.1
    /// The field of the score, in both files of scores.
    public var scoreKey = "score"
    /// Scores of the possible answers of test rows: under ``ConformalSets/candidatesKey`` an object with a number for each; nil
    /// for thresholds alone.
    public var candidates: String?
    /// Where the corpora of the analysis are now, and the threads to work on.
    public var reread = RereadOptions()

    /// The defaults of `textshift conformal`.
    public init() {}
}
