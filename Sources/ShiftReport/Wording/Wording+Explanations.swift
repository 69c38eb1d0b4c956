import ImportanceWeights
import ShiftPipeline

/// A figure of the report with what it means and what to do about it, in one sentence.
package struct FigureMeaning: Codable, Sendable, Equatable {
    /// Where the figure is in report.json, as a path of keys: "weights.effectiveRows".
    package var figure: String
    /// What the figure means here, and what to do.
    package var sentence: String

    /// A figure's path and its sentence.
    package init(figure: String, sentence: String) {
        self.figure = figure
        self.sentence = sentence
    }
}

extension Wording {
    /// One sentence for each diagnostic in `summary` that has something to say, in the order of the report. Field names
    /// are neutral.
    package func explanations(_ summary: ShiftSummary) -> [FigureMeaning] {
        var all: [FigureMeaning] = []
        func add(_ figure: String, _ sentence: String?) {
            if let sentence { all.append(FigureMeaning(figure: figure, sentence: sentence)) }
        }
        add("discriminator.gain", gain(summary.discriminator))
        if let separability = summary.separability {
            add("separability.auc", auc(separability))
            add("separability.pValue", pValue(separability))
            add("separability.groupsLeftOut", groupsLeftOut(separability))
            add("separability.surfaceAUC", surfaceAUC(separability))
        }
        add("groups.testRowsInTrain", copies(summary.groups.testRowsInTrain, of: summary.fit.testRows))
        // Without a shift all weights are 1, and there is nothing more to say.
        guard summary.verdict.isShift else { return all }
        for (position, field) in summary.fields.enumerated() {
            add("fields.\(position).auc", fieldAUC(field))
        }
        let weight = summary.weightForm
        add("weights.effectiveRows", effectiveRows(summary.weights.effectiveRows, of: summary.fit.trainRows, weight: weight))
        add("weights.effectiveGroups", effectiveGroups(summary.weights.effectiveGroups, of: summary.groups.train))
        add("weights.meanRatio", meanRatioMeaning(summary.weights.meanRatio))
        add("weights.tailShape", tail(summary.weights, weight: weight))
        add("weights.topPercentShare", top(summary.weights.topPercentShare, weight: weight))
        add("overlap.noSupportShare", summary.overlap.map { support($0.noSupportShare) })
        add("reliability.slope", summary.reliability.slope.map { slope($0, weight: weight) })
        add("validation.poolEffectiveRows", pool(summary.validation))
        return all
    }

    func gain(_ discriminator: DiscriminatorSummary) -> String? {
        guard let gain = discriminator.gain, let error = discriminator.gainStandardError else { return nil }
        let (mean, spread) = (NumberText.fixed(gain, 4), NumberText.fixed(error, 4))
        return discriminator.verdict == .shift
            ? say(
                "The discriminator gains \(mean) nats a row, standard error \(spread) over no shift: more than two standard "
                    + "errors, so the weights are used.",
                "判别器比“没有偏移”每行多得 \(mean) nat，标准误 \(spread)：超过两个标准误，所以使用权重。")
            : say(
                "The discriminator gains \(mean) nats a row, standard error \(spread) over no shift: not above two standard "
                    + "errors, so every weight stays 1.",
                "判别器比“没有偏移”每行多得 \(mean) nat，标准误 \(spread)：不超过两个标准误，所以所有权重保持为 1。")
    }

    func auc(_ separability: Separability) -> String {
        let times = NumberText.fixed(separability.auc * 100, 0)
        let isChance = separability.lower <= 0.5 && separability.upper >= 0.5
        let pairs = say(
            "Of 100 pairs of a test row and a training row, the test row looks more test-like in \(times) (50 is chance)",
            "在 100 对测试行与训练行中，测试行看起来更像测试集的有 \(times) 对（50 是碰运气）")
        return pairs
            + (isChance
                ? say("; the interval holds 0.5, so treat the corpora as alike.", "；区间包含 0.5，可以把两边当作一样。")
                : say("; judge the shift by this, not by the p-value.", "；判断偏移大小看它，不看 p 值。"))
    }

