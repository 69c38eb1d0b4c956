import ImportanceWeights
import ShiftPipeline

/// How the sides differ in form.
extension Wording {
    /// What is said of a kind: what it reaches, what is left without it, what differs, and the option that takes it out.
    /// - Parameter isFirst: Whether nothing has said yet that the sides differ in form.
    func form(_ finding: FormFinding, _ summary: ShiftSummary, isFirst: Bool) -> String {
        let (kind, auc) = (say.name(finding.kind), NumberText.fixed(finding.auc, 3))
        var sentences = [isFirst ? say.formFinding(kind: kind, auc: auc) : say.furtherOfForm(kind: kind, auc: auc)]
        if finding.kind != .trimming, let without = finding.aucWithout, let all = summary.separability?.auc {
            sentences.append(say.formWithout(without: NumberText.fixed(without, 3), all: NumberText.fixed(all, 3)))
        }
        if let mark = finding.marks.first {
            sentences.append(
                say.formMark(
                    mark: say.name(mark.mark), train: NumberText.percent(mark.trainShare),
                    test: NumberText.percent(mark.testShare)))
        }
        sentences.append(
            finding.kind == .trimming ? say.formNotCompared : say.formOption(option: option(finding.kind.rawValue)))
        return join(sentences)
    }

    /// The option that takes a kind out.
    func option(_ kind: String) -> String { "--ignore-form \(kind)" }

    /// A row of each side that shows a finding.
    func examples(_ finding: FormFinding) -> [String] {
        [(say.train, finding.trainExample), (say.test, finding.testExample)].compactMap { side, example in
            example.map {
                say.formExample(side: side, line: "\($0.line)", text: DisplayText.neutral(DisplayText.cut($0.text, to: 100)))
            }
        }
    }

    /// The columns of a table of findings.
    var formHeader: [String] {
        [
            say.formKindTitle, say.formAloneTitle, say.formWithoutTitle, say.formMarksTitle, say.formExamplesTitle,
            say.formOptionTitle,
        ]
    }

    /// The findings as rows of that table.
    func formRows(_ form: FormSummary) -> [FormRow] {
        form.findings.map { finding in
            FormRow(
                kind: say.name(finding.kind), alone: NumberText.fixed(finding.auc, 3),
                without: finding.aucWithout.map { NumberText.fixed($0, 3) } ?? "-",
                marks: finding.marks.prefix(4).map {
                    say.formMarkShares(
                        mark: say.name($0.mark), train: NumberText.percent($0.trainShare),
                        test: NumberText.percent($0.testShare))
                }, examples: examples(finding), option: finding.kind == .trimming ? "" : option(finding.kind.rawValue))
        }
    }

    /// A finding in the cells of a table.
    struct FormRow {
        var kind, alone, without: String
        var marks, examples: [String]
        /// Empty where nothing has to be taken out.
        var option: String
    }

    /// Sides whose rows come in clusters.
    func clusters(_ summary: ShiftSummary) -> [String] {
        guard let found = summary.clusters else { return [] }
        return found.sides.map { side in
            say.clusters(
                side: side == .train ? say.train : say.test,
                share: NumberText.percent(side == .train ? found.trainShare : found.testShare))
        }
    }

    /// What is left of the AUC without the form that differs; nil where form does not come near it.
    func formLeft(_ summary: ShiftSummary) -> String? {
        guard let left = summary.form?.left, let auc = summary.separability?.auc else { return nil }
        return say.formLeft(auc: NumberText.fixed(0.5 + (auc - 0.5) * left.share, 3), all: NumberText.fixed(auc, 3))
    }

    /// Form as the reason not to trust the weights.
    func formIsAll(_ found: Double) -> String {
        say.formIsAll(left: NumberText.percent(max(found, 0)), least: Limits.formLeft)
    }
}
