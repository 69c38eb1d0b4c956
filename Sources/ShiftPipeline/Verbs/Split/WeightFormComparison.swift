import ImportanceWeights
import ShiftModel

/// What each form of the weights makes of one analysis: how much it leaves of the rows, and how near to test the set is that it draws.
struct WeightFormComparison {
    /// That of the analysis first.
    let forms: [SplitSummary.Form]

    /// Forms that are always compared.
    private static let usual: [Weighting] = [.ratio, .relative(alpha: 0.5), .clip(cap: 10), .discriminator]

    /// - Parameters:
    ///   - splitter: That of the analysis' own weights.
    ///   - traits: What the pool is balanced by, for some weights.
    /// - Throws: `WeightError`, ``AnalysisError``.
    init(
        _ saved: RestoredAnalysis, _ splitter: Splitter, check: DrawnSetCheck, size: Int?, traits: ([Double]) -> RowTraits
    ) throws {
        let pair = saved.pair
        let own = saved.options.weighting
        let groups = pair.trainRows.map { Int(pair.groups.ofRow[$0]) }
        forms = try ([own] + Self.usual.filter { $0 != own }).map { form in
            let weights = form == own ? saved.weights : try form.weights(of: splitter.pTest).values
            var other = splitter
            (other.weights, other.traits) = (weights, traits(weights))
            let set = try other.split(.resample, size: size, folds: 0).first?.validation ?? []
            return SplitSummary.Form(
                weight: form.description, isOwn: form == own, effectiveRows: try EffectiveSampleSize.ofRows(weights),
                effectiveGroups: try EffectiveSampleSize.ofGroups(weights, groups: groups), largest: weights.max() ?? 1,
                auc: try check.area(of: set.map { pair.trainRows[$0] }))
        }
    }
}
