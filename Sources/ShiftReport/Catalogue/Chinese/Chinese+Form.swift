extension ChineseCatalogue: FormCatalogue {
    var formSurface: String { "长度、文字种类和标点" }
    var formTrimming: String { "空白和换行" }
    var formEscapes: String { "HTML 或程序的转义" }
    var formLetterCase: String { "大小写" }
    var formWidth: String { "全角和半角" }
    var formScript: String { "繁体和简体" }
    var formBoilerplate: String { "许多文本共有的开头和结尾" }
    var formEmoji: String { "表情符号" }
    var formMojibake: String { "乱码" }
    var markLeadingBlanks: String { "文本前有空白" }
    var markTrailingBlanks: String { "文本后有空白" }
    var markTrailingLineEnd: String { "文本以换行结尾" }
    var markLineEnds: String { "文本中有换行" }
    var markRunsOfBlanks: String { "连续空白或制表符" }
    var markWideBlanks: String { "不换行空格或全角空格" }
    var markEntities: String { "HTML 实体（&#39;）" }
    var markTags: String { "HTML 标签（<br>）" }
    var markBackslashes: String { "反斜杠转义（\\n）" }
    var markNoCapitals: String { "完全没有大写字母" }
    var markMostlyCapitals: String { "以大写字母为主" }
    var markSmallStart: String { "以小写字母开头" }
    var markCapitalWords: String { "多数单词首字母大写" }
    var markFullWidthLetters: String { "全角字母或数字" }
    var markFullWidthPunctuation: String { "全角标点" }
    var markHalfWidthPunctuation: String { "汉字后用半角标点" }
    var markHalfWidthKana: String { "半角片假名" }
    var markTraditional: String { "繁体字" }
    var markMostlyTraditional: String { "通篇繁体字" }
    var markCommonStart: String { "共有的开头" }
    var markCommonEnd: String { "共有的结尾" }
    var markEmoji: String { "表情符号" }
    var markManyEmoji: String { "三个以上表情符号" }
    var markEmoticons: String { "字符表情（:-)）" }
    var markReplacements: String { "替换字符（U+FFFD）" }
    var markMisread: String { "被当作别的编码读取的 UTF-8" }
    var markControls: String { "控制字符" }
    var formTitle: String { "形式上的差异" }
    func formFinding(kind: String, auc: String) -> String { "两边形式不同：仅凭\(kind)，AUC 已达 \(auc)。" }
    func furtherOfForm(kind: String, auc: String) -> String { "还有\(kind)：仅凭这一项，AUC 为 \(auc)。" }
    func formWithout(without: String, all: String) -> String { "去掉之后，\(all) 还剩 \(without)。" }
    func formMark(mark: String, train: String, test: String) -> String { "最明显的是\(mark)：训练集 \(train)，测试集 \(test)。" }
    func formExample(side: String, line: String, text: String) -> String { "\(side)第 \(line) 行：\(text)" }
    func formOption(option: String) -> String { "\(option) 可以去掉它。" }
    var formNotCompared: String { "比较文本时不计入这一项。" }
    func formLeft(auc: String, all: String) -> String { "去掉所有这些形式差异后，AUC 从 \(all) 变为 \(auc)。" }
    func formIsAll(left: String, least: String) -> String {
        "去掉文本的形式之后，AUC 高出 0.5 的部分只剩 \(left)（至少要 \(least)），与随机无异：偏移在于样本的书写或导出方式，不在于内容。"
            + "请把两边统一成同一写法，或用 --ignore-form 去掉形式，然后再分析一次。"
    }
    func brieflyForm(left: String, least: String) -> String { "偏移在形式：去掉后只剩 \(left)（至少要 \(least)）" }
    var nextForm: String { "下一步：把两边统一成同一写法，或用 --ignore-form 去掉形式，然后再分析一次。" }
    var formKindTitle: String { "种类" }
    var formAloneTitle: String { "单独 AUC" }
    var formWithoutTitle: String { "去掉后 AUC" }
    var formMarksTitle: String { "差异（训练 → 测试）" }
    var formOptionTitle: String { "选项" }
    func formMarkShares(mark: String, train: String, test: String) -> String { "\(mark)：\(train) → \(test)" }
    func moreOfForm(kinds: String) -> String { "还有这些不同：\(kinds)。" }
    var formExamplesTitle: String { "例子" }
    func clusters(side: String, share: String) -> String {
        "\(side) \(share) 的样本与同一边其他组的样本过于相似，与另一边则不然：也许出自同一文档、会话或作者，"
            + "而分组没有把它们放在一起。若是这样，AUC 和区间都过于乐观；请用 --group 指明它们共有的键。"
    }
}
