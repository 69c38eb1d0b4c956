import ShiftPipeline

/// report.md: the summary for pull requests and model cards.
public struct MarkdownReport {
    private let summary: ShiftSummary
    private let wording: Wording

    /// The document.
    public static func render(_ summary: ShiftSummary, language: Language = .english) -> String {
        MarkdownReport(summary: summary, wording: Wording(language)).text
    }

    private var text: String {
        var parts = ["# \(wording.headline(summary))", wording.separability(summary)]
        parts += [wording.fit(summary), wording.excluded(summary.inputs)].compactMap { $0 }
        parts += summary.fields.filter(\.tellsSidesApart).map { Self.escaped(wording.tellsSidesApart($0.name, $0.auc ?? 1)) }
        parts += wording.clusters(summary) + [form, dropped]
        parts.append("**\(wording.trust(summary))**")
        if !summary.verdict.reasons.isEmpty {
            parts.append(
                (summary.verdict.reasons.map { wording.failure($0, weight: summary.weightForm) }
                    + wording.supportEvidence(summary).map(Self.escaped)).map { "- " + $0 }.joined(separator: "\n"))
        }
        if let clipped = wording.clipped(summary) { parts.append(clipped) }
        if let classes = wording.classWeights(summary) { parts.append(Self.escaped(classes)) }
        if let lost = wording.stratification(summary) { parts.append(Self.escaped(lost)) }
        if let largest = wording.largestWeight(summary) { parts.append(Self.escaped(largest)) }
        parts.append(
            Self.table([wording.say.figure, wording.say.value], wording.figures(summary).map { [$0.name, $0.value] }))
        if summary.verdict.isShift {
            parts.append(terms(wording.say.moreInTestTitle, summary.terms.towardsTest))
            parts.append(terms(wording.say.moreInTrainTitle, summary.terms.towardsTrain))
            if summary.verdict.lacksSupport {
                parts.append(examples(wording.listTitle(.outOfSupportTest), summary.examples.outOfSupportTest))
            }
            parts.append(examples(wording.listTitle(.testLikeTrain), summary.examples.testLikeTrain))
            parts.append(examples(wording.listTitle(.trainLikeTrain), summary.examples.trainLikeTrain))
        }
        parts.append(fields)
        parts.append("## " + wording.say.whatFiguresMean)
        parts.append(wording.explanations(summary).map { "- " + Self.escaped($0.sentence) }.joined(separator: "\n"))
        parts.append(wording.made(summary, code: "`", escaped: Self.escaped))
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var form: String {
        guard let form = summary.form, !form.findings.isEmpty else { return "" }
        let rows = wording.formRows(form).map { row in
            [
                row.kind, row.alone, row.without, row.marks.map(Self.escaped).joined(separator: "<br>"),
                row.examples.map(Self.escaped).joined(separator: "<br>"), row.option.isEmpty ? "" : "`\(row.option)`",
            ]
        }
        return ["## " + wording.say.formTitle, Self.table(wording.formHeader, rows), wording.formLeft(summary) ?? ""]
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var dropped: String {
        guard let dropped = summary.dropped, let found = wording.dropped(summary) else { return "" }
        let table =
            dropped.rounds.isEmpty
            ? ""
            : Self.table(
                [wording.say.droppedWhat, wording.say.droppedAUC],
                wording.droppedRounds(dropped).map { [Self.escaped($0.what), $0.auc] })
        return (["## " + wording.say.droppedTitle, Self.escaped(found), table, wording.droppedMeaning(summary) ?? ""])
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func terms(_ title: String, _ terms: [Terms.Term]) -> String {
        guard !terms.isEmpty else { return "" }
        return Self.table(
            [title, wording.say.field, wording.say.trainRows, wording.say.testRows],
            terms.map {
                [
                    Self.escaped($0.term), Self.escaped($0.field),
                    NumberText.percent(Double($0.trainRows) / Double(max(summary.fit.trainRows, 1))),
                    NumberText.percent(Double($0.testRows) / Double(max(summary.fit.testRows, 1))),
                ]
            })
    }

    private func examples(_ title: String, _ rows: [Examples.Example]) -> String {
        guard !rows.isEmpty else { return "" }
        return Self.table(
            [title, "p_test", wording.say.weight, wording.say.line],
            rows.map { row in
                [
                    Self.escaped(DisplayText.cut(summary.text(of: row), to: 160)), NumberText.fixed(row.pTest, 2),
                    row.weight.map { NumberText.fixed($0, 2) } ?? "-", Self.escaped(wording.number(ofLine: row)),
                ]
            })
    }

    private var fields: String {
        Self.table(
            [wording.say.field, wording.say.used, wording.say.why, wording.say.areaAlone],
            summary.fields.map {
                [
                    Self.escaped($0.name), wording.used($0, summary), wording.say.reason($0.reason),
                    $0.auc.map { NumberText.fixed($0, 3) } ?? "-",
                ]
            })
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        let lines = [header, header.map { _ in "---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// Text of the corpus, which must not become markup.
    static func escaped(_ text: String) -> String {
        var result = ""
        // By code point: a combining mark would hide a "|" from a comparison of characters.
        for scalar in DisplayText.neutral(text).unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "|", "*", "_", "`", "[", "]", "\\", "#", "!", "~": result += "\\" + String(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
