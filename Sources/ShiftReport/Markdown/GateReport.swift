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
        let (pass, fail) = (wording.say("pass", "通过"), wording.say("**fail**", "**未通过**"))
        return
            ([wording.say("| gate | found | limit | result |", "| 门槛 | 实测 | 限值 | 结果 |"), "|---|---|---|---|"]
            + lines.map { "| \($0.name) | \($0.found) | \($0.limit) | \($0.passes ? pass : fail) |" })
            .joined(separator: "\n") + "\n"
    }

    /// What failed, one line each.
    public var reasons: [String] {
        lines.filter { !$0.passes }.map {
            wording.say("\($0.name): \(message($0)): \($0.reason)", "\($0.name)：\(message($0))：\($0.reason)")
        }
    }

    private func message(_ line: Line) -> String {
        wording.say("\(line.found), expected \(line.limit)", "\(line.found)，应为\(line.limit)")
    }

    private static func line(_ result: Gates.Result, _ wording: Wording) -> Line {
        func say(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
            wording.say(english(), chinese())
        }
        let (found, limit): (String?, String)
        let reason: String
        switch result.gate {
        case .maximumAUC:
            found = result.found.map { NumberText.fixed($0, 3) }
            limit = NumberText.typed(result.limit)
            reason = say("the probability that a test row looks more like test than a training row", "测试行比训练行更像测试集的概率")
        case .minimumEffective:
            func rows(_ count: String) -> String { say("\(count) rows", "\(count) 行") }
            found = result.found.map { result.isShare ? NumberText.exactPercent($0) : rows(NumberText.rounded($0)) }
            limit = result.isShare ? NumberText.exactPercent(result.limit) : rows(NumberText.typed(result.limit))
            reason = say("how many unweighted rows the weighted ones are worth", "加权后的行相当于多少个不加权的行")
        case .maximumNoSupport:
            (found, limit) = (result.found.map(NumberText.exactPercent), NumberText.exactPercent(result.limit))
            reason = say("test rows such as train does not hold", "训练集里没有的那类测试行")
        case .maximumDuplicates:
            (found, limit) = (result.found.map(NumberText.exactPercent), NumberText.exactPercent(result.limit))
            reason = say("test rows that are in train too, word for word or nearly", "训练集里也有的测试行，一字不差或几乎相同")
        case .trusted:
            (found, limit) = (result.found.map { $0 == 1 ? wording.yes : wording.no }, wording.yes)
            reason =
                say("the weights are not to be trusted: ", "权重不可信：")
                + result.reasons.map(wording.briefly).joined(separator: say("; ", "；"))
        }
        let asked =
            switch result.gate {
            case .minimumEffective: say("at least \(limit)", "至少 \(limit)")
            case .trusted: limit
            default: say("at most \(limit)", "至多 \(limit)")
            }
        return Line(
            name: result.gate.rawValue, found: found ?? say("not known", "未知"), limit: asked, passes: result.passes,
            reason: found == nil ? say("a side has too few groups to be judged", "有一边的分组太少，无法判断") : reason)
    }

    /// JUnit XML: a test case for each gate.
    public func junit(analysis: String) -> String {
        let failures = lines.count { !$0.passes }
        var document = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites tests=\"\(lines.count)\" failures=\"\(failures)\">",
            "  <testsuite name=\"textshift check\" tests=\"\(lines.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\">",
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
