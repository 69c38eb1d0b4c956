import ImportanceWeights
import ShiftPipeline

/// The plain sentences that go with the figures: what each means and what to do. All wording of the reports is here and in this
/// type's extensions, each sentence with its two languages side by side, so that none can lack its translation.
package struct Wording: Sendable {
    /// The language of the sentences.
    package let language: Language

    /// The sentences of one language.
    package init(_ language: Language) {
        self.language = language
    }

    /// The English sentences: those of report.json.
    package static let english = Wording(.english)

    /// One sentence in the language.
    package func say(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
        switch language {
        case .english: english()
        case .chinese: chinese()
        }
    }

    /// A list of things, joined as in the language.
    func list(_ items: [String]) -> String { items.joined(separator: say(", ", "、")) }

    /// Sentences one after another.
    func join(_ sentences: [String]) -> String { sentences.joined(separator: say(" ", "")) }

    /// A name from the corpus in quotes.
    func quoted(_ name: String) -> String { say("\"\(name)\"", "“\(name)”") }

    /// The verdict in one line.
    package func headline(_ summary: ShiftSummary) -> String {
        switch summary.verdict.kind {
        case .noShift:
            return say("No shift found: every weight is 1.", "没有发现偏移：所有权重都是 1。")
        case .tooFewGroups:
            let folds = summary.discriminator.folds
            return say(
                "Too few groups for \(folds) folds: nothing was fitted, every weight is 1.",
                "分组太少，不够 \(folds) 折：没有拟合，所有权重都是 1。")
        case .shift:
            guard let separability = summary.separability else { return say("The corpora differ.", "两个语料不同。") }
            return say(
                "The corpora differ \(size(separability.auc)).", "两个语料\(size(separability.auc))不同。")
        }
    }

    /// Which rows the figures refer to, if not all; nil otherwise.
    package func fit(_ summary: ShiftSummary) -> String? {
        let fit = summary.fit
        guard let fitted = sample(fit) else { return nil }
        let sample = say(
            "Fitted on \(fitted) (--fit-rows, --fit-memory); the figures below are of these.",
            "在 \(fitted)上拟合（--fit-rows、--fit-memory）；下面的数字都指这些行。")
        guard let mean = fit.meanWeight, let effective = fit.effectiveRows else { return sample }
        let (rows, worth) = (NumberText.whole(summary.inputs.train.records), NumberText.rounded(effective))
        let weight = NumberText.fixed(mean, 2)
        return join([
            sample,
            say(
                "All \(rows) train rows: mean weight \(weight), effective sample \(worth).",
                "全部 \(rows) 行训练：平均权重 \(weight)，有效样本 \(worth)。"),
        ])
    }

    /// Which rows were fitted on, as part of a sentence; nil if all were.
    package func sample(_ fit: FitSummary) -> String? {
        guard fit.isSample else { return nil }
        let (train, test) = (NumberText.whole(fit.trainRows), NumberText.whole(fit.testRows))
        return say("a sample of \(train) train rows and \(test) test rows", "\(train) 行训练、\(test) 行测试的抽样")
    }

    /// An AUC in words.
    package func size(_ auc: Double) -> String {
        switch auc {
        case ..<0.6: say("slightly", "略有")
        case ..<0.7: say("moderately", "有中等程度的")
        case ..<0.85: say("strongly", "明显")
        case ..<0.95: say("very strongly", "非常明显地")
        default: say("almost completely", "几乎完全")
        }
    }

    /// The figures behind the headline.
    package func separability(_ summary: ShiftSummary) -> String {
        guard let s = summary.separability else {
            let (train, test) = (NumberText.whole(summary.groups.train), NumberText.whole(summary.groups.test))
            let groups = NumberText.counted(summary.groups.train, "group")
            let folds = summary.discriminator.folds
            return say(
                "\(groups) in train, \(test) in test; cross-fitting needs at least \(folds) on either side. Give more rows, or "
                    + "a finer --group.",
                "训练有 \(train) 组，测试有 \(test) 组；交叉拟合每边至少要 \(folds) 组。请给更多的行，或更细的 --group。")
        }
        let auc = NumberText.fixed(s.auc, 3)
        let (lower, upper) = (NumberText.fixed(s.lower, 3), NumberText.fixed(s.upper, 3))
        let p = "p \(s.pValue < 0.001 ? "" : "= ")\(NumberText.pValue(s.pValue))"
        return say(
            "AUC \(auc) (95% interval \(lower) to \(upper), \(p)); 0.5 would be no difference, 1 a complete one.",
            "AUC \(auc)（95% 区间 \(lower) 到 \(upper)，\(p)）；0.5 是没有差别，1 是完全不同。")
    }

    /// The least total variation distance that the lower end of the AUC's interval allows; nil if it allows none.
    package func variation(_ summary: ShiftSummary) -> String? {
        guard let bound = summary.separability?.leastVariation else { return nil }
        let share = NumberText.percent(bound)
        return say(
            "At least \(share) of either corpus would have to change to match the other (total variation).",
            "任何一边至少要换掉 \(share) 才会与另一边一致（总变差）。")
    }

    /// Formatting, not topic, if the surface features alone come close; nil otherwise.
    package func surface(_ summary: ShiftSummary) -> String? {
        guard summary.verdict.isShift, let s = summary.separability, s.surfaceAUC > 0.55,
            s.surfaceAUC - 0.5 > 0.6 * (s.auc - 0.5)
        else { return nil }
        let auc = NumberText.fixed(s.surfaceAUC, 3)
        return say(
            "Length, script and punctuation alone reach AUC \(auc): much of this is formatting, not topic. See whether one side was "
                + "cleaned differently.",
            "只看长度、文字种类和标点，AUC 已达 \(auc)：差别多半在格式，不在主题。请看两边的清洗是否不同。")
    }

    /// Whether to weight.
    package func trust(_ summary: ShiftSummary) -> String {
        if !summary.verdict.isShift { return say("Nothing to weight.", "不需要加权。") }
        return summary.verdict.isTrusted
            ? say(
                "Weighting can be trusted, as far as p(y|x) is the same on both sides.",
                "只要两边的 p(y|x) 相同，加权可以信任。")
            : say("Weighting is NOT to be trusted here:", "这里的加权不可信：")
    }

    /// A condition of trust that failed: what it means and what to do.
    /// - Parameter weight: The form of the weights, as `--weight` names it.
    package func failure(_ failure: TrustReason, weight: WeightForm) -> String {
        let found = failure.found ?? .infinity
        return switch failure.condition {
        case .effectiveSampleSize: effectiveSampleSize(found, weight: weight)
        case .tailShape: tailShape(found, weight: weight)
        case .noSupport: noSupport(found)
        case .meanRatio: meanRatio(found)
        }
    }

    /// An effective sample size too small for an estimate.
    package func effectiveSampleSize(_ found: Double, weight: WeightForm) -> String {
        let rows = NumberText.fixed(found, 1)
        if weight.isBounded {
            return say(
                "The weights leave an effective sample of \(rows) rows (\(Limits.effectiveRows) are the least), bounded as they are (--weight \(weight)): a "
                    + "few rows carry everything. Gather training rows like the test set.",
                "权重虽已有界（--weight \(weight)），有效样本仍只剩 \(rows) 行（至少要 \(Limits.effectiveRows) 行）：几行决定了一切。请收集更像测试集的训练行。")
        }
        return say(
            "The weights leave an effective sample of \(rows) rows (\(Limits.effectiveRows) are the least): a few rows carry everything. Use --weight "
                + "relative:0.5, or gather training rows like the test set.",
            "加权之后有效样本只剩 \(rows) 行（至少要 \(Limits.effectiveRows) 行）：几行决定了一切。请用 --weight relative:0.5，或收集更像测试集的训练行。")
    }

    /// A heavy tail of the density ratio, whose weights may be bounded.
    package func tailShape(_ found: Double, weight: WeightForm) -> String {
        let shape = NumberText.fixed(found, 2)
        if weight.isBounded {
            return say(
                "The density ratio has a heavy tail (Pareto k̂ \(shape), above \(Limits.tailShape)). --weight \(weight) bounds the weights, so that no "
                    + "single row decides an estimate; but what is estimated then lies between train and test: the bound is paid for "
                    + "with bias. Gather training rows like the test set.",
                "密度比的尾部太重（Pareto k̂ \(shape)，高于 \(Limits.tailShape)）。--weight \(weight) 限制了权重，单独一行左右不了估计；但这样估计的对象"
                    + "介于训练和测试之间，以偏差换来了有界。请收集更像测试集的训练行。")
        }
        return say(
            "The weights have a heavy tail (Pareto k̂ \(shape), above \(Limits.tailShape)): estimates jump with single rows. Use --weight clip:10 or "
                + "relative:0.5.",
            "权重的尾部太重（Pareto k̂ \(shape)，高于 \(Limits.tailShape)）：单独一行就能左右估计。请用 --weight clip:10 或 relative:0.5。")
    }

    /// Test rows beyond train's support.
    package func noSupport(_ found: Double) -> String {
        let share = NumberText.percent(found)
        return say(
            "\(share) of the test rows lie beyond 99.9% of train (\(Limits.noSupport) are the most): train has nothing like them, and no weight can "
                + "stand in for it. Label some of them.",
            "\(share) 的测试行超出了 99.9% 的训练行（最多容许 \(Limits.noSupport)）：训练集里没有相似的行，任何权重都补不上。请标注其中一些。")
    }

    /// A mean ratio away from 1.
    package func meanRatio(_ found: Double) -> String {
        let mean = NumberText.fixed(found, 2)
        return say(
            "The mean ratio over train is \(mean), not near 1 (\(Limits.meanRatio.least) to \(Limits.meanRatio.greatest)): the discriminator is not calibrated. Look for groups "
                + "that were missed (--group) or identifiers among the fields.",
            "密度比在训练集上的平均是 \(mean)，不在 1 附近（\(Limits.meanRatio.least) 到 \(Limits.meanRatio.greatest)）：判别器没有校准。请看是否漏了分组（--group），或字段里混有标识符。"
        )
    }

    /// A condition of trust that failed, with its requirement, in a few words.
    func briefly(_ failure: TrustReason) -> String {
        let found = failure.found ?? .infinity
        switch failure.condition {
        case .effectiveSampleSize:
            let rows = NumberText.fixed(found, 1)
            return say(
                "effective sample of \(rows) rows (\(Limits.effectiveRows) are the least)",
                "有效样本 \(rows) 行（至少要 \(Limits.effectiveRows) 行）")
        case .tailShape:
            let shape = NumberText.fixed(found, 2)
            return say(
                "Pareto k̂ \(shape) (above \(Limits.tailShape))", "Pareto k̂ \(shape)（高于 \(Limits.tailShape)）")
        case .noSupport:
            let share = NumberText.exactPercent(found)
            return say(
                "\(share) of test without support (\(Limits.noSupport) are the most)",
                "\(share) 的测试行无支撑（最多容许 \(Limits.noSupport)）")
        case .meanRatio:
            let (mean, limits) = (NumberText.fixed(found, 2), Limits.meanRatio)
            return say(
                "mean ratio \(mean) (\(limits.least) to \(limits.greatest))",
                "平均密度比 \(mean)（应在 \(limits.least) 到 \(limits.greatest)）")
        }
    }

    /// A field that gives the sides away.
    package func tellsSidesApart(_ field: String, _ auc: Double) -> String {
        let area = NumberText.fixed(auc, 3)
        return say(
            "The field \(quoted(field)) alone tells the sides apart (AUC \(area)): an identifier or an artefact of format? Leave it "
                + "out by naming the other fields with --field.",
            "单凭字段\(quoted(field))就能分开两边（AUC \(area)）：是标识符，还是格式的痕迹？用 --field 只列其他字段，把它排除。")
    }

    /// Rows left out by a review; nil if there are none.
    package func excluded(_ inputs: Inputs) -> String? {
        let (train, test) = (inputs.train.excludedRows ?? 0, inputs.test.excludedRows ?? 0)
        guard train + test > 0 else { return nil }
        return say(
            "\(NumberText.counted(train, "train row")) and \(NumberText.counted(test, "test row")) were left out as reviewed (--exclude).",
            "按审阅结果排除了 \(NumberText.whole(train)) 行训练、\(NumberText.whole(test)) 行测试（--exclude）。")
    }

    /// Why a field was left out.
    package func reason(_ reason: Field.Reason) -> String {
        switch reason {
        case .named: say("named", "指定")
        case .textLike: say("text on both sides", "两边都是文本")
        case .notNamed: say("not named", "未指定")
        case .oneSideOnly: say("on one side only", "只有一边有")
        case .reservedName: say("a label or an id by its name", "按名称是标签或标识")
        case .notText: say("not text", "不是文本")
        case .ignored: say("--ignore-field", "--ignore-field")
        case .time: say("dates or times", "日期或时间")
        case .classes: say("few values, each many times", "取值少，每个值重复多次")
        case .tooShort: say("less than two words on average", "平均不到两个词")
        case .identifier: say("identifiers, addresses or names", "标识、地址或人名")
        case .crossing: say("its values cross the groups of another field", "取值与另一字段的分组交叉")
        case .tooMany: say("too many fields; those with more text are used", "字段太多；用文本更多的字段")
        }
    }
}

/// The limits of trust, formatted for sentences.
enum Limits {
    static let effectiveRows = NumberText.typed(TrustLimits.leastEffectiveRows)
    static let tailShape = NumberText.typed(TrustLimits.greatestTailShape)
    static let noSupport = NumberText.exactPercent(TrustLimits.greatestNoSupportShare)
    static let meanRatio = (
        least: NumberText.typed(TrustLimits.meanRatios.lowerBound),
        greatest: NumberText.typed(TrustLimits.meanRatios.upperBound)
    )
}
