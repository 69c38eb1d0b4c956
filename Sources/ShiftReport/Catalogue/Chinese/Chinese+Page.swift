extension ChineseCatalogue: PageCatalogue {
    var skipToContent: String { "跳到结论" }
    var onThisPage: String { "本页内容" }
    var verdictName: String { "结论" }
    var termsName: String { "词语" }
    var examplesName: String { "示例" }
    var plotsName: String { "图表" }
    var checkName: String { "抽取前后" }
    var figuresName: String { "全部指标" }
    var term: String { "词语" }
    var termField: String { "字段" }
    var trainShare: String { "训练" }
    var testShare: String { "测试" }
    var contribution: String { "贡献" }
    var termsTitle: String { "变化的词语" }
    var noTerms: String { "没有词语显示出超出偶然的变化。" }
    var searchTerms: String { "搜索词语" }
    var direction: String { "方向" }
    var allTerms: String { "显示全部 {n} 个词语" }
    var side: String { "训练/测试" }
    var bothDirections: String { "全部" }
    var noExamples: String { "没有突出的样本：没有显示出偏移，也就没有哪条样本更像测试集。" }
    var towardsTrain: String { "偏向训练集" }
    var towardsTest: String { "偏向测试集" }
    var cutHere: String { "（截断）" }
    var copyText: String { "复制原文" }
    var copied: String { "已复制" }
    var showAll: String { "展开" }
    var showLess: String { "收起" }
    var searchRows: String { "搜索样本" }
    var show: String { "显示" }
    var sort: String { "排序" }
    var sortExtreme: String { "最极端的在前" }
    var sortWeight: String { "权重，重的在前" }
    var sortLine: String { "文件与行号" }
    var sortLength: String { "长度，长的在前" }
    var allLists: String { "四个列表" }
    var marked: String { "只看已标记的样本" }
    var shownRows: String { "{m} 条中的 {n} 条" }
    var review: String { "审阅" }
    var keep: String { "保留" }
    var drop: String { "丢弃" }
    var relabel: String { "重新标注" }
    var note: String { "备注" }
    var download: String { "下载 review.jsonl" }
    var clearMarks: String { "清除全部标记" }
    var clearQuestion: String { "清除本报告的全部标记？" }
    var markCount: String { "已标记 {n} 条" }
    var plotsTitle: String { "图表" }
    var figuresTitle: String { "全部指标及其含义" }
    var fieldsTableTitle: String { "字段" }
    var filesTitle: String { "读取的文件" }
    var file: String { "文件" }
    var digest: String { "校验值（xxh128）" }
    var writtenTitle: String { "写出的文件" }
    var reviewNote: String { "给样本做标记，标记保存在本浏览器里。下载为 review.jsonl，再用 textshift analyze --exclude review.jsonl 排除被丢弃的样本。" }
    var distrust: String { "这里的加权不可信：原因见下。" }
    var alike: String { "0.5 相同" }
    var apart: String { "1 完全可分" }
    func gauge(auc: String, lower: String, upper: String) -> String {
        "AUC \(auc)，95% 区间 \(lower)–\(upper)；刻度从 0.5（相同）到 1（完全可分）"
    }
    var kindNone: String { "未显示" }
    var kindField: String { "一个字段泄露" }
    var kindContent: String { "以内容差异为主" }
    var kindForm: String { "以格式差异为主" }
    var termsPlainNote: String { "判别器最倚重的词，以及两边各占样本的比例。" }
    func termsNote(found: Int, tested: Int) -> String {
        "检验了 \(NumberText.whole(tested)) 个词，列出 \(NumberText.whole(found)) 个：用带信息性狄利克雷先验的对数优势比，按组计数。"
            + "“训练”“测试”是占样本的比例；q 是列到该处为止误报的比例；“贡献”是该词在判别器所见的两边差异中的份额。"
    }
    var contexts: String { "上下文" }
    var examplesNote: String { "未校准的折外分数两端的样本，近似重复只列一次。底色是每个词对分数的贡献：该词本身，以及与它重叠的各个字符 n-gram 分摊的贡献；所用模型是没有见过该样本的那一折。" }
    var examplesPlainNote: String { "分数两端的样本，只显示开头。" }
    var leftOutForSize: String { "其余样本在 report.json 里；为控制页面大小没有列出。" }
    var further: String { "……其余字段见 report.json。" }
    var testLikeTrainNote: String { "加权最倚重这些样本。它们的标注标准与你对测试样本的一致吗？" }
    var trainLikeTrainNote: String { "加权几乎不用这些样本。测试集里真的没有吗？" }
    var trainLikeTestNote: String { "训练集很好地覆盖了这些测试样本。" }
    var outOfSupportNote: String { "离训练集最远的测试样本：如果训练集没有这一类，先标注它们。" }
    func near(count: Int) -> String { "另有 \(NumberText.whole(count)) 条近似重复" }
    func parts(start: String, tokens: String, form: String, rest: String?, sum: String) -> String {
        "起点 \(start)，词 \(tokens)，格式 \(form)" + (rest.map { "，未显示的文本 \($0)" } ?? "") + "：分数 \(sum)"
    }
    var moreFields: String { "……其余见 report.json" }
    var writtenTrain: String { "全部训练样本，加上 sample_weight 和 p_test" }
    var writtenTest: String { "全部测试样本，加上 p_test" }
    var writtenValidation: String { "接近测试集的验证集" }
    var writtenRemaining: String { "验证池以外的训练样本，已加权" }
    var writtenReport: String { "全部指标，供程序使用" }
    var writtenPage: String { "本页" }
    var writtenMarkdown: String { "同样内容的 Markdown" }
    var writtenModel: String { "判别器" }
    var writtenTimings: String { "各阶段秒数" }
    func corpus(side: String, name: String, files: Int, rows: Int) -> String {
        "\(side) \(name)" + (files > 1 ? " 等 \(files) 个文件" : "") + "，\(NumberText.whole(rows)) 条"
    }
}
