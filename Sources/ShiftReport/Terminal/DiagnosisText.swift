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
            [header], verdict, inputs, diagnosis.priors.map(lines) ?? [], diagnosis.labelled.map(lines) ?? [], unknown,
        ]
        return blocks.filter { !$0.isEmpty }.map { block in
            block.flatMap { line -> [String] in
                let indent = line.prefix { $0 == " " }.count
                return indent >= 4 ? [line] : DisplayText.wrapped(line, to: width, indent: indent)
            }.map { $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }

    private func say(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
        wording.say(english(), chinese())
    }

    private var header: String {
        let (folder, train, test) = (diagnosis.folder, diagnosis.inputs.train.name, diagnosis.inputs.test.name)
        return "textshift diagnose  "
            + say(
                "\(folder): \(train) and \(test), label \(diagnosis.label)",
                "\(folder)：\(train) 与 \(test)，标签 \(diagnosis.label)")
    }

    private var verdict: [String] {
        switch diagnosis.verdict {
        case .noShift:
            [say("No shift that is clear of its noise. Weights are 1, and none are needed.", "没有超出噪声的偏移。权重都是 1，也不需要权重。")]
        case .inputShift:
            [
                say(
                    "Input shift: the inputs differ. Weights help, as far as the labels given the input are the same.",
                    "输入偏移：输入不同。只要给定输入后的标签相同，加权就有用。")
            ]
        case .classPriorShift:
            [
                say(
                    "Class-prior shift: the shares of the classes differ, and that explains the rest. Either set of weights helps: those of "
                        + "the analysis, or those of the classes (--weights).",
                    "类别先验偏移：各类的占比不同，并且这解释了其余的不同。两套权重都有用：分析的权重，或类别的权重（--weights）。")
            ]
        case .annotationShift:
            [
                say(
                    "Annotation shift: the labels given the input differ. No split can help, and weighting cannot mend it: no training row "
                        + "carries test's kind of label. Relabel, or learn from labelled test rows.",
                    "标注偏移：给定输入后的标签不同。任何划分都没有用，加权也不能补救：没有一行训练带着测试那样的标签。请重新标注，或从有标签的测试行学习。")
            ]
        case .cannotBeTold:
            [say("Cannot be told from this.", "由此无法判断。")] + [why].compactMap { $0 }.map { "  " + $0 }
        }
    }

    private var why: String? {
        if diagnosis.labelled?.isTooSmall == true {
            return say("There are too few labelled rows of a side to compare.", "有一边的有标签的行太少，无法比较。")
        }
        if diagnosis.labelled?.labelGivenInput?.isClear == true {
            return say(
                "The label tells the sides apart a little beyond what the inputs do. Either test is labelled a little differently, or the "
                    + "label shows what the discriminator's features miss of the inputs.",
                "在输入之外，标签还能稍稍分开两边。要么测试的标注略有不同，要么标签透露了判别器的特征所漏掉的输入信息。")
        }
        if diagnosis.inputGain == nil {
            return say("There are too few groups of rows on a side to compare.", "有一边的分组太少，无法比较。")
        }
        return say(
            "The inputs differ, and weights help as far as the labels given the input are the same. The label is no class whose shares "
                + "could be compared, and without labelled test rows (--labelled-test) nothing is known of how test is labelled.",
            "输入不同；只要给定输入后的标签相同，加权就有用。这个标签不是可以比较占比的类别；没有带标签的测试行（--labelled-test），也就不知道测试是怎样标注的。")
    }

    private var inputs: [String] {
        guard let gain = diagnosis.inputGain else { return [] }
        let found = gain.isClear ? say("they differ", "不同") : say("no difference found", "没有发现不同")
        return ["  " + say("Inputs: \(found) (\(text(gain))).", "输入：\(found)（\(text(gain))）。")]
    }

    private func lines(_ priors: DiagnosisSummary.Priors) -> [String] {
        let accuracy = NumberText.percent(priors.accuracy)
        let source = priors.source == DiagnosisSummary.Priors.ownSource ? say(priors.source, "判别器的特征") : priors.source
        var lines = [
            "  "
                + say(
                    "Classes: if nothing but their shares differed, test would have these times the share of train. (Probabilities from "
                        + "\(source); right for \(accuracy) of train, out of fold.)",
                    "类别：假如只有占比不同，测试的占比是训练的以下倍数。（概率来自 \(source)；在折外，训练行的正确率是 \(accuracy)。）"),
            "    " + DisplayText.pad(say("class", "类别"), to: 22) + DisplayText.pad(say("share of train", "训练占比"), to: 16)
                + DisplayText.pad(say("likelihood (MLLS)", "最大似然（MLLS）"), to: 24) + say("black box (BBSE)", "黑箱（BBSE）"),
        ]
        for one in priors.classes {
            lines.append(
                "    " + DisplayText.pad(DisplayText.cut(one.name, to: 20), to: 22)
                    + DisplayText.pad(NumberText.percent(one.trainShare), to: 16)
                    + DisplayText.pad(text(one.likelihood), to: 24) + (one.blackBox.map(text) ?? say("not to be had", "得不到")))
        }
        if let left = priors.gainLeft {
            let found = left.isClear ? say("the inputs still differ", "输入仍然不同") : say("no difference is left", "就没有不同了")
            lines.append("  " + say("With these shares, \(found) (\(text(left))).", "换成这些占比后，\(found)（\(text(left))）。"))
        }
        if !priors.differ {
            lines.append("  " + say("No share is clear of being the same on both sides.", "没有哪个占比能肯定在两边不同。"))
        }
        return lines
    }

    private func lines(_ labelled: DiagnosisSummary.Labelled) -> [String] {
        let label = diagnosis.label
        let (train, test) = (NumberText.whole(labelled.trainRows), NumberText.whole(labelled.testRows))
        var lines = [
            "  "
                + say(
                    "Labelled rows: \(train) of train, \(test) of test (\(labelled.name)).",
                    "有标签的行：训练 \(train) 行，测试 \(test) 行（\(labelled.name)）。")
        ]
        if let gain = labelled.labelGivenInput {
            let numbers = text(gain)
            lines.append(
                "  "
                    + (gain.isClear
                        ? say(
                            "\(label) tells the sides apart beyond what the inputs do (\(numbers)): p(y|x) differs.",
                            "在输入之外，\(label) 还能分开两边（\(numbers)）：p(y|x) 不同。")
                        : say(
                            "\(label) does not tell the sides apart beyond what the inputs do (\(numbers)): p(y|x) is not seen to differ.",
                            "在输入之外，\(label) 不能再分开两边（\(numbers)）：看不出 p(y|x) 不同。")))
        }
        if let gain = labelled.inputGivenLabel {
            let numbers = text(gain)
            lines.append(
                "  "
                    + (gain.isClear
                        ? say(
                            "The inputs tell the sides apart beyond what \(label) does (\(numbers)).",
                            "在 \(label) 之外，输入还能分开两边（\(numbers)）。")
                        : say(
                            "The inputs do not tell the sides apart beyond what \(label) does (\(numbers)).",
                            "在 \(label) 之外，输入不能再分开两边（\(numbers)）。")))
        }
        for question in labelled.questions.prefix(5) {
            let (train, test) = (NumberText.percent(question.trainShare), NumberText.percent(question.testShare))
            lines.append(
                "    " + DisplayText.pad(DisplayText.cut(question.text, to: 46), to: 48)
                    + say("\(train) of train → \(test) of test", "训练的 \(train) → 测试的 \(test)"))
        }
        return lines
    }

    /// What cannot be identified from what was given.
    private var unknown: [String] {
        guard diagnosis.labelled == nil else {
            return diagnosis.verdict == .annotationShift || diagnosis.verdict == .cannotBeTold
                ? []
                : [
                    say(
                        "What was not seen to differ may differ by less than these rows can show.",
                        "看不出不同的地方，仍可能有这些行显不出来的小的不同。")
                ]
        }
        return [
            say(
                "What cannot be known from this: whether test is labelled as train is. Inputs alone say nothing about p(y|x); give labelled "
                    + "test rows with --labelled-test.",
                "由此不能知道的：测试是否与训练同样地标注。只有输入，说不出 p(y|x)；请用 --labelled-test 给出有标签的测试行。")
        ]
    }

    private func text(_ gain: DiagnosisSummary.Gain) -> String {
        let (mean, error) = (NumberText.signed(gain.mean, 4), NumberText.fixed(gain.standardError, 4))
        return say("gain \(mean) nats, standard error \(error)", "增益 \(mean) nat，标准误 \(error)")
    }

    private func text(_ ratio: DiagnosisSummary.Ratio) -> String {
        let (value, low, high) = (
            NumberText.fixed(ratio.value, 2), NumberText.fixed(ratio.lower, 2), NumberText.fixed(ratio.upper, 2)
        )
        return "\(value) (\(low) \(say("to", "至")) \(high))"
    }
}
