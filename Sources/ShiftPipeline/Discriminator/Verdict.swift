import ImportanceWeights

/// What an analysis concludes: whether there is a shift, and whether the weights that would correct it can be trusted. Decided
/// here, and read by everything that reports it.
public struct Verdict: Sendable, Equatable {
    /// What was decided, by the null rule and the p-value.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// The null model, and an AUC that chance may well give: every weight is 1.
        case noShift
        /// The null model, but an AUC that chance rarely gives (p < 0.05): a difference that is too small, or of too few rows, to weigh by.
        /// Every weight is 1.
        case difference
        /// A gain that exceeds its noise: the rows are weighted.
        case shift
        /// Fewer groups on a side than folds: nothing was fitted, every weight is 1.
        case tooFewGroups
    }

    /// An AUC is beyond chance below this p-value.
    public static let level = 0.05

    /// Whether there is a shift.
    public var kind: Kind
    /// Why the weights are not to be trusted, starting with what rules out weighting altogether; empty if they are trusted, and
    /// without a shift.
    public var reasons: [TrustReason]

    /// Whether there is a shift, and the rows are weighted.
    public var isShift: Bool { kind == .shift }
    /// Whether the weights can be trusted. True without a shift, and where nothing was fitted: every weight is 1.
    public var isTrusted: Bool { reasons.isEmpty }
    /// Whether so many test rows lie beyond train that the weights are not to be trusted.
    public var lacksSupport: Bool { reasons.contains { $0.condition == .noSupport } }

    /// Whether nothing of the shift is left without the form of the texts.
    public var isForm: Bool { reasons.contains { $0.condition == .form } }

    /// A verdict that was reached before.
    package init(kind: Kind, reasons: [TrustReason]) {
        self.kind = kind
        self.reasons = reasons
    }

    /// The kind where the null rule decided whether there `isShift`, and an AUC has a p-value.
    static func kind(isShift: Bool, pValue: Double) -> Kind {
        isShift ? .shift : pValue < level ? .difference : .noShift
    }

    /// The verdict on a discriminator.
    /// - Parameter evidence: Used only if there is a shift.
    package init(_ kind: Kind, on evidence: TrustEvidence) {
        self.init(kind: kind, reasons: kind == .shift ? evidence.reasons : [])
    }
}

/// Whether weighting can be trusted, as report.json has it.
public struct TrustSummary: Codable, Sendable, Equatable {
    /// As ``Verdict/isTrusted``.
    public var isTrusted: Bool
    /// As ``Verdict/reasons``.
    public var failures: [TrustReason]

    /// That of a verdict.
    package init(_ verdict: Verdict) {
        isTrusted = verdict.isTrusted
        failures = verdict.reasons
    }
}
