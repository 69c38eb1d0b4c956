import ShiftPipeline

/// What `textshift split` prints.
public struct SplitText {
    private let summary: SplitSummary
    private let wording: Wording
    private var say: any Catalogue { wording.say }

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
            lines.append(
                DisplayText.pad(say.set, to: 20) + Self.right(say.rowsTitle, 5) + Self.right(say.uniqueTitle, 9)
                    + Self.right(say.effectiveTitle, 11) + (hasAUC ? "  " + DisplayText.pad(say.areaAgainstTest, to: 24) : "")
                    + "  "
                    + say.leftToTrain)
            for set in rows {
                var line = DisplayText.pad(name(set.method), to: 20)
                line += Self.right(NumberText.whole(set.rows), 5) + Self.right(NumberText.whole(set.uniqueRows), 9)
                line += Self.right(NumberText.rounded(set.effectiveRows), 11)
                if hasAUC { line += "  " + DisplayText.pad(set.auc.map(text) ?? "-", to: 24) }
                let worth = NumberText.rounded(set.remainingEffectiveRows)
                lines.append(
                    line + "  " + NumberText.whole(set.remainingRows)
                        + (set.remainingRows > 0 ? say.worth(rows: worth) : ""))
            }
            if hasAUC {
                lines.append("\n" + say.setAreaMeaning)
            }
        }
        if let forms = summary.forms { lines += [""] + table(forms) }
        if let lost = summary.lost, let key = summary.stratify, let sentence = wording.lostStrata(lost, key: key) {
            lines.append(sentence)
        }
        if !summary.isShift { lines.append(say.splitsAreRandom) }
        if !summary.isTrusted { lines.append(say.splitsFail) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The forms of the weights beside each other.
    private func table(_ forms: [SplitSummary.Form]) -> [String] {
        func line(_ name: String, _ rows: String, _ groups: String, _ largest: String, _ area: String) -> String {
            DisplayText.pad(name, to: 32) + Self.right(rows, 15) + Self.right(groups, 9) + Self.right(largest, 17) + "  " + area
        }
        return [line(say.weightFormTitle, say.weightFormRows, say.weightFormGroups, say.weightFormLargest, say.areaAgainstTest)]
            + forms.map { form in
                line(
                    form.weight + (form.isOwn ? " " + say.weightFormOwn : ""), NumberText.rounded(form.effectiveRows),
                    NumberText.rounded(form.effectiveGroups), NumberText.fixed(form.largest, 1), form.auc.map(text) ?? "-")
            }
    }

    /// A part of kfold is named in the summary in English.
    private func name(_ method: String) -> String {
        let start = EnglishCatalogue().kfoldPart(number: "")
        return method.hasPrefix(start) ? say.kfoldPart(number: String(method.dropFirst(start.count))) : method
    }

    private func text(_ area: ValidationCheck.Area) -> String {
        NumberText.fixed(area.auc, 3)
            + say.bracketed(text: say.range(low: NumberText.fixed(area.lower, 3), high: NumberText.fixed(area.upper, 3)))
    }

    private static func right(_ text: String, _ columns: Int) -> String { DisplayText.pad(left: text, to: columns) }
}
