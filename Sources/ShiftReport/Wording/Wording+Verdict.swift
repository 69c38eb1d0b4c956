import ShiftPipeline

/// The first screen: how large the shift is, what kind, whether weights correct it, what to do.
extension Wording {
    /// Fields that are named one by one.
    private static let named = 5

    var howLarge: String { say("How large", "有多大") }
    var whatKind: String { say("What kind", "哪一种") }
    var canWeights: String { say("Can weights mend it", "加权能否补救") }
    var whatNext: String { say("What to do next", "接下来做什么") }
    var effectiveName: String { say("effective rows", "有效行数") }
    var noSupportName: String { say("without support", "无支撑") }
    var trustedWord: String { say("Yes", "能") }
    var untrustedWord: String { say("No", "不能") }
    var nothingWord: String { say("Not needed", "不需要") }

    /// The AUC as pairs out of a hundred, and its p-value.
    func large(_ summary: ShiftSummary) -> [String] {
        guard let s = summary.separability else { return [separability(summary)] }
        return [auc(s), pValueText(s)] + [variation(summary)].compactMap { $0 }
    }

    private func pValueText(_ s: Separability) -> String {
        let p = "p \(s.pValue < 0.001 ? "" : "= ")\(NumberText.pValue(s.pValue))"
        return s.pValue < 0.05
            ? say("Chance alone rarely does that (\(p)).", "单凭偶然很少如此（\(p)）。")
            : say("Chance alone may well do that (\(p)).", "单凭偶然也可能如此（\(p)）。")
    }

    /// Topic or form, fields, lengths, scripts, copies; the terms that moved most.
    func kinds(_ summary: ShiftSummary) -> [String] {
        var sentences: [String] = []
        if summary.verdict.isShift, let s = summary.separability {
            if let formatting = surface(summary) {
                sentences.append(formatting)
            } else if !summary.fields.contains(where: \.tellsSidesApart) {
                let (form, all) = (NumberText.fixed(s.surfaceAUC, 3), NumberText.fixed(s.auc, 3))
                sentences.append(
                    say(
                        "Mostly what is said, not its form: length, scripts and punctuation alone reach AUC \(form) of \(all).",
                        "主要在内容，不在形式：只看长度、文字和标点，AUC 是 \(form)，全部是 \(all)。"))
            }
            sentences += summary.fields.filter(\.tellsSidesApart).prefix(Self.named).map {
                tellsSidesApart($0.name, $0.auc ?? 1)
            }
            sentences += moved(summary)
            if let medians = summary.details?.curves.lengths.medianLengths,
                !(0.8...1.25).contains(medians.test / max(medians.train, 1e-9))
            {
                sentences.append(lengthCaption(medians))
            }
        } else if summary.verdict.kind == .noShift {
            sentences.append(
                say(
                    "There is nothing to see: neither words nor form tell train from test better than chance.",
                    "没有什么可看：无论用词还是形式，都不比碰运气更能分开训练和测试。"))
        }
        sentences.append(duplicates(summary) ?? copies(0, of: summary.fit.testRows))
        return sentences
    }

    /// The words that moved most, as a sentence; empty if none did.
    private func moved(_ summary: ShiftSummary) -> [String] {
        func names(_ towardsTest: Bool) -> [String] {
            let all: [(String, Bool)] =
                summary.details.map { $0.terms.map { ($0.term, $0.logOdds > 0) } }
                ?? summary.terms.towardsTest.map { ($0.term, true) } + summary.terms.towardsTrain.map { ($0.term, false) }
            var seen = Set<String>()
            return all.filter { $0.1 == towardsTest && seen.insert($0.0).inserted }.prefix(4).map {
                DisplayText.cut($0.0, to: 24)
            }
        }
        let (test, train) = (names(true), names(false))
        return [
            test.isEmpty ? nil : say("More in test: \(list(test)).", "测试中更多：\(list(test))。"),
            train.isEmpty ? nil : say("More in train: \(list(train)).", "训练中更多：\(list(train))。"),
        ].compactMap { $0 }
    }

    /// Whether to trust the weights, and why.
    func safety(_ summary: ShiftSummary) -> [String] {
        guard summary.verdict.isShift else {
            return [say("Every weight is 1: there is nothing to mend.", "所有权重都是 1：没有什么要补救。")]
        }
        guard summary.verdict.isTrusted else { return summary.verdict.reasons.map { failure($0, weight: summary.weightForm) } }
        return [
            trust(summary),
            effectiveRows(summary.weights.effectiveRows, of: summary.fit.trainRows, weight: summary.weightForm),
            tail(summary.weights, weight: summary.weightForm),
            summary.overlap.map { support($0.noSupportShare) },
        ].compactMap { $0 }
    }

    /// What to do, the most pressing first.
    func next(_ summary: ShiftSummary) -> [String] {
        var steps: [String] = []
        let hasCopies = Double(summary.groups.testRowsInTrain) > 0.01 * Double(max(summary.fit.testRows, 1))
        switch summary.verdict.kind {
        case .tooFewGroups: return [separability(summary)]
        case .noShift:
            steps.append(
                say(
                    "Train as you are used to, without weights; a random validation set will do.", "照常训练，不用权重；随机的验证集就够了。"))
        case .shift:
            steps += summary.fields.filter(\.tellsSidesApart).prefix(Self.named).map {
                let name = quoted(DisplayText.cut($0.name, to: 40))
                return say("Leave the field \(name) out (--field) and run again.", "去掉字段\(name)（--field）再运行一次。")
            }
            if summary.verdict.isTrusted {
                steps.append(
                    say(
                        "Train on train.remaining.jsonl with its sample_weight, and validate on validation.jsonl: a score there is closer to the "
                            + "score on test than that on random rows.",
                        "用 train.remaining.jsonl 及其 sample_weight 训练，在 validation.jsonl 上验证：那里的分数比随机验证集上的更接近测试集上的分数。"))
                steps.append(
                    say(
                        "Before that, look at the first examples below: if the labels of such rows were made differently, weights cannot help.",
                        "在此之前先看下面的示例：如果这些行的标注方式不同，权重帮不上忙。"))
            } else {
                steps.append(
                    say(
                        "Do not weight yet. Label some of the test rows that train lacks (they are under Examples), add them to train, and run again.",
                        "先不要加权。从测试集中训练所没有的行（见示例）里标注一些，加入训练集，再运行一次。"))
                let weight = summary.weightForm
                steps.append(
                    weight.isBounded
                        ? say(
                            "If that cannot be, the weights are bounded already (--weight \(weight)); expect a score on validation.jsonl to be "
                                + "too good.",
                            "如果做不到，权重已经有界（--weight \(weight)）；validation.jsonl 上的分数会偏高。")
                        : say(
                            "If that cannot be, --weight relative:0.5 bounds the weights; expect a score on validation.jsonl to be too good.",
                            "如果做不到，--weight relative:0.5 可以限制权重；validation.jsonl 上的分数会偏高。"))
            }
            if surface(summary) != nil {
                steps.append(
                    say(
                        "Clean both sides in the same way first: trimming, punctuation, full-width forms.",
                        "先用同样的方式清洗两边：空白、标点、全角字符。"))
            }
        }
        if hasCopies {
            steps.append(
                say(
                    "Take the test rows that train holds word for word out of train, or score them apart.",
                    "把训练集里与测试行一字不差的行移出去，或者单独计分。"))
        }
        return steps
    }
}
