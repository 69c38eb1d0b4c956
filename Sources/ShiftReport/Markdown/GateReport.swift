import Foundation
import ImportanceWeights
import ShiftPipeline

/// The results of gates in words, and as documents.
public struct GateReport {
    /// A gate in words.
    private struct Line {
        var name: String
        var found: String
        var limit: String
        var passes: Bool
        /// What the figure says, in one sentence.
        var reason: String
    }

    private let lines: [Line]
    private let wording: Wording

    /// The results of ``Gates/results(_:)``, in words of `language`.
    public init(_ results: [Gates.Result], language: Language = .english) {
        let wording = Wording(language)
        self.wording = wording
        lines = results.map { Self.line($0, wording) }
    }

    /// A table in Markdown, with a newline at the end.
    public var markdown: String {
        ([wording.say.gateColumns, "|---|---|---|---|"]
            + lines.map {
                "| \($0.name) | \($0.found) | \($0.limit) | \($0.passes ? wording.say.pass : wording.say.fail) |"
            })
            .joined(separator: "\n") + "\n"
    }

    /// What failed, one line each.
    public var reasons: [String] {
        lines.filter { !$0.passes }.map {
            wording.say.gateReason(name: $0.name, message: message($0), reason: $0.reason)
        }
    }

    private func message(_ line: Line) -> String {
        wording.say.gateMessage(found: line.found, limit: line.limit)
    }

    private static func line(_ result: Gates.Result, _ wording: Wording) -> Line {
        let say = wording.say
        let (found, limit): (String?, String)
        let reason: String
        switch result.gate {
        case .maximumAUC:
            found = result.found.map { NumberText.fixed($0, 3) }
            limit = NumberText.typed(result.limit)
            reason = say.areaMeaning
        case .minimumEffective:
            func rows(_ count: String) -> String { say.countOfRows(count: count) }
            found = result.found.map { result.isShare ? NumberText.exactPercent($0) : rows(NumberText.rounded($0)) }
            limit = result.isShare ? NumberText.exactPercent(result.limit) : rows(NumberText.typed(result.limit))
            reason = say.effectiveMeaning
        case .minimumGroups:
            found = result.found.map { say.countOfGroups(count: NumberText.rounded($0)) }
            limit = say.countOfGroups(count: NumberText.typed(result.limit))
            reason = say.effectiveGroupsMeaning
        case .maximumLeft:
            (found, limit) = (result.found.map(NumberText.exactPercent), NumberText.exactPercent(result.limit))
            reason = say.leftMeaning
        case .minimumContent:
            (found, limit) = (result.found.map(NumberText.exactPercent), NumberText.exactPercent(result.limit))
            reason = say.contentMeaning
        case .meanRatio:
            found = result.found.map { NumberText.fixed($0, 3) }
            limit = say.between(
                least: NumberText.typed(result.limit), greatest: NumberText.typed(result.upperLimit ?? result.limit))
            reason = say.meanRatioGate
        case .maximumNoSupport:
            (found, limit) = (result.found.map(NumberText.exactPercent), NumberText.exactPercent(result.limit))
            reason = say.noSupportMeaning
        case .maximumDuplicates:
            (found, limit) = (result.found.map(NumberText.exactPercent), NumberText.exactPercent(result.limit))
            reason = say.duplicatesMeaning
        case .trusted:
            (found, limit) = (result.found.map { $0 == 1 ? say.yes : say.no }, say.yes)
            reason = say.weightsFail + result.reasons.map(wording.briefly).joined(separator: say.semicolon)
        }
        let asked =
            switch result.gate {
            case .minimumEffective, .minimumGroups, .minimumContent: say.atLeast(limit: limit)
            case .trusted, .meanRatio: limit
            default: say.atMost(limit: limit)
            }
        return Line(
            name: result.gate.rawValue, found: found ?? say.notKnown, limit: asked, passes: result.passes,
            reason: found == nil ? say.tooFewGroupsToJudge : reason)
    }

    /// Begins the one suite of a document.
    private static let suite = "<testsuite name=\"textshift check\""

    /// Whether a document is one of ``junit(analysis:)``, of which the beginning is enough: each run may replace that of the run before.
    package static func isJUnit(_ document: String) -> Bool { document.prefix(300).contains(suite) }

    /// JUnit XML: a test case for each gate.
    public func junit(analysis: String) -> String {
        let failures = lines.count { !$0.passes }
        var document = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites tests=\"\(lines.count)\" failures=\"\(failures)\">",
            "  \(Self.suite) tests=\"\(lines.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\">",
        ]
        for result in lines {
            let head = "    <testcase classname=\"\(Self.escaped("textshift." + analysis))\" name=\"\(result.name)\""
            if result.passes {
                document.append(head + "/>")
            } else {
                let message = Self.escaped(message(result))
                document.append(head + ">")
                document.append(
                    "      <failure type=\"\(result.name)\" message=\"\(message)\">\(Self.escaped(result.reason))</failure>")
                document.append("    </testcase>")
            }
        }
        return (document + ["  </testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
    }

    /// XML cannot represent most control characters.
    private static func escaped(_ text: String) -> String { HTMLEscaping.escape(DisplayText.neutral(text)) }
}
