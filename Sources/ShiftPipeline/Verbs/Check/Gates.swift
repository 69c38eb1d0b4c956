import ImportanceWeights

/// Limits that an analysis must meet, for continuous integration; nil for none.
public struct Gates: Sendable {
    /// Of the AUC.
    public var maximumAUC: Double?
    /// Of the effective sample size, in rows, or as a share of the training rows where `isShare`.
    public var minimumEffective: (value: Double, isShare: Bool)?
    /// Of the lower bound of the share of test rows without support, which trust goes by.
    public var maximumNoSupport: Double?
    /// Of the effective number of groups.
    public var minimumGroups: Double?
    /// Of what weighting leaves of the difference, in train and in the drawn set: see ``BalanceSummary/left``.
    public var maximumLeft: Double?
    /// Of the part of the AUC's way from ½ that is left without form, 0...1.
    public var minimumContent: Double?
    /// Within which the mean density ratio over train lies.
    public var meanRatios: ClosedRange<Double>?
    /// Of the share of test rows that are in train, word for word or nearly.
    public var maximumDuplicates: Double?
    /// Whether the weights must be trusted.
    public var requiresTrust = false

    /// No limits.
    public init() {}

    /// A limit, by the name of its option.
    public enum Gate: String, Sendable, Codable, CaseIterable {
        /// An upper limit on the AUC.
        case maximumAUC = "max-auc"
        /// A lower limit on the effective sample size.
        case minimumEffective = "min-ess"
        /// A lower limit on the effective number of groups.
        case minimumGroups = "min-groups"
        /// An upper limit on what weighting leaves of the difference.
        case maximumLeft = "max-left"
        /// A lower limit on what is left of the difference without form.
        case minimumContent = "min-content"
        /// Limits of the mean density ratio.
        case meanRatio = "mean-ratio"
        /// An upper limit on the share of test without support.
        case maximumNoSupport = "max-no-support"
        /// An upper limit on the share of test in train.
        case maximumDuplicates = "max-duplicates"
        /// Weights that can be trusted.
        case trusted
    }

    /// A gate that was checked.
    public struct Result: Sendable, Equatable {
        /// Which.
        public var gate: Gate
        /// The figure of the analysis; nil if it is not known. For ``Gate/trusted``, 1 for yes and 0 for no.
        public var found: Double?
        /// The limit; of two, the lower one.
        public var limit: Double
        /// The upper of two limits; nil for one.
        public var upperLimit: Double?
        /// Whether both are shares of rows; for ``Gate/minimumEffective`` they are numbers of rows otherwise.
        public var isShare: Bool
        /// Whether the limit is met; false if the figure is not known.
        public var passes: Bool
        /// For ``Gate/trusted``, why not.
        public var reasons: [TrustReason] = []
    }

    /// The larger of what weighted train and the drawn set keep beyond chance; 0 without a shift, nil where nothing was fitted.
    private static func left(_ summary: ShiftSummary) -> Double? {
        switch summary.verdict.kind {
        case .tooFewGroups: return nil
        case .noShift, .difference: return 0
        case .shift:
            let check = summary.details?.validationCheck
            return [
                summary.balance.flatMap { ValidationCheck.clearlyLeft($0.weighted, of: $0.unweighted) },
                check.flatMap { ValidationCheck.clearlyLeft($0.drawn, of: $0.random) },
            ].compactMap { $0 }.max() ?? 0
        }
    }

    /// What is left of the AUC's way from ½ without form; 1 where form has no part in it, nil where nothing was fitted.
    private static func content(_ summary: ShiftSummary) -> Double? {
        summary.verdict.kind == .tooFewGroups ? nil : max(summary.form?.left?.share ?? 1, 0)
    }

    /// One result for each limit that was given.
    public func results(_ summary: ShiftSummary) -> [Result] {
        var results: [Result] = []
        func atMost(_ gate: Gate, _ limit: Double?, _ found: Double?, isShare: Bool = true) {
            guard let limit else { return }
            results.append(
                Result(gate: gate, found: found, limit: limit, isShare: isShare, passes: (found ?? .infinity) <= limit))
        }
        atMost(.maximumAUC, maximumAUC, summary.separability?.auc, isShare: false)
        if let minimum = minimumEffective {
            let worth = summary.weights.effectiveRows
            let found = minimum.isShare ? worth / Double(max(summary.fit.trainRows, 1)) : worth
            results.append(
                Result(
                    gate: .minimumEffective, found: found, limit: minimum.value, isShare: minimum.isShare,
                    passes: found >= minimum.value))
        }
        if let minimum = minimumGroups {
            let found = summary.weights.effectiveGroups
            results.append(
                Result(gate: .minimumGroups, found: found, limit: minimum, isShare: false, passes: found >= minimum))
        }
        atMost(.maximumLeft, maximumLeft, Self.left(summary))
        if let range = meanRatios {
            let found = summary.weights.meanRatio
            results.append(
                Result(
                    gate: .meanRatio, found: found, limit: range.lowerBound, upperLimit: range.upperBound, isShare: false,
                    passes: range.contains(found)))
        }
        if let minimum = minimumContent {
            let found = Self.content(summary)
            results.append(
                Result(gate: .minimumContent, found: found, limit: minimum, isShare: true, passes: (found ?? -1) >= minimum))
        }
        atMost(.maximumNoSupport, maximumNoSupport, summary.overlap?.lower)
        let repeated = summary.groups.testRowsInTrain + (summary.groups.testRowsNearTrain ?? 0)
        atMost(.maximumDuplicates, maximumDuplicates, Double(repeated) / Double(max(summary.fit.testRows, 1)))
        if requiresTrust {
            let verdict = summary.verdict
            // If nothing was fitted, nothing was judged.
            let isJudged = verdict.kind != .tooFewGroups
            results.append(
                Result(
                    gate: .trusted, found: isJudged ? (verdict.isTrusted ? 1 : 0) : nil, limit: 1, isShare: false,
                    passes: isJudged && verdict.isTrusted, reasons: verdict.reasons))
        }
        return results
    }
}
