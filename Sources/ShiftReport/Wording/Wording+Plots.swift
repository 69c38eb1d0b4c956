import ShiftPipeline

/// The text of plots: their axes, and one sentence each on what to see.
extension Wording {
    var train: String { say("train", "训练") }
    var test: String { say("test", "测试") }
    var shareOfRows: String { say("share of rows", "占行的比例") }
    var shareOfTrainRows: String { say("share of training rows", "占训练行的比例") }
    var pTestAxis: String { say("p_test: how test-like a row is", "p_test：一行有多像测试集") }

    /// The quartiles of each side, for a description.
    func quartiles(_ name: String, _ histogram: ShiftCurves.Histogram, _ text: (Double) -> String) -> String {
        let sides: [(String, KeyPath<ShiftCurves.Histogram, [Double]>)] = [(train, \.train), (test, \.test)]
        let parts = sides.compactMap { side, path -> String? in
            let found = [0.25, 0.5, 0.75].compactMap { histogram.quantile($0, of: path).map(text) }
            guard found.count == 3 else { return nil }
            return say(
                "\(side): median \(found[1]), middle half from \(found[0]) to \(found[2])",
                "\(side)：中位数 \(found[1])，中间一半从 \(found[0]) 到 \(found[2])")
        }
        return name + say(". ", "。") + parts.joined(separator: say("; ", "；"))
    }

    var densityTitle: String { say("How test-like the rows are", "各行有多像测试集") }
    func densityCaption(train: Double, test: Double, isShift: Bool) -> String {
        guard isShift else {
            return say("The two shapes lie on each other: no row gives its side away.", "两个形状重合：没有哪一行暴露自己属于哪边。")
        }
        let (a, b) = (NumberText.percent(test), NumberText.percent(train))
        return say(
            "The further apart the shapes, the larger the shift: above 0.5 lie \(a) of the test rows and \(b) of the training rows.",
            "两个形状离得越远，偏移越大：0.5 以上有 \(a) 的测试行和 \(b) 的训练行。")
    }

    var reliabilityTitle: String { say("Whether p_test means what it says", "p_test 是否名副其实") }
    var predictedAxis: String { say("predicted p_test", "预测的 p_test") }
    var observedAxis: String { say("observed share of test", "实际的测试占比") }
    func reliabilityCaption(_ slope: Double?) -> String {
        let see = say("Points near the dashed diagonal can be read as probabilities", "靠近虚线对角线的点可以当作概率来读")
        guard let slope else { return see + say(".", "。") }
        let found = NumberText.fixed(slope, 2)
        return see + say("; the slope is \(found), 1 is calibrated.", "；斜率 \(found)，1 为校准。")
    }
    func binText(predicted: String, observed: String) -> String {
        say("predicted \(predicted), observed \(observed)", "预测 \(predicted)，实际 \(observed)")
    }

    var weightTitle: String { say("How the weights are spread", "权重的分布") }
    var weightAxis: String { say("weight (1 is the mean)", "权重（平均为 1）") }
    func weightCaption(_ summary: ShiftSummary) -> String {
        let weights = summary.weights
        let worth = NumberText.rounded(weights.effectiveRows)
        let (rows, top) = (NumberText.whole(summary.fit.trainRows), NumberText.percent(weights.topPercentShare))
        return say(
            "A long tail to the right means that few rows decide: these \(rows) rows are worth \(worth), and the heaviest 1% carry "
                + "\(top) of the weight.",
            "右边的尾巴长，说明少数行说了算：这 \(rows) 行相当于 \(worth) 行，最重的 1% 占 \(top) 的权重。")
    }

    var rocTitle: String { say("How well the sides can be told apart", "两边能分得多开") }
    var falseRateAxis: String { say("training rows taken for test", "被当作测试的训练行") }
    var trueRateAxis: String { say("test rows found", "找到的测试行") }
    func rocCaption(_ area: Double) -> String {
        let auc = NumberText.fixed(area, 3)
        return say(
            "The further the curve bends above the diagonal, the larger the shift: the area under it is \(auc).",
            "曲线越往对角线上方弯，偏移越大：它下面的面积是 \(auc)。")
    }
    func rocText(rate: String, found: String) -> String {
        say("at \(rate) of train, \(found) of test", "训练的 \(rate) 处，测试的 \(found)")
    }

    var lengthTitle: String { say("How long the texts are", "文本的长度") }
    var lengthAxis: String { say("characters a row", "每行字符数") }
    func lengthCaption(_ medians: (train: Double, test: Double)?) -> String {
        guard let medians else { return say("The lengths of the rows' texts.", "各行文本的长度。") }
        let (a, b) = (NumberText.rounded(medians.train), NumberText.rounded(medians.test))
        let ratio = medians.test / max(medians.train, 1e-9)
        switch ratio {
        case ..<0.8:
            return say(
                "Test texts are shorter: half have fewer than about \(b) characters; in train, \(a).",
                "测试的文本更短：中位数约 \(b) 个字符，训练约 \(a) 个。")
        case ...1.25:
            return say(
                "Lengths are alike: the median is about \(a) characters in train, \(b) in test.",
                "长度相近：训练中位数约 \(a) 个字符，测试约 \(b) 个。")
        default:
            return say(
                "Test texts are longer: half have more than about \(b) characters; in train, \(a).",
                "测试的文本更长：中位数约 \(b) 个字符，训练约 \(a) 个。")
        }
    }

