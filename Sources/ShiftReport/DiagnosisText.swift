import Foundation

/// A diagnosis as a person reads it.
public enum DiagnosisText {
    /// The lines, each ended by a newline.
    /// - Parameter width: Columns of the terminal.
    public static func text(_ diagnosis: DiagnosisSummary, width: Int = 100) -> String {
        var blocks = [
            ["textshift diagnose  \(diagnosis.folder): \(diagnosis.inputs.train.name) and \(diagnosis.inputs.test.name), label \(diagnosis.label)"],
            verdict(diagnosis),
            inputs(diagnosis),
        ]
        if let priors = diagnosis.priors { blocks.append(text(priors)) }
        if let labelled = diagnosis.labelled { blocks.append(text(labelled, label: diagnosis.label)) }
        blocks.append(unknown(diagnosis))
        return blocks.filter { !$0.isEmpty }.map { block in
            block.flatMap { line -> [String] in
                let indent = line.prefix { $0 == " " }.count
                return indent >= 4 ? [line] : DisplayText.wrapped(line, to: max(width, 40), indent: indent)
            }.map { $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }

    private static func verdict(_ diagnosis: DiagnosisSummary) -> [String] {
        switch diagnosis.verdict {
        case .noShift:
            ["No shift that is clear of its noise. Weights are 1, and none are needed."]
        case .inputShift:
            ["Input shift: the inputs differ. Weights help, as far as the labels given the input are the same."]
        case .classPriorShift:
            [
                "Class-prior shift: the shares of the classes differ, and that explains the rest. Either set of weights helps: those of "
                    + "the analysis, or those of the classes (--weights)."
            ]
        case .annotationShift:
            [
                "Annotation shift: the labels given the input differ. No split can help, and weighting cannot mend it: no training row "
                    + "carries test's kind of label. Relabel, or learn from labelled test rows."
            ]
        case .cannotBeTold:
            ["Cannot be told from this."] + [why(diagnosis)].compactMap { $0 }.map { "  " + $0 }
        }
    }

    private static func why(_ diagnosis: DiagnosisSummary) -> String? {
        if diagnosis.labelled?.isTooSmall == true { return "There are too few labelled rows of a side to compare." }
        if diagnosis.labelled?.labelGivenInput?.isClear == true {
            return "The label tells the sides apart a little beyond what the inputs do. Either test is labelled a little differently, "
                + "or the label shows what the discriminator's features miss of the inputs."
        }
        if diagnosis.inputGain == nil { return "There are too few groups of rows on a side to compare." }
        return "The inputs differ, and weights help as far as the labels given the input are the same. The label is no class whose shares "
            + "could be compared, and without labelled test rows (--labelled-test) nothing is known of how test is labelled."
    }

    private static func inputs(_ diagnosis: DiagnosisSummary) -> [String] {
        guard let gain = diagnosis.inputGain else { return [] }
        return ["  Inputs: " + (gain.isClear ? "they differ" : "no difference found") + " (\(text(gain)))."]
    }

    private static func text(_ priors: DiagnosisSummary.Priors) -> [String] {
        var lines = [
            "  Classes: if nothing but their shares differed, test would have these times the share of train. "
                + "(Probabilities from \(priors.source); right for \(NumberText.percent(priors.accuracy)) of train, out of fold.)",
            "    " + DisplayText.pad("class", to: 22) + DisplayText.pad("share of train", to: 16)
                + DisplayText.pad("likelihood (MLLS)", to: 24) + "black box (BBSE)",
        ]
        for one in priors.classes {
            lines.append(
                "    " + DisplayText.pad(DisplayText.cut(one.name, to: 20), to: 22)
                    + DisplayText.pad(NumberText.percent(one.trainShare), to: 16)
                    + DisplayText.pad(text(one.likelihood), to: 24) + (one.blackBox.map(text) ?? "not to be had"))
        }
        if let left = priors.gainLeft {
            lines.append(
                "  With these shares, " + (left.isClear ? "the inputs still differ" : "no difference is left")
                    + " (\(text(left))).")
        }
        if !priors.differ { lines.append("  No share is clear of being the same on both sides.") }
        return lines
    }

    private static func text(_ labelled: DiagnosisSummary.Labelled, label: String) -> [String] {
        var lines = [
            "  Labelled rows: \(NumberText.whole(labelled.trainRows)) of train, \(NumberText.whole(labelled.testRows)) of test "
                + "(\(labelled.name))."
        ]
        if let gain = labelled.labelGivenInput {
            lines.append(
                "  \(label) " + (gain.isClear ? "tells" : "does not tell")
                    + " the sides apart beyond what the inputs do (\(text(gain))): p(y|x) "
                    + (gain.isClear ? "differs." : "is not seen to differ."))
        }
        if let gain = labelled.inputGivenLabel {
            lines.append(
                "  The inputs " + (gain.isClear ? "tell" : "do not tell") + " the sides apart beyond what \(label) does (\(text(gain))).")
        }
        for question in labelled.questions.prefix(5) {
            lines.append(
                "    " + DisplayText.pad(DisplayText.cut(question.text, to: 46), to: 48)
                    + "\(NumberText.percent(question.trainShare)) of train → \(NumberText.percent(question.testShare)) of test")
        }
        return lines
    }

    /// What cannot be identified from what was given.
    private static func unknown(_ diagnosis: DiagnosisSummary) -> [String] {
        guard diagnosis.labelled == nil else {
            return diagnosis.verdict == .annotationShift || diagnosis.verdict == .cannotBeTold
                ? [] : ["What was not seen to differ may differ by less than these rows can show."]
        }
        return [
            "What cannot be known from this: whether test is labelled as train is. Inputs alone say nothing about p(y|x); give "
                + "labelled test rows with --labelled-test."
        ]
    }

    private static func text(_ gain: DiagnosisSummary.Gain) -> String {
        "gain \(NumberText.signed(gain.mean, 4)) nats, standard error \(NumberText.fixed(gain.standardError, 4))"
    }

    private static func text(_ ratio: DiagnosisSummary.Ratio) -> String {
        "\(NumberText.fixed(ratio.value, 2)) (\(NumberText.fixed(ratio.lower, 2)) to \(NumberText.fixed(ratio.upper, 2)))"
    }
}
