import Foundation

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

    /// A gate that was looked at.
    public struct Result: Sendable, Equatable {
        /// As the option is called.
        public var name: String
        /// What the analysis has, in words.
        public var found: String
        /// What was asked, in words.
        public var limit: String
        /// Whether the limit is kept; false where the figure is not known.
        public var passes: Bool
        /// What the figure says, in one sentence.
        public var reason: String
    }

    /// One result for each limit that was given.
    public func results(_ summary: ShiftSummary) -> [Result] {
        var results: [Result] = []
        func add(_ name: String, _ found: String?, _ limit: String, _ passes: Bool, _ reason: String) {
            results.append(
                Result(
                    name: name, found: found ?? "not known", limit: limit, passes: found != nil && passes,
                    reason: found == nil ? "a side has too few groups to be judged" : reason))
        }
        if let maximumAUC {
            let auc = summary.separability?.auc
            add(
                "max-auc", auc.map { NumberText.fixed($0, 3) }, "at most \(Self.text(maximumAUC))", (auc ?? 1) <= maximumAUC,
                "the probability that a test row looks more like test than a training row")
        }
        if let minimum = minimumEffective {
            let rows = summary.weights.effectiveRows
            let share = rows / Double(max(summary.fit.trainRows, 1))
            let value = minimum.isShare ? share : rows
            let limit = minimum.isShare ? Self.percent(minimum.value) : "\(Self.text(minimum.value)) rows"
            add(
                "min-ess", minimum.isShare ? Self.percent(share) : "\(NumberText.rounded(rows)) rows", "at least \(limit)",
                value >= minimum.value, "how many unweighted rows the weighted ones are worth")
        }
        if let maximumNoSupport {
            let share = summary.overlap?.noSupportShare
            add(
                "max-no-support", share.map(Self.percent), "at most \(Self.percent(maximumNoSupport))",
                (share ?? 1) <= maximumNoSupport, "test rows such as train does not hold")
        }
        if let maximumDuplicates {
            let rows = summary.groups.testRowsInTrain + (summary.groups.testRowsNearTrain ?? 0)
            let share = Double(rows) / Double(max(summary.fit.testRows, 1))
            add(
                "max-duplicates", Self.percent(share), "at most \(Self.percent(maximumDuplicates))", share <= maximumDuplicates,
                "test rows that are in train too, word for word or nearly")
        }
        if requiresTrust {
            let trust = summary.trust
            // Where nothing was fitted, nothing was judged.
            let isJudged = summary.discriminator.verdict != .tooFewGroups
            add(
                "trusted", isJudged ? (trust.isTrusted ? "yes" : "no") : nil, "yes", trust.isTrusted,
                "the weights are not to be trusted: " + trust.failures.map(Self.text).joined(separator: "; "))
        }
        return results
    }

    /// A condition of trust that failed, with what it asks for.
    private static func text(_ failure: TrustSummary.Failure) -> String {
        let found = failure.found ?? .infinity
        return switch failure.condition {
        case .effectiveSampleSize: "effective sample of \(NumberText.fixed(found, 1)) rows (30 are the least)"
        case .tailShape: "Pareto k̂ \(NumberText.fixed(found, 2)) (above 0.7)"
        case .noSupport: "\(percent(found)) of test without support (5% are the most)"
        case .meanRatio: "mean ratio \(NumberText.fixed(found, 2)) (0.8 to 1.25)"
        }
    }

    private static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    }

    /// To a hundredth of a percent, so that a figure never looks like a limit that it is not.
    private static func percent(_ share: Double) -> String {
        let text = NumberText.fixed(100 * share, 2)
        return text.replacing(/\.?0+$/, with: "") + "%"
    }
}

/// The results of gates as documents.
public enum GateReport {
    /// A table in Markdown, with a newline at the end.
    public static func markdown(_ results: [Gates.Result]) -> String {
        (["| gate | found | limit | result |", "|---|---|---|---|"]
            + results.map { "| \($0.name) | \($0.found) | \($0.limit) | \($0.passes ? "pass" : "**fail**") |" })
            .joined(separator: "\n") + "\n"
    }

    /// What failed, a line each.
    public static func reasons(_ results: [Gates.Result]) -> [String] {
        results.filter { !$0.passes }.map { "\($0.name): \($0.found), expected \($0.limit): \($0.reason)" }
    }

    /// JUnit's XML: a test case for each gate.
    public static func junit(_ results: [Gates.Result], analysis: String) -> String {
        let failures = results.count { !$0.passes }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites tests=\"\(results.count)\" failures=\"\(failures)\">",
            "  <testsuite name=\"textshift check\" tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\">",
        ]
        for result in results {
            let head = "    <testcase classname=\"\(escaped("textshift." + analysis))\" name=\"\(result.name)\""
            if result.passes {
                lines.append(head + "/>")
            } else {
                let message = escaped("\(result.found), expected \(result.limit)")
                lines.append(head + ">")
                lines.append("      <failure type=\"\(result.name)\" message=\"\(message)\">\(escaped(result.reason))</failure>")
                lines.append("    </testcase>")
            }
        }
        return (lines + ["  </testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
    }

    /// XML has no way to write most controls.
    private static func escaped(_ text: String) -> String { HTMLEscaping.escape(DisplayText.neutral(text)) }
}
