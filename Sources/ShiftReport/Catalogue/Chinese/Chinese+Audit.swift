extension ChineseCatalogue: AuditCatalogue {
    var metricTitle: String { "指标：" }
    func offBy(weighted: String, unweighted: String) -> String {
        "在与你相似的数据上，加权估计平均偏差 \(weighted) 个百分点，不加权 \(unweighted) 个百分点。"
    }
    func offByTrueRatio(error: String) -> String { "若用真实密度比代替权重，偏差为 \(error)：剩下的是样本本身的噪声。" }
    func offByLikeFound(weighted: String, unweighted: String) -> String {
        "在本次分析发现的这类偏移下，加权估计平均偏差 \(weighted) 个百分点，不加权 \(unweighted) 个百分点。"
    }
    var isSampled: String { "（抽样）" }
    func audited(name: String, rows: Int, sample: String, groups: Int, fields: String) -> String {
        "\(name)：\(NumberText.whole(rows)) 条\(sample)，\(NumberText.whole(groups)) 组；字段：\(fields)"
    }
    func metricMean(name: String, mean: String) -> String { "\(name)（\(mean)）" }
    func meanOf(list: String) -> String { "\(list)的平均" }
    func auditedInputs(names: String) -> String { "\(names)处于上半部分的样本占比（要审计自己的指标，请用 --label 指定标签，或用 --scores 给出模型的结果）" }
    func accuracyOf(label: String) -> String { "对 \(label) 的分类器的准确率" }
    var lengthName: String { "长度" }
    func directionName(number: String) -> String { "方向 \(number)" }
    var planted: String { "植入的偏移" }
    var shareOfDomain: String { "该域占比" }
    var offByTitle: String { "偏差：" }
    var trueRatio: String { "真实密度比" }
    var correlation: String { "相关" }
    var factor: String { "倍数" }
    var trusted: String { "可信" }
    func odds(odds: String) -> String { "，优势比 \(odds)" }
    func timesOf(count: Int, draws: Int) -> String { "\(count)/\(draws)" }
    var shiftNone: String { "无" }
    var shiftTopic: String { "主题" }
    var shiftLength: String { "长度" }
    var shiftRare: String { "稀有域" }
    var shiftLabel: String { "标签" }
    var shiftFound: String { "本次发现的偏移" }
    func auditNotes(draws: Int, found: Int) -> String {
        "每种偏移都植入 \(draws) 次：按整组把样本分到两边，四分之一的样本归测试集。没有植入偏移时，\(draws) 次中有 \(found) 次报告了偏移。相关：权重与真实密度比的相关系数；倍数："
            + "两者通常相差几倍；可信：权重满足可信条件的次数。"
    }
}
