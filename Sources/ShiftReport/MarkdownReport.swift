/// report.md: the summary for pull requests and model cards.
public enum MarkdownReport {
    /// The document.
    public static func render(_ summary: ShiftSummary) -> String {
        var parts = ["# \(Wording.headline(summary))", Wording.separability(summary)]
        if let fit = Wording.fit(summary) { parts.append(fit) }
        if let surface = Wording.surface(summary) { parts.append(surface) }
        parts += summary.fields.filter(\.tellsSidesApart).map { escaped(Wording.tellsSidesApart($0.name, $0.auc ?? 1)) }
        parts.append("**\(Wording.trust(summary))**")
        if !summary.trust.failures.isEmpty {
            parts.append(summary.trust.failures.map { "- " + $0.sentence }.joined(separator: "\n"))
        }
        parts.append(figures(summary))
        if summary.discriminator.verdict == .shift {
            parts.append(terms("More in test", summary.terms.towardsTest, summary))
            parts.append(terms("More in train", summary.terms.towardsTrain, summary))
            if summary.lacksSupport {
                parts.append(examples("Test rows unlike anything in train", summary.examples.outOfSupportTest, summary))
            }
            parts.append(examples("Most test-like training rows", summary.examples.testLikeTrain, summary))
            parts.append(examples("Most train-like training rows", summary.examples.trainLikeTrain, summary))
        }
        parts.append(fields(summary))
        parts.append("## What the figures mean")
        parts.append(Wording.explanations(summary).map { "- " + escaped($0.sentence) }.joined(separator: "\n"))
        parts.append(
            "textshift \(summary.version), ICU \(summary.icuVersion), seed \(summary.options.seed), weight "
                + "`\(summary.options.weight)`, \(summary.options.folds) folds.")
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private static func figures(_ summary: ShiftSummary) -> String {
        let weights = summary.weights
        let rows: [(String, String)] = [
            ("train rows", NumberText.whole(summary.inputs.train.records)),
            ("test rows", NumberText.whole(summary.inputs.test.records)),
            ("test rows that train holds too", NumberText.whole(summary.groups.testRowsInTrain)),
            ("effective sample size, rows", NumberText.fixed(weights.effectiveRows, 0)),
            ("effective sample size, groups", NumberText.fixed(weights.effectiveGroups, 0)),
            ("Pareto k̂", weights.tailShape.map { NumberText.fixed($0, 2) } ?? "none (bounded)"),
            ("no-support share of test", summary.overlap.map { NumberText.percent($0.noSupportShare) } ?? "-"),
            ("mean ratio before normalising", NumberText.fixed(weights.meanRatio, 3)),
            ("largest weight", NumberText.fixed(weights.maximum, 2)),
            ("surface-only AUC", summary.separability.map { NumberText.fixed($0.surfaceAUC, 3) } ?? "-"),
            ("validation draws / different rows", "\(summary.validation.draws) / \(summary.validation.uniqueRows)"),
        ]
        return table(["figure", "value"], rows.map { [$0.0, $0.1] })
    }

    private static func terms(_ title: String, _ terms: [Terms.Term], _ summary: ShiftSummary) -> String {
        guard !terms.isEmpty else { return "" }
        return table(
            [title, "field", "train rows", "test rows"],
            terms.map {
                [
                    escaped($0.term), escaped($0.field),
                    NumberText.percent(Double($0.trainRows) / Double(max(summary.fit.trainRows, 1))),
                    NumberText.percent(Double($0.testRows) / Double(max(summary.fit.testRows, 1))),
                ]
            })
    }

    private static func examples(_ title: String, _ rows: [Examples.Example], _ summary: ShiftSummary) -> String {
        guard !rows.isEmpty else { return "" }
        return table(
            [title, "p_test", "weight", "line"],
            rows.map { row in
                [
                    escaped(DisplayText.cut(summary.text(of: row), to: 160)), NumberText.fixed(row.pTest, 2),
                    row.weight.map { NumberText.fixed($0, 2) } ?? "-", escaped("\(row.line)" + (row.file.map { " of \($0)" } ?? "")),
                ]
            })
    }

    private static func fields(_ summary: ShiftSummary) -> String {
        table(
            ["field", "used", "why", "AUC alone"],
            summary.fields.map {
                [
                    escaped($0.name), $0.isUsed ? "yes" : "no", Wording.reason($0.reason),
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
        // By code point: a mark that combines would hide a "|" from a comparison of characters.
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
