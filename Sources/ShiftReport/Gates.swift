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

    /// One result for each limit that was given, in words of `language`.
    public func results(_ summary: ShiftSummary, language: Language = .english) -> [Result] {
        var results: [Result] = []
        let wording = Wording(language)
        func say(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
            wording.say(english(), chinese())
        }
        func atMost(_ limit: String) -> String { say("at most \(limit)", "至多 \(limit)") }
        func rows(_ count: String) -> String { say("\(count) rows", "\(count) 行") }
        func add(_ name: String, _ found: String?, _ limit: String, _ passes: Bool, _ reason: String) {
            results.append(
                Result(
                    name: name, found: found ?? say("not known", "未知"), limit: limit, passes: found != nil && passes,
                    reason: found == nil ? say("a side has too few groups to be judged", "有一边的分组太少，无法判断") : reason))
        }
        if let maximumAUC {
            let auc = summary.separability?.auc
            add(
                "max-auc", auc.map { NumberText.fixed($0, 3) }, atMost(Self.text(maximumAUC)), (auc ?? 1) <= maximumAUC,
                say("the probability that a test row looks more like test than a training row", "测试行比训练行更像测试集的概率"))
        }
        if let minimum = minimumEffective {
            let worth = summary.weights.effectiveRows
            let share = worth / Double(max(summary.fit.trainRows, 1))
            let value = minimum.isShare ? share : worth
            let limit = minimum.isShare ? Self.percent(minimum.value) : rows(Self.text(minimum.value))
            add(
                "min-ess", minimum.isShare ? Self.percent(share) : rows(NumberText.rounded(worth)),
                say("at least \(limit)", "至少 \(limit)"), value >= minimum.value,
                say("how many unweighted rows the weighted ones are worth", "加权后的行相当于多少个不加权的行"))
        }
        if let maximumNoSupport {
            let share = summary.overlap?.noSupportShare
            add(
                "max-no-support", share.map(Self.percent), atMost(Self.percent(maximumNoSupport)),
                (share ?? 1) <= maximumNoSupport, say("test rows such as train does not hold", "训练集里没有的那类测试行"))
        }
        if let maximumDuplicates {
            let repeated = summary.groups.testRowsInTrain + (summary.groups.testRowsNearTrain ?? 0)
            let share = Double(repeated) / Double(max(summary.fit.testRows, 1))
            add(
                "max-duplicates", Self.percent(share), atMost(Self.percent(maximumDuplicates)), share <= maximumDuplicates,
                say("test rows that are in train too, word for word or nearly", "训练集里也有的测试行，一字不差或几乎相同"))
        }
        if requiresTrust {
            let trust = summary.trust
            // Where nothing was fitted, nothing was judged.
            let isJudged = summary.discriminator.verdict != .tooFewGroups
            add(
                "trusted", isJudged ? (trust.isTrusted ? wording.yes : wording.no) : nil, wording.yes, trust.isTrusted,
                say("the weights are not to be trusted: ", "权重不可信：")
                    + trust.failures.map { Self.text($0, wording) }.joined(separator: say("; ", "；")))
        }
        return results
    }

    /// A condition of trust that failed, with what it asks for.
    private static func text(_ failure: TrustSummary.Failure, _ wording: Wording) -> String {
        let found = failure.found ?? .infinity
        switch failure.condition {
        case .effectiveSampleSize:
            let rows = NumberText.fixed(found, 1)
            return wording.say("effective sample of \(rows) rows (30 are the least)", "有效样本 \(rows) 行（至少要 30 行）")
        case .tailShape:
            let shape = NumberText.fixed(found, 2)
            return wording.say("Pareto k̂ \(shape) (above 0.7)", "Pareto k̂ \(shape)（高于 0.7）")
        case .noSupport:
            let share = percent(found)
            return wording.say("\(share) of test without support (5% are the most)", "\(share) 的测试行无支撑（最多容许 5%）")
        case .meanRatio:
            let mean = NumberText.fixed(found, 2)
            return wording.say("mean ratio \(mean) (0.8 to 1.25)", "平均密度比 \(mean)（应在 0.8 到 1.25）")
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

/// The results of gates as documents, in the language that the results are in.
public struct GateReport {
    private let results: [Gates.Result]
    private let wording: Wording

    /// - Parameter language: That in which the results were made, for the words around them.
    public init(_ results: [Gates.Result], language: Language = .english) {
        self.results = results
        wording = Wording(language)
    }

    /// A table in Markdown, with a newline at the end.
    public var markdown: String {
        let (pass, fail) = (wording.say("pass", "通过"), wording.say("**fail**", "**未通过**"))
        return ([wording.say("| gate | found | limit | result |", "| 门槛 | 实测 | 限值 | 结果 |"), "|---|---|---|---|"]
            + results.map { "| \($0.name) | \($0.found) | \($0.limit) | \($0.passes ? pass : fail) |" })
            .joined(separator: "\n") + "\n"
    }

    /// What failed, a line each.
    public var reasons: [String] {
        results.filter { !$0.passes }.map {
            wording.say("\($0.name): \(message($0)): \($0.reason)", "\($0.name)：\(message($0))：\($0.reason)")
        }
    }

    private func message(_ result: Gates.Result) -> String {
        wording.say("\(result.found), expected \(result.limit)", "\(result.found)，应为\(result.limit)")
    }

    /// JUnit's XML: a test case for each gate.
    public func junit(analysis: String) -> String {
        let failures = results.count { !$0.passes }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites tests=\"\(results.count)\" failures=\"\(failures)\">",
            "  <testsuite name=\"textshift check\" tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\">",
        ]
        for result in results {
            let head = "    <testcase classname=\"\(Self.escaped("textshift." + analysis))\" name=\"\(result.name)\""
            if result.passes {
                lines.append(head + "/>")
            } else {
                let message = Self.escaped(message(result))
                lines.append(head + ">")
                lines.append("      <failure type=\"\(result.name)\" message=\"\(message)\">\(Self.escaped(result.reason))</failure>")
                lines.append("    </testcase>")
            }
        }
        return (lines + ["  </testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
    }

    /// XML has no way to write most controls.
    private static func escaped(_ text: String) -> String { HTMLEscaping.escape(DisplayText.neutral(text)) }
}
