import ShiftPipeline

/// The page's own labels.
extension Wording {
    /// The labels of the templates, `{{say.NAME}}`.
    var labels: [String: String] {
        [
            "areaAlone": areaAlone,
            "canWeights": canWeights,
            "howLarge": howLarge,
            "moreInTest": moreInTest,
            "moreInTrain": moreInTrain,
            "used": used,
            "weight": weight,
            "whatKind": whatKind,
            "whatNext": whatNext,
            "why": why,
            "skipToContent": say("Skip to the verdict", "跳到结论"),
            "onThisPage": say("On this page", "本页内容"),
            "verdictName": say("Verdict", "结论"),
            "termsName": say("Terms", "词语"),
            "examplesName": say("Examples", "示例"),
            "plotsName": say("Plots", "图表"),
            "checkName": say("Before and after", "之前与之后"),
            "figuresName": say("All figures", "全部数字"),
            "term": say("Term", "词语"),
            "termField": say("Field", "字段"),
            "trainShare": say("Train", "训练"),
            "testShare": say("Test", "测试"),
            "certainty": say("z", "z"),
            "qValue": say("q", "q"),
            "contribution": say("Part", "贡献"),
            "termsTitle": say("Words and phrases that moved", "变化的词语"),
            "noTerms": say("No word or phrase moved by more than chance.", "没有词语的变化超出偶然。"),
            "searchTerms": say("Search terms", "搜索词语"),
            "direction": say("Direction", "方向"),
            "allTerms": say("Show all {n} terms", "显示全部 {n} 个词语"),
            "side": say("Side", "哪边"),
            "bothDirections": say("both", "两边"),
            "noExamples": say("No row stands out: without a shift there is nothing to show.", "没有突出的行：没有偏移，就没有什么可看。"),
            "towardsTrain": say("towards train", "偏向训练"),
            "towardsTest": say("towards test", "偏向测试"),
            "cutHere": say("(cut)", "（截断）"),
            "copyText": say("Copy text", "复制原文"),
            "copied": say("Copied", "已复制"),
            "showAll": say("Show all", "展开"),
            "showLess": say("Show less", "收起"),
            "searchRows": say("Search rows", "搜索行"),
            "show": say("Show", "显示"),
            "sort": say("Sort", "排序"),
            "sortExtreme": say("most extreme first", "最极端的在前"),
            "sortWeight": say("weight, heaviest first", "权重，重的在前"),
            "sortLine": say("file and line", "文件与行号"),
            "sortLength": say("length, longest first", "长度，长的在前"),
            "allLists": say("all four lists", "四个列表"),
            "marked": say("only marked rows", "只看已标记的行"),
            "shownRows": say("{n} of {m} rows", "{m} 行中的 {n} 行"),
            "review": say("Review", "审阅"),
            "keep": say("Keep", "保留"),
            "drop": say("Drop", "丢弃"),
            "relabel": say("Relabel", "重新标注"),
            "note": say("Note", "备注"),
            "download": say("Download review.jsonl", "下载 review.jsonl"),
            "clearMarks": say("Clear all marks", "清除全部标记"),
            "clearQuestion": say("Clear all marks of this report?", "清除本报告的全部标记？"),
            "markCount": say("{n} marked", "已标记 {n} 行"),
            "plotsTitle": say("How the corpora differ, drawn", "用图看差别"),
            "figuresTitle": say("All figures and what they mean", "全部数字及其含义"),
            "fieldsTableTitle": say("Fields", "字段"),
            "filesTitle": say("Files read", "读取的文件"),
            "file": say("File", "文件"),
            "digest": say("Digest", "摘要"),
            "writtenTitle": say("Files written", "写出的文件"),
            "reviewNote": say(
                "Mark rows; marks stay in this browser. Download them as review.jsonl, and leave dropped rows out with textshift analyze --exclude review.jsonl.",
                "给行做标记，标记保存在本浏览器里。下载为 review.jsonl，再用 textshift analyze --exclude review.jsonl 排除被丢弃的行。"),
        ]
    }

    /// Shown above everything else.
    var distrust: String {
        say("Weighting is NOT to be trusted here: see why below.", "这里的加权不可信：原因见下。")
    }
    var alike: String { say("0.5 alike", "0.5 一样") }
    var apart: String { say("1 wholly different", "1 完全不同") }

    func gauge(_ separability: Separability) -> String {
        let (auc, lower, upper) = (
            NumberText.fixed(separability.auc, 3), NumberText.fixed(separability.lower, 3),
            NumberText.fixed(separability.upper, 3)
        )
        return say(
            "AUC \(auc), 95% interval \(lower) to \(upper), on a scale from 0.5, alike, to 1, wholly different",
            "AUC \(auc)，95% 区间 \(lower) 到 \(upper)；刻度从 0.5（一样）到 1（完全不同）")
    }

    /// What kind of shift it is, in a word or two.
    func kindWord(_ summary: ShiftSummary) -> String {
        guard summary.verdict.isShift else { return say("None", "没有") }
        if summary.fields.contains(where: \.tellsSidesApart) { return say("One field tells", "一个字段泄露") }
        return surface(summary) == nil ? say("Mostly content", "主要是内容") : say("Much is form", "多半是形式")
    }

