import ImportanceWeights

/// How uncertain a score of 80% is: half the width of its 95% interval, as a share, from the sampling of rows alone.
///
/// A mean of right and wrong answers over weighted rows has the variance p(1 - p)/n with n the effective sample size (Kish 1965, "Survey
/// Sampling", 11.2C), taken over rows as if they were independent, and over groups as if the rows of a group were right or wrong together:
/// the truth is between the two. That the weights are estimated is not in it.
public struct ScoreMargin: Codable, Sendable, Equatable {
    /// The score that it is of.
    public var score: Double
    /// On the drawn set, as many times as each row was drawn.
    public var drawnSet: Double
    /// The same with the rows of a group together; nil where the groups were not counted.
    public var drawnSetByGroups: Double?
    /// From out-of-fold scores over all training rows with their weights.
    public var allRows: Double
    /// The same with the rows of a group together; nil where the groups were not counted.
    public var allRowsByGroups: Double?

    /// The score that people have in mind.
    package static let usual = 0.8
    /// Standard errors to either side of a 95% interval.
    private static let width = 1.96

    /// - Parameters: Effective sample sizes, above 0.
    package init(drawnSet: Double, drawnSetGroups: Double? = nil, allRows: Double, allRowsGroups: Double? = nil) {
        score = Self.usual
        self.drawnSet = Self.margin(drawnSet)
        drawnSetByGroups = drawnSetGroups.map(Self.margin)
        self.allRows = Self.margin(allRows)
        allRowsByGroups = allRowsGroups.map(Self.margin)
    }

    private static func margin(_ rows: Double) -> Double { width * (usual * (1 - usual) / max(rows, 1)).squareRoot() }

    /// - Parameters:
    ///   - drawn: Positions in `weights` of the drawn rows, repeats counted.
    ///   - weights: Of all training rows, with the number of each row's group.
    init?(drawn: [Int], weights: [Double], groups: [Int]) throws {
        guard !drawn.isEmpty else { return nil }
        var copies = [Double](repeating: 0, count: weights.count)
        for row in drawn { copies[row] += 1 }
        self.init(
            drawnSet: try EffectiveSampleSize.ofRows(copies),
            drawnSetGroups: try EffectiveSampleSize.ofGroups(copies, groups: groups),
            allRows: try EffectiveSampleSize.ofRows(weights),
            allRowsGroups: try EffectiveSampleSize.ofGroups(weights, groups: groups))
    }
}
