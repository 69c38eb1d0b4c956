import ElementaryFunctions
import Foundation
import ShiftPipeline

/// An audit in readable form.
public struct AuditText {
    private let audit: AuditSummary
    private let wording: Wording

    /// - Parameter language: The language of the text.
    public init(_ audit: AuditSummary, language: Language = .english) {
        self.audit = audit
        wording = Wording(language)
    }

    /// The lines, each ended by a newline, in at most 100 columns where names allow it.
    public var text: String {
        let errors = audit.overall
        let (weighted, unweighted, trueRatio) = (points(errors.weighted), points(errors.unweighted), points(errors.trueRatio))
        var lines =
            [header, say("metric: ", "指标：") + metrics, ""] + likeYours + [
                say(
                    "On data like yours, weighted estimates are off by \(weighted) points, unweighted by \(unweighted).",
                    "在与你相似的数据上，加权估计平均偏差 \(weighted) 个百分点，不加权 \(unweighted) 个百分点。"),
                say(
                    "With the true ratio in place of the weights they would be off by \(trueRatio): what is left is the noise of the "
                        + "rows.",
                    "若用真实密度比代替权重，偏差为 \(trueRatio)：剩下的是样本本身的噪声。"),
                "",
            ]
        let rows = [titles] + audit.shifts.map(cells)
        let first = rows.map { DisplayText.width($0[0]) + 2 }.max() ?? 0
        lines += rows.map { Self.row($0, first: max(15, first)) }
        lines += ["", notes]
        return lines.flatMap { $0.hasPrefix("  ") ? [$0] : DisplayText.wrapped($0, to: 100) }
            .map { $0 + "\n" }.joined()
    }

    private func say(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
        wording.say(english(), chinese())
    }

    private var header: String {
        let (name, fields) = (DisplayText.neutral(audit.name), DisplayText.neutral(wording.list(audit.fields)))
        let (rows, groups) = (NumberText.whole(audit.rows), NumberText.whole(audit.groups))
        let sample = audit.isSample ? say(" (a sample)", "（抽样）") : ""
        return "textshift audit  "
            + say(
                "\(name): \(rows) rows\(sample) in \(groups) groups; fields: \(fields)",
                "\(name)：\(rows) 行\(sample)，\(groups) 组；字段：\(fields)")
    }

    private var metrics: String {
        guard audit.isOfInputs else {
            let names = audit.metrics.map { name($0) }
            let all = zip(names, audit.metrics).prefix(6).map { name, metric in
                let mean = NumberText.fixed(metric.mean, 3)
                return say("\(name) (\(mean))", "\(name)（\(mean)）")
            }
            let left = names.count - all.count
            let more = left > 0 ? say(" and \(left) more", "等 \(names.count) 个") : ""
            let list = wording.list(all) + more
            return names.count == 1 ? list : say("the mean of \(list)", "\(list)的平均")
        }
        let names = wording.list(audit.metrics.map { inputName($0.name) })
        return say(
            "the shares of rows in the upper half of \(names) (name a label with --label, or a model's results with --scores, to "
                + "audit a metric of yours)",
            "各行中 \(names)处于上半部分的占比（要审计自己的指标，请用 --label 指定标签，或用 --scores 给出模型的结果）")
    }

    private func name(_ metric: AuditSummary.Metric) -> String {
        let name = DisplayText.neutral(metric.name)
        let start = "accuracy of a classifier of "
        return name.hasPrefix(start) ? say(name, "对 \(name.dropFirst(start.count)) 的分类器的准确率") : name
    }

    /// Shares of the inputs have names of the tool's own.
    private func inputName(_ name: String) -> String {
        if name == "length" { return say(name, "长度") }
        let number = name.split(separator: " ").last.map(String.init) ?? ""
        return name.hasPrefix("direction ") ? say(name, "方向 \(number)") : DisplayText.neutral(name)
    }

    private var titles: [String] {
        [
            say("planted", "埋下的偏移"), say("share of domain", "该域占比"), "AUC", say("off by:", "偏差："), say("weighted", "加权"),
            say("unweighted", "不加权"), say("true ratio", "真实密度比"), say("corr.", "相关"), say("factor", "倍数"), say("trusted", "可信"),
        ]
    }

    private func cells(_ shift: AuditSummary.Shift) -> [String] {
        let isNone = shift.kind == "none"
        let odds =
            isNone
            ? "" : shift.odds.map { NumberText.fixed($0, 0) }.map { odds in say(", odds \(odds)", "，优势比 \(odds)") } ?? ""
        return [
            kind(shift.kind) + odds,
            isNone ? "" : "\(NumberText.percent(shift.trainShare)) → \(NumberText.percent(shift.testShare))",
            NumberText.fixed(shift.auc, 3), "", points(shift.errors.weighted), points(shift.errors.unweighted),
            points(shift.errors.trueRatio), shift.correlation.map { NumberText.fixed($0, 2) } ?? "",
            "×" + NumberText.fixed(Double.exp(shift.logError), 2),
            say("\(shift.trusted) of \(audit.draws)", "\(shift.trusted)/\(audit.draws)"),
        ]
    }

    private func kind(_ kind: String) -> String {
        switch kind {
        case "none": say(kind, "无")
        case "topic": say(kind, "主题")
        case "length": say(kind, "长度")
        case "rare": say(kind, "稀有域")
        case "label": say(kind, "标签")
        case "found": say(kind, "所发现的")
        default: kind
        }
    }

    private var notes: String {
        let found = audit.shifts.filter { $0.kind == "none" }.reduce(0) { $0 + $1.found }
        let times = audit.draws == 1 ? "time" : "times"
        return say(
            "Each shift was planted \(audit.draws) \(times) by dealing whole groups to two sides, a quarter of the rows to test. "
                + "Without a shift, one was found in \(found) of \(audit.draws). corr.: correlation of weight and true ratio; factor: "
                + "how far apart they typically are; trusted: in how many the weights passed the conditions of trust.",
            "每种偏移都埋下 \(audit.draws) 次：按整组把行分到两边，四分之一的行归测试。没有埋偏移时，\(audit.draws) 次中有 \(found) 次报告了偏移。"
                + "相关：权重与真实密度比的相关系数；倍数：两者通常相差几倍；可信：权重满足可信条件的次数。")
    }

    /// The shift found by an analysis, if it was planted.
    private var likeYours: [String] {
        audit.shifts.filter { $0.kind == "found" }.map { shift in
            let (weighted, unweighted) = (points(shift.errors.weighted), points(shift.errors.unweighted))
            return say(
                "Of a shift like the one found, weighted estimates are off by \(weighted) points, unweighted by \(unweighted).",
                "若遇到与所发现的相似的偏移，加权估计平均偏差 \(weighted) 个百分点，不加权 \(unweighted) 个百分点。")
        }
    }

    private func points(_ error: Double) -> String { NumberText.fixed(100 * error, 2) }

    /// For the columns after the first.
    private static let widths = [17, 7, 9, 10, 12, 12, 7, 8, 8]

    private static func row(_ cells: [String], first: Int) -> String {
        var line = "  "
        for (column, (cell, width)) in zip(cells, [first] + widths).enumerated() {
            let isLeft = column < 2
            line +=
                isLeft
                ? DisplayText.pad(cell, to: width) : DisplayText.pad("", to: max(0, width - DisplayText.width(cell))) + cell
        }
        return line
    }
}
