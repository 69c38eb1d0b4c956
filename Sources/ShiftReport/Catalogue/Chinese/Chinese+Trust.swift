extension ChineseCatalogue: TrustCatalogue {
    func noShiftDetectable(train: Int, test: Int, auc: String) -> String {
        "\(NumberText.whole(train)) 条训练样本和 \(NumberText.whole(test)) 条测试样本没有显示出偏移；若 AUC 有 \(auc)，五次有四次会显示出来。所有权重都是 1。"
    }
    func difference(auc: String, p: String) -> String { "训练集与测试集有差异（AUC \(auc)，\(p)），但差异太小，或样本太少，不足以加权：所有权重都是 1。" }
    var differenceNotWeighed: String { "所有权重都是 1：差异这么小，或样本这么少，得出的权重大半是噪声。" }
    var trainAsUsualButDiffers: String { "不用权重训练；任何一边多一些样本，才能知道是否值得加权。" }
    var nextDifference: String { "下一步：不用权重训练；任何一边有更多样本时再运行一次。" }
    func unbalanced(share: String, greatest: String) -> String {
        "加权后的训练集与测试集仍能区分：AUC 高出 0.5 的部分还剩 \(share)（最多容许 \(greatest)）。请收集更像测试集的训练样本，或减少比较的字段（--field）。"
    }
    func drawnUnbalanced(share: String, greatest: String) -> String {
        "抽出的验证集与测试集仍能区分：AUC 高出 0.5 的部分，相对随机样本还剩 \(share)（最多容许 \(greatest)）。请扩大抽样池（--pool），或收集更像测试集的训练样本。"
    }
    func brieflyUnbalanced(share: String, greatest: String) -> String { "加权后差异还剩 \(share)（最多容许 \(greatest)）" }
    func brieflyDrawnUnbalanced(share: String, greatest: String) -> String { "抽出的验证集差异还剩 \(share)（最多容许 \(greatest)）" }
    func unsupportedTerms(terms: String) -> String { "训练集里从不出现：\(terms)。" }
    func unsupportedTexts(texts: String) -> String { "训练集里没有的整段文本：\(texts)。" }
    func unsupportedBeyond(rows: Int, p: String) -> String { "\(NumberText.whole(rows)) 条测试样本比几乎所有训练样本都更“像测试集”（\(p)）。" }
    func evidenceRows(text: String, rows: Int) -> String { "\(quoted(text))（\(NumberText.whole(rows)) 条测试样本）" }
    func evidenceMore(count: Int) -> String { "另有 \(NumberText.whole(count)) 个" }
    var gatherLikeTest: String { "先不要加权：靠这些样本的权重，训练集成不了测试集的样子。请收集更像测试集的训练样本，再运行一次。" }
    var nextGather: String { "下一步：先不要加权；收集更像测试集的训练样本，再运行。" }
    func balanceMeaning(auc: String, share: String) -> String { "重新训练的判别器区分加权后的训练集与测试集，AUC 是 \(auc)：差异还剩 \(share)。" }
    var leftMeaning: String { "加权后训练集或抽出的验证集剩下的差异" }
    var meanRatioGate: String { "密度比在训练集上的平均值，校准时为 1" }
    var effectiveGroupsMeaning: String { "加权后的分组相当于多少个不加权的分组" }
    func countOfGroups(count: String) -> String { "\(count) 组" }
    func between(least: String, greatest: String) -> String { "\(least) 到 \(greatest)" }
    var optionMinContent: String { "去掉形式之后，差异至少要剩下的比例。" }
    var contentMeaning: String { "去掉长度、标点等形式之后剩下的差异" }
    var optionMaxLeft: String { "加权后训练集和抽出的验证集容许剩下的差异的上限。" }
    var optionMeanRatio: String { "密度比在 TRAIN 上的平均值的范围。" }
    var optionMinGroups: String { "有效分组数的下限。" }
    var aRange: String { "两个数，如 0.8:1.25" }
}
