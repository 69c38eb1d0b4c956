import ShiftPipeline

/// What `textshift diagnose` prints.
public struct DiagnosisText {
    private let diagnosis: DiagnosisSummary
    private let wording: Wording
    private let width: Int

    /// - Parameter width: Columns of the terminal.
    public init(_ diagnosis: DiagnosisSummary, language: Language = .english, width: Int = 100) {
        self.diagnosis = diagnosis
        wording = Wording(language)
        self.width = max(width, 40)
    }

    /// The lines, each ended by a newline.
    public var text: String {
        let blocks = [
            [header], verdict, inputs, diagnosis.priors.map(lines) ?? [], diagnosis.labelled.map(lines) ?? [], unknown, command,
        ]
        return blocks.filter { !$0.isEmpty }.map { block in
            block.flatMap { line -> [String] in
                let indent = line.prefix { $0 == " " }.count
                return indent >= 4 ? [line] : DisplayText.wrapped(line, to: width, indent: indent)
            }.map { $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }

    private var say: any Catalogue { wording.say }

    private var header: String {
        "textshift diagnose  "
            + say.diagnosed(
                folder: diagnosis.folder, train: diagnosis.inputs.train.name, test: diagnosis.inputs.test.name,
                label: diagnosis.label)
    }

    private var verdict: [String] {
        switch diagnosis.verdict {
        case .noShift: [say.diagnosedNoShift]
        case .inputShift: diagnosis.distrust.isEmpty ? [say.diagnosedInputShift] : [say.diagnosedInputShiftOnly] + distrust
        case .classPriorShift:
            diagnosis.distrust.isEmpty ? [say.diagnosedPriorShift] : [say.diagnosedPriorShiftOnly] + distrust
        case .annotationShift: [say.diagnosedAnnotationShift]
        case .cannotBeTold: [say.diagnosedUnknown, "  " + why] + distrust
        }
    }

    /// What the analysis holds against its weights.
    private var distrust: [String] {
        guard !diagnosis.distrust.isEmpty else { return [] }
        let reasons = diagnosis.distrust.map(wording.briefly).joined(separator: say.semicolon)
        return ["  " + say.trustFails + say.gap + reasons + say.stop]
    }

    private var why: String {
        if diagnosis.labelled?.isTooSmall == true { return say.tooFewLabelled }
        if diagnosis.labelled?.labelGivenInput?.isClear == true { return say.labelTellsALittle }
        return diagnosis.inputGain == nil
            ? say.tooFewGroupsToCompare : diagnosis.distrust.isEmpty ? say.labelsUnknown : say.labelsUnknownOnly
    }

    private var inputs: [String] {
        guard let gain = diagnosis.inputGain else { return [] }
        return ["  " + (gain.isClear ? say.inputsDiffer(gain: text(gain)) : say.inputsNotShownToDiffer(gain: text(gain)))]
    }

    private func lines(_ priors: DiagnosisSummary.Priors) -> [String] {
        let source = priors.source == DiagnosisSummary.Priors.ownSource ? say.ownSource : priors.source
        var lines = [
            "  " + say.classShares(source: source, accuracy: NumberText.percent(priors.accuracy)),
            "    " + DisplayText.pad(say.classTitle, to: 22) + DisplayText.pad(say.shareOfTrainTitle, to: 16)
                + DisplayText.pad(say.weightedShareTitle, to: 16)
                + DisplayText.pad(say.likelihoodTitle, to: 24) + say.blackBoxTitle,
        ]
        for one in priors.classes {
            lines.append(
                "    " + DisplayText.pad(DisplayText.cut(one.name, to: 20), to: 22)
                    + DisplayText.pad(NumberText.percent(one.trainShare), to: 16)
                    + DisplayText.pad(one.weightedShare.map { NumberText.percent($0) } ?? "-", to: 16)
                    + DisplayText.pad(text(one.likelihood), to: 24) + (one.blackBox.map(text) ?? say.notToBeHad))
        }
        if let left = priors.gainLeft {
            lines.append(
                "  "
                    + (left.isClear
                        ? say.stillDiffer(gain: text(left)) + say.gap + say.noIntervals
                        : say.noDifferenceLeft(gain: text(left))))
        }
        if !priors.differ { lines.append("  " + say.noShareClear) }
        return lines
    }

    private func lines(_ labelled: DiagnosisSummary.Labelled) -> [String] {
        let label = diagnosis.label
        var lines = ["  " + say.labelledRows(train: labelled.trainRows, test: labelled.testRows, name: labelled.name)]
        if let gain = labelled.labelGivenInput {
            let found = text(gain)
            lines.append(
                "  "
                    + (gain.isClear
                        ? say.labelTells(label: label, gain: found) : say.labelNotShownToTell(label: label, gain: found)))
        }
        if let gain = labelled.inputGivenLabel {
            let found = text(gain)
            lines.append(
                "  "
                    + (gain.isClear
                        ? say.inputsTell(label: label, gain: found) : say.inputsNotShownToTell(label: label, gain: found)))
        }
        for question in labelled.questions.prefix(5) {
            lines.append(
                "    " + DisplayText.pad(DisplayText.cut(asked(question.text), to: 46), to: 48)
                    + say.questionShares(
                        train: NumberText.percent(question.trainShare), test: NumberText.percent(question.testShare)))
        }
        return lines
    }

    /// A question about the label, which the summary has in English.
    private func asked(_ text: String) -> String {
        let label = diagnosis.label
        guard text.hasPrefix(label + " ") else { return text }
        let rest = text.dropFirst(label.count + 1)
        if let found = rest.wholeMatch(of: /has more than (\d+) (elements|different texts|code points a text)/) {
            let count = String(found.1)
            return switch found.2 {
            case "elements": say.questionElements(label: label, count: count)
            case "different texts": say.questionDistinct(label: label, count: count)
            default: say.questionLength(label: label, count: count)
            }
        }
        if rest.hasPrefix("is ") { return say.questionAnswer(label: label, value: String(rest.dropFirst(3))) }
        if rest.hasPrefix("holds ") { return say.questionHolds(label: label, value: String(rest.dropFirst(6))) }
        return text
    }

    /// What cannot be identified from what was given.
    private var unknown: [String] {
        guard diagnosis.labelled == nil else {
            return diagnosis.verdict == .annotationShift || diagnosis.verdict == .cannotBeTold ? [] : [say.unseenMayDiffer]
        }
        return [say.cannotBeKnown]
    }

    /// How to weigh by class, where that is the kind of shift.
    private var command: [String] {
        guard diagnosis.verdict == .classPriorShift, diagnosis.priors != nil else { return [] }
        let (train, test) = (diagnosis.inputs.train, diagnosis.inputs.test)
        let isSingle = train.files.count == 1 && test.files.count == 1
        let inputs =
            isSingle
            ? [train, test].map { ShellCommand.word($0.files[0].name) }
            : train.files.flatMap { ["--train", ShellCommand.word($0.name)] }
                + test.files.flatMap { ["--test", ShellCommand.word($0.name)] }
        let words =
            ["textshift", "analyze"] + inputs + ["--weight", "class-prior", "--label", ShellCommand.word(diagnosis.label)]
        return [say.weighByClass(command: (words + ["--output", "DIR"]).joined(separator: " "))]
    }

    private func text(_ gain: DiagnosisSummary.Gain) -> String {
        say.gain(mean: NumberText.signed(gain.mean, 4), error: NumberText.fixed(gain.standardError, 4))
    }

    private func text(_ ratio: DiagnosisSummary.Ratio) -> String {
        let value = NumberText.fixed(ratio.value, 2)
        guard let lower = ratio.lower, let upper = ratio.upper else { return value }
        return value
            + say.bracketed(text: say.range(low: NumberText.fixed(lower, 2), high: NumberText.fixed(upper, 2)))
    }
}
