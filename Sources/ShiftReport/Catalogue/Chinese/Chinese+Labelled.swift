extension ChineseCatalogue: LabelledCatalogue {
    var byLabels: String { "测试样本的标注" }
    func labelledRows(rows: Int, alone: String) -> String {
        "根据 \(NumberText.whole(rows)) 条已标注的测试样本；只用标注、不用模型的置信度，则为 \(alone)。"
    }
    func roadsHeld(from: String, moved: String) -> String {
        "各条路线得到 \(from)；标注使它改变了 \(moved)。它落在标注的区间之内：没有迹象表明各条路线有误。"
    }
    func roadsMissed(from: String, moved: String) -> String {
        "各条路线得到 \(from)；标注使它改变了 \(moved)。它落在标注的区间之外：各条路线的某个假设在这里不成立，例如 p(y|x) 不同。"
    }
    var labelsAssume: String { "标注得到的数字不依赖各条路线的假设，只要求已标注的样本按所给概率抽取，或者随机抽取。" }
    var optionLabelledTestRows: String {
        "已标注的 TEST 样本，由 split --method label-first 抽取或随机抽取，指标与 SCORES 里相同：推荐值由它们决定。"
    }
}