    var scriptTitle: String { say("What the texts are written in", "文本由什么文字构成") }
    var shareOfCharacters: String { say("share of characters", "占字符的比例") }
    func scriptCaption(_ scripts: [ShiftCurves.Script]) -> String {
        guard let most = scripts.max(by: { abs($0.test - $0.train) < abs($1.test - $1.train) }),
            abs(most.test - most.train) >= 0.02
        else { return say("Scripts, digits and punctuation are alike on both sides.", "两边的文字、数字和标点相近。") }
        let (name, a, b) = (script(most.name), NumberText.percent(most.train), NumberText.percent(most.test))
        return say(
            "The bars of \(name) differ most: \(a) of the characters in train, \(b) in test.",
            "差得最多的是\(name)：占训练字符的 \(a)、测试字符的 \(b)。")
    }

    /// A script or another kind of character.
    func script(_ name: String) -> String {
        switch name.lowercased() {
        case "latin": say("Latin", "拉丁字母")
        case "han": say("Han", "汉字")
        case "kana": say("kana", "假名")
        case "hangul": say("Hangul", "谚文")
        case "cyrillic": say("Cyrillic", "西里尔字母")
        case "arabic": say("Arabic", "阿拉伯字母")
        case "otherletter", "other letter", "other letters", "other script": say("other scripts", "其他文字")
        case "digit", "digits": say("digits", "数字")
        case "punctuation": say("punctuation", "标点")
        case "symbol", "symbols": say("symbols", "符号")
        case "space", "spaces": say("spaces", "空白")
        case "other": say("other", "其他")
        default: DisplayText.cut(name, to: 10)
        }
    }

    var fieldsTitle: String { say("What tells the sides apart", "靠什么分开两边") }
    var areaAxis: String { say("AUC; 0.5 is no difference", "AUC；0.5 是没有差别") }
    var surfaceOnly: String { say("form alone", "只看形式") }
    var everything: String { say("everything", "全部") }
    func fieldsCaption(_ summary: ShiftSummary) -> String {
        let form = say(
            "form is length, scripts, digits and punctuation without the words", "“形式”指长度、文字、数字和标点，不看用词")
        guard let best = summary.fields.filter({ $0.auc != nil }).max(by: { ($0.auc ?? 0) < ($1.auc ?? 0) }),
            (best.auc ?? 0) >= 0.55
        else { return say("No field says much by itself; \(form).", "没有哪个字段本身说明多少；\(form)。") }
        let (name, auc) = (quoted(DisplayText.cut(best.name, to: 40)), NumberText.fixed(best.auc ?? 0, 3))
        return say("The field \(name) alone says most (\(auc)); \(form).", "单独的字段中\(name)说明最多（\(auc)）；\(form)。")
    }
    func interval(_ lower: String, _ upper: String) -> String { say(" (\(lower) to \(upper))", "（\(lower) 到 \(upper)）") }

    var randomSet: String { say("random rows", "随机的行") }
    var drawnSet: String { say("drawn rows", "抽取的行") }
    var checkTitle: String { say("Whether the validation set resembles test", "验证集是否像测试集") }
    func checkCaption(_ check: ValidationCheck) -> String {
        let (before, after) = (NumberText.fixed(check.random.auc, 3), NumberText.fixed(check.drawn.auc, 3))
        let sizes = (NumberText.whole(check.setRows), NumberText.whole(check.testRows))
        let asked = say(
            "Asked again with \(sizes.0) rows against \(sizes.1) of test, a discriminator tells random validation rows from test with AUC "
                + "\(before), the drawn ones with \(after)",
            "再用 \(sizes.0) 行对 \(sizes.1) 行测试去问判别器：随机验证集的 AUC 是 \(before)，抽取的验证集是 \(after)")
        if check.drawn.auc <= check.random.auc - 0.02 {
            return asked
                + (check.drawn.auc < 0.55
                    ? say(": the set does its job.", "：抽取起了作用。") : say(": closer, but not alike.", "：更近了，但还不一样。"))
        }
        return asked + say(": drawing makes no difference here.", "：抽取在这里没有作用。")
    }

    var calibrationTitle: String { say("From the sum of the tokens to p_test", "从词的总和到 p_test") }
    var logitAxis: String { say("uncalibrated logit: the sum of the parts", "未校准的 logit：各部分之和") }
    var calibratedAxis: String { say("calibrated logit", "校准后的 logit") }
    var calibrationCaption: String {
        say(
            "The shades add up to the logit on the x axis; this one curve, which never falls, turns it into p_test, so it never changes "
                + "the order of rows.",
            "底色加起来是横轴的 logit；这一条从不下降的曲线把它变成 p_test，所以不改变行的次序。")
    }

    var scatterTitle: String { say("Terms by how frequent they are", "词语在两边的频率") }
    var trainShareAxis: String { say("share of training rows with the term", "含该词的训练行占比") }
    var testShareAxis: String { say("share of test rows with the term", "含该词的测试行占比") }
    var scatterCaption: String {
        say(
            "Terms above the dashed diagonal are more frequent in test, those below in train; the further from it, the stronger.",
            "虚线对角线以上的词在测试中更常见，以下的在训练中更常见；离得越远，差别越大。")
    }
    func scatterText(_ terms: [String]) -> String {
        say("The most certain, share of train rows to share of test rows: ", "最确定的，占训练行比例到占测试行比例：")
            + terms.joined(separator: say("; ", "；"))
    }
}
