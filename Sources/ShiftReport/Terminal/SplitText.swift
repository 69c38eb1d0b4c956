import ShiftPipeline

/// What `textshift split` prints.
public struct SplitText {
    private let summary: SplitSummary
    private let wording: Wording

    /// The text of a split, in one language.
    public init(_ summary: SplitSummary, language: Language = .english) {
        self.summary = summary
        wording = Wording(language)
    }

    /// The lines, each ended by a newline.
    public var text: String {
        var lines: [String] = []
        let rows = summary.parts + summary.comparison
        if !rows.isEmpty {
            let hasAUC = rows.contains { $0.auc != nil }
            func title(_ english: String, _ chinese: String, _ columns: Int) -> String {
                Self.right(wording.say(english, chinese), columns)
            }
            lines.append(
                DisplayText.pad(wording.say("set", "集合"), to: 20) + title("rows", "行", 5) + title("unique", "不同行", 9)
                    + title("effective", "有效行", 11)
                    + (hasAUC ? "  " + DisplayText.pad(wording.say("AUC against test (95%)", "对测试集的 AUC（95%）"), to: 24) : "")
                    + wording.say("  left to train on", "  留作训练"))
            for set in rows {
                var line = DisplayText.pad(set.method, to: 20)
                line += Self.right(NumberText.whole(set.rows), 5) + Self.right(NumberText.whole(set.uniqueRows), 9)
                line += Self.right(NumberText.rounded(set.effectiveRows), 11)
                if hasAUC { line += "  " + DisplayText.pad(set.auc.map(text) ?? "-", to: 24) }
                let worth = NumberText.rounded(set.remainingEffectiveRows)
                lines.append(
                    line + "  " + NumberText.whole(set.remainingRows)
                        + (set.remainingRows > 0 ? wording.say(" (worth \(worth))", "（有效 \(worth)）") : ""))
            }
            if hasAUC {
                lines.append(
                    "\n"
                        + wording.say(
                            "An AUC of 0.5 is a set that a discriminator cannot tell from test.", "AUC 为 0.5，说明判别器分不清这个集合与测试集。")
                )
            }
        }
        if !summary.isShift {
            lines.append(
                wording.say(
                    "The corpora do not differ: every weight is 1, and these are random splits.", "两个语料没有不同：所有权重都是 1，这些是随机划分。"))
        }
        if !summary.isTrusted {
            lines.append(
                wording.say("Not to be trusted: the weights are not; see textshift report.", "不可信：权重不可信；见 textshift report。"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func text(_ area: ValidationCheck.Area) -> String {
        "\(NumberText.fixed(area.auc, 3)) (\(NumberText.fixed(area.lower, 3)) \(wording.say("to", "至")) \(NumberText.fixed(area.upper, 3)))"
    }

    private static func right(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - DisplayText.width(text))) + text
    }
}