    func pValue(_ separability: Separability) -> String {
        separability.pValue < 0.05
            ? say(
                "Chance alone rarely separates the corpora as well; with many rows that also holds for shifts too small to matter.",
                "单凭偶然很少能分得这么开；但行数一多，小到无关紧要的偏移也会如此显著。")
            : say(
                "Chance alone may well separate the corpora as well; more rows would be needed to tell.",
                "单凭偶然也可能分得这么开；需要更多的行才能判断。")
    }

    func groupsLeftOut(_ separability: Separability) -> String? {
        guard separability.groupsLeftOut > 0 else { return nil }
        let groups = NumberText.whole(separability.groupsLeftOut)
        return say(
            separability.groupsLeftOut == 1
                ? "1 group has rows of both sides and takes no part in the p-value."
                : "\(groups) groups have rows of both sides and take no part in the p-value; where they are many, see whether train and "
                    + "test share their source.",
            "\(groups) 个组两边都有行，不参与 p 值；如果很多，请看训练与测试是否同源。")
    }

    func surfaceAUC(_ separability: Separability) -> String {
        separability.surfaceAUC < 0.55
            ? say(
                "Length, scripts, digits and punctuation hardly differ: the shift, if any, is in the words.",
                "长度、文字种类、数字和标点几乎没有差别：若有偏移，也在用词上。")
            : say(
                "Length, scripts, digits and punctuation alone separate the corpora this well; compare how the two were cleaned.",
                "只看长度、文字种类、数字和标点，就能把两边分开到这个程度；请比较两边是怎样清洗的。")
    }

    func fieldAUC(_ field: Field) -> String? {
        guard let auc = field.auc else { return nil }
        let name = DisplayText.neutral(field.name)
        if field.tellsSidesApart { return tellsSidesApart(name, auc) }
        return auc < 0.55
            ? say(
                "The field \(quoted(name)) says little by itself (0.5 is no difference).",
                "字段\(quoted(name))本身说明不了什么（0.5 是没有差别）。")
            : say("The field \(quoted(name)) differs by itself (0.5 is no difference).", "字段\(quoted(name))本身就有差别（0.5 是没有差别）。")
    }

    func copies(_ rows: Int, of total: Int) -> String {
        let share = NumberText.percent(Double(rows) / Double(max(total, 1)))
        return rows == 0
            ? say("No test row is in train word for word.", "没有测试行在训练集里一字不差地出现。")
            : say(
                "\(share) of the test rows are in train word for word: a score on them measures memory; consider taking them out of "
                    + "train.",
                "\(share) 的测试行在训练集里一字不差：在它们上得的分只说明记忆；可以考虑把它们移出训练集。")
    }

    func effectiveRows(_ found: Double, of rows: Int, weight: WeightForm) -> String {
        if found < TrustLimits.leastEffectiveRows { return effectiveSampleSize(found, weight: weight) }
        let isBounded = weight.isBounded
        let share = found / Double(max(rows, 1))
        let isFew = share < 0.1 || found < 100
        let (worth, part) = (NumberText.rounded(found), NumberText.percent(share))
        return say(
            "Weighted estimates are about as precise as from \(worth) unweighted rows (\(part))"
                + (isFew ? ": few; expect wide intervals" + (isBounded ? "." : ", or use --weight relative:0.5.") : "."),
            "加权估计的精度大约相当于 \(worth) 行不加权的数据（\(part)）"
                + (isFew ? "：偏少，区间会宽" + (isBounded ? "。" : "，或者用 --weight relative:0.5。") : "。"))
    }

    func effectiveGroups(_ found: Double, of groups: Int) -> String {
        let (worth, all) = (NumberText.rounded(found), NumberText.whole(groups))
        return say(
            "Counted by groups, whose rows are not independent, that is \(worth) of \(all); take intervals over groups, not over rows.",
            "同组的行并不独立，按组计是 \(all) 组中的 \(worth) 组；请按组而不是按行取区间。")
    }

