import ImportanceWeights

/// Limits that an analysis must keep to, for continuous integration; nil for none.
public struct Gates: Sendable {
    /// Of the AUC.
    public var maximumAUC: Double?
    /// Of the effective sample size, in rows, or as a share of the training rows where `isShare`.
    public var minimumEffective: (value: Double, isShare: Bool)?
    /// Of the share of test rows without support.
    public var maximumNoSupport: Double?
    /// Of the share of test rows that are in train, word for word or nearly.
    public var maximumDuplicates: Double?
    /// Whether the weights must be trusted.
    public var requiresTrust = false

    /// No limits.
    public init() {}

    /// A limit, by the name of its option.
    public enum Gate: String, Sendable, Codable, CaseIterable {
        /// At most so high an AUC.
        case maximumAUC = "max-auc"
        /// At least so large an effective sample.
        case minimumEffective = "min-ess"
        /// At most so large a share of test without support.
        case maximumNoSupport = "max-no-support"
        /// At most so large a share of test in train.
        case maximumDuplicates = "max-duplicates"
        /// Weights that can be trusted.
        case trusted
    }

    /// A gate that was looked at.
    public struct Result: Sendable, Equatable {
        /// Which.
        public var gate: Gate
        /// What the analysis has; nil where it is not known. Of ``Gate/trusted`` 1 for yes, 0 for no.
        public var found: Double?
        /// What was asked.
        public var limit: Double
        /// Whether both are shares of rows; of ``Gate/minimumEffective`` else rows.
        public var isShare: Bool
        /// Whether the limit is kept; false where the figure is not known.
        public var passes: Bool
        /// Of ``Gate/trusted``, why not.
        public var reasons: [TrustReason] = []
    }

    /// One result for each limit that was given.
    public func results(_ summary: ShiftSummary) -> [Result] {
        var results: [Result] = []
        func atMost(_ gate: Gate, _ limit: Double?, _ found: Double?, isShare: Bool = true) {
            guard let limit else { return }
            results.append(Result(gate: gate, found: found, limit: limit, isShare: isShare, passes: (found ?? .infinity) <= limit))
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
        atMost(.maximumNoSupport, maximumNoSupport, summary.overlap?.noSupportShare)
        let repeated = summary.groups.testRowsInTrain + (summary.groups.testRowsNearTrain ?? 0)
        atMost(.maximumDuplicates, maximumDuplicates, Double(repeated) / Double(max(summary.fit.testRows, 1)))
        if requiresTrust {
            let verdict = summary.verdict
            // Where nothing was fitted, nothing was judged.
            let isJudged = verdict.kind != .tooFewGroups
            results.append(
                Result(
                    gate: .trusted, found: isJudged ? (verdict.isTrusted ? 1 : 0) : nil, limit: 1, isShare: false,
                    passes: isJudged && verdict.isTrusted, reasons: verdict.reasons))
        }
        return results
    }
}