    /// Whether weights correct it, in a word.
    func safetyWord(_ summary: ShiftSummary) -> String {
        guard summary.verdict.isShift else { return nothingWord }
        return summary.verdict.isTrusted ? trustedWord : untrustedWord
    }

    func termsNote(_ details: ReportDetails?) -> String {
        guard let details else {
            return say(
                "The words that the discriminator leans on most, with the share of rows on either side.", "判别器最倚重的词，以及两边各占行的比例。"
            )
        }
        let (found, tested) = (NumberText.whole(details.terms.count), NumberText.whole(details.testedTerms))
        return say(
            "\(found) of \(tested) tested terms, by log-odds with an informative Dirichlet prior, counted by group. Train and Test are "
                + "shares of rows; q is the share of false finds among all terms listed up to there; Part is the word's share "
                + "of the difference that the discriminator sees between the sides.",
            "检验了 \(tested) 个词，列出 \(found) 个：用带信息性狄利克雷先验的对数优势比，按组计数。“训练”“测试”是占行的比例；q 是列到该处为止误报的比例；“贡献”是该词在判别器所见的两边差别中的份额。")
    }
    var contexts: String { say("contexts", "上下文") }

    var examplesNote: String {
        say(
            "Rows at the ends of the uncalibrated out-of-fold score, near duplicates once. The shade of a token is what it adds to the "
                + "score: its word, and its share of each character n-gram that overlaps it, by the model of the fold that did not "
                + "see the row.",
            "未校准的折外分数两端的行，近似重复只列一次。底色是每个词对分数的贡献：该词本身，以及与它重叠的每个字符 n 元组的份额；所用模型是没有见过该行的那一折。")
    }
    var examplesPlainNote: String { say("Rows at the ends of the score, cut to their first characters.", "分数两端的行，只显示开头。") }
    var leftOutForSize: String {
        say("Further rows are in report.json; they were left out to keep this page small.", "其余的行在 report.json 里；为控制页面大小没有列出。")
    }
    var further: String { say("… and further fields, in report.json.", "……其余字段见 report.json。") }
    func listNote(_ list: ExplainedRow.List) -> String {
        switch list {
        case .testLikeTrain:
            say(
                "Weighting leans on these. Are they labelled as you would label such rows in test?",
                "加权最倚重这些行。它们的标注与你对测试行的标注一致吗？")
        case .trainLikeTrain: say("Weighting all but leaves these out. Is test really without them?", "加权几乎不用这些行。测试集里真的没有吗？")
        case .trainLikeTest: say("Train covers these test rows well.", "训练集很好地覆盖了这些测试行。")
        case .outOfSupportTest:
            say(
                "The test rows furthest from train: the first to label, if train lacks their kind.",
                "离训练集最远的测试行：如果训练集没有这一类，先标注它们。")
        }
    }
    func near(_ count: Int) -> String {
        say("and \(NumberText.whole(count)) near duplicate\(count == 1 ? "" : "s")", "另有 \(NumberText.whole(count)) 行近似重复")
    }
    /// How a row's logit comes about.
    func parts(intercept: Double, words: Double, surface: Double, rest: Double, logit: Double) -> String {
        let start = NumberText.signed(intercept, 2)
        let (tokens, form, sum) = (NumberText.signed(words, 2), NumberText.signed(surface, 2), NumberText.signed(logit, 2))
        let end =
            rest == 0 ? "" : say(", text not shown \(NumberText.signed(rest, 2))", "，未显示的文本 \(NumberText.signed(rest, 2))")
        return say(
            "start \(start), tokens \(tokens), form \(form)\(end): score \(sum)",
            "起点 \(start)，词 \(tokens)，形式 \(form)\(end)：分数 \(sum)")
    }

    var rows: String { say("rows", "行") }
    var moreFields: String { say("… and further fields, in report.json", "……其余见 report.json") }
    func writtenMeaning(_ name: String) -> String? {
        switch name {
        case "train.weighted.jsonl": say("every training row with sample_weight and p_test", "全部训练行，加上 sample_weight 和 p_test")
        case "test.scored.jsonl": say("every test row with p_test", "全部测试行，加上 p_test")
        case "validation.jsonl": say("a validation set that resembles test", "像测试集的验证集")
        case "train.remaining.jsonl": say("the training rows outside the validation pool, weighted", "验证池以外的训练行，已加权")
        case "report.json": say("every figure, for programs", "全部数字，供程序使用")
        case "report.html": say("this page", "本页")
        case "report.md": say("the same as Markdown", "同样内容的 Markdown")
        case "model.textshift": say("the discriminator", "判别器")
        case "timings.json": say("seconds a stage", "各阶段秒数")
        default: nil
        }
    }
    /// Train and test with their files and rows.
    func corpus(_ side: String, _ input: Input) -> String {
        let count = NumberText.whole(input.records)
        let more = input.files.count > 1 ? say(" and \(input.files.count - 1) more", " 等 \(input.files.count) 个文件") : ""
        let name = DisplayText.cut(input.name, to: 60)
        return say("\(side) \(name)\(more), \(count) rows", "\(side) \(name)\(more)，\(count) 行")
    }
}
