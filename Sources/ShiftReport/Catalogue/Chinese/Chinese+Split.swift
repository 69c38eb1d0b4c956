extension ChineseCatalogue: SplitCatalogue {
    var set: String { "集合" }
    var rowsTitle: String { "样本" }
    var uniqueTitle: String { "不重复" }
    var effectiveTitle: String { "有效样本" }
    var areaAgainstTest: String { "对测试集的 AUC（95%）" }
    var leftToTrain: String { "留作训练" }
    func kfoldPart(number: String) -> String { "kfold，第 \(number) 份" }
    func worth(rows: String) -> String { "（有效 \(rows)）" }
    var setAreaMeaning: String { "AUC 为 0.5，说明判别器分不清这个集合与测试集。" }
    var splitsAreRandom: String { "没有显示出偏移：所有权重都是 1，这些是随机划分。" }
    var splitsFail: String { "不可信：权重不可信；见 textshift report。" }
    func toLabel(count: Int, rows: Int) -> String { "\(rows) 条测试样本中要标注的 \(count) 条" }
    func toLabelUncovered(all: Int) -> String { "，都是训练集未覆盖的（测试样本共 \(all) 条）" }
    var toLabelOfSample: String { "，来自拟合所用的测试样本抽样" }
    var strataRows: String { "样本" }
    var strataDrawn: String { "抽取" }
    var strataProbability: String { "概率" }
    var theseRows: String { "这些样本" }
    var thisSample: String { "这份抽样（测试集的随机一部分）" }
    func unbiasedMean(rows: Int, over: String) -> String {
        "对标注的样本求 值 / inclusion_probability 之和，再除以 \(rows)：\(over)上均值的无偏估计。"
    }
}