    func meanRatioMeaning(_ found: Double) -> String {
        if !TrustLimits.meanRatios.contains(found) { return meanRatio(found) }
        let mean = NumberText.fixed(found, 2)
        return say(
            "The ratio averages \(mean) over train, near 1 as a ratio of densities must: the scores are not in sample and mean what "
                + "they say.",
            "密度比在训练集上平均 \(mean)，如同密度比应当的那样接近 1：分数是折外的，可以照字面理解。")
    }

    /// The tail of the weights as they are used, which may be bounded; the verdict uses that of the density ratio.
    func tail(_ weights: WeightSummary, weight: WeightForm) -> String {
        guard let shape = weights.tailShape else {
            return say("The weights have no tail: they are equal or bounded.", "权重没有尾部：它们相等，或者有界。")
        }
        if shape > TrustLimits.greatestTailShape {
            guard weight.isBounded else { return tailShape(shape, weight: weight) }
            return say(
                "The weights have a heavy tail (above \(Limits.tailShape)), up to the bound that --weight \(weight) sets: no row weighs more than that.",
                "权重的尾部偏重（高于 \(Limits.tailShape)），但止于 --weight \(weight) 的界：没有哪一行比它更重。")
        }
        return say(
            "The tail of the weights is light (k̂ up to \(Limits.tailShape) is fine): no single row decides an estimate.",
            "权重的尾部很轻（k̂ 不超过 \(Limits.tailShape) 就好）：没有哪一行能单独决定估计。")
    }

    func top(_ share: Double, weight: WeightForm) -> String {
        let part = NumberText.percent(share)
        let isBounded = weight.isBounded
        return say(
            "The heaviest 1% of the training rows carry \(part) of the weight"
                + (share > 0.2 ? ": look at them" + (isBounded ? "." : ", and use --weight clip:10 or relative:0.5.") : "."),
            "最重的 1% 训练行占了 \(part) 的权重"
                + (share > 0.2 ? "：请看看它们" + (isBounded ? "。" : "，并用 --weight clip:10 或 relative:0.5。") : "。"))
    }

    func support(_ share: Double) -> String {
        if share > TrustLimits.greatestNoSupportShare { return noSupport(share) }
        let part = NumberText.percent(share)
        return share > 0.01
            ? say(
                "\(part) of the test rows lie beyond 99.9% of train; weights say nothing about them, so look at them.",
                "\(part) 的测试行超出了 99.9% 的训练行；权重说明不了它们，请看一看。")
            : say(
                "Train covers the test rows: next to none lies beyond 99.9% of it.", "训练集覆盖了测试集：几乎没有哪个测试行比 99.9% 的训练行更像测试集。")
    }

    func slope(_ slope: Double, weight: WeightForm) -> String {
        switch slope {
        case ..<0.8 where weight.isBounded:
            say(
                "p_test is too extreme (slope 1 is calibrated); --weight \(weight) bounds what that does to the weights.",
                "p_test 太极端（斜率 1 是校准的）；--weight \(weight) 限制了它对权重的影响。")
        case ..<0.8:
            say(
                "p_test is too extreme (slope 1 is calibrated): prefer --weight relative:0.5 to the plain ratio.",
                "p_test 太极端（斜率 1 是校准的）：与其用原始密度比，不如用 --weight relative:0.5。")
        case ...1.25:
            say("p_test means what it says (slope 1 is calibrated).", "p_test 可以照字面理解（斜率 1 是校准的）。")
        default:
            say(
                "p_test is too cautious (slope 1 is calibrated): the weights correct less than they could.",
                "p_test 太保守（斜率 1 是校准的）：权重的纠正比可能的要少。")
        }
    }

    func pool(_ validation: ValidationSummary) -> String {
        let worth = NumberText.rounded(validation.poolEffectiveRows)
        let isFew = validation.poolEffectiveRows < 100
        return say(
            "A score on the validation set is about as precise as on \(worth) rows, however many are drawn"
                + (isFew ? "; raise --pool for more." : "."),
            "无论抽取多少行，验证集上的分数大约只有 \(worth) 行的精度" + (isFew ? "；要更多，请提高 --pool。" : "。"))
    }
}
