extension ChineseCatalogue: RoadCatalogue {
    var recommended: String { "推荐" }
    func recommendedFigure(figure: String, road: String) -> String { "请引用 \(figure)，来自\(road)。" }
    var estimatesTitle: String { "模型在测试集上会得多少分" }
    var estimatesName: String { "估计" }
    var moreEstimates: String { "其余指标见 estimates.json。" }
    func fromRoad(road: String) -> String { "（\(road)）" }
    var byThreshold: String { "按置信度阈值" }
    var meanOfConfidences: String { "两种置信度估计的均值" }
    func roadsAgree(spread: String, noise: String) -> String {
        "各条路线一致：相差 \(spread)，随机波动可达 \(noise)。一致并不等于正确。"
    }
    func roadsDisagree(spread: String, noise: String) -> String {
        "各条路线不一致：相差 \(spread)，而随机波动至多 \(noise)。若加权的估计走得更远，可能是置信度在测试集上的校准不同；"
            + "若置信度的估计走得更远，可能是 p(y|x) 不同，或权重漏掉了一部分偏移。区间已因此放宽。"
    }
    func notWalked(roads: String, reason: String) -> String { "未计算：\(roads)：\(reason)。" }
    func noInterval(reason: String) -> String { "没有区间：\(reason)。" }
    var gapNoConfidences: String {
        "没有给出置信度；它不花成本，作用却最大（--confidence KEY 与 --test-confidences FILE）"
    }
    var gapNotMean: String { "该指标不是逐条取值的均值" }
    var gapNoProbabilities: String {
        "需要两侧样本的各类别概率（--probabilities KEY 配合 --test-confidences FILE）"
    }
    var gapTooManyClasses: String { "样本这么多，类别又太多" }
    var gapNotZeroOrOne: String { "需要 0 或 1 的取值，并且随置信度上升" }
    var gapNoRegression: String { "组太少，无法做回归，或该指标由太多部分组成" }
    var gapIsDrawn: String { "抽出的集合不需要权重" }
    func gapFewRows(least: String) -> String { "有分数的样本有效数不足 \(least)" }
    var gapNoVariation: String { "所有分数都相同" }
    func worldsFound(count: Int, share: String, factor: String) -> String {
        "在 \(count) 个按估计的密度比造出的世界里，流程找回了其中的 \(share)，因此推荐值走到权重的 \(factor) 倍（按置信度的估计只多走一半），区间也计入了权重本身的误差。"
    }
    func scoresInSample(auc: String) -> String {
        "这些分数看起来像是在模型训练过的样本上得到的：仅凭置信度就能把加权后的训练集与测试集区分开（AUC \(auc)）。"
            + "每条样本应由没有用它及其同组样本训练过的模型打分，例如按 cv_fold 的折；若已如此，则测试集含有比训练集任何样本都难的样本。"
    }
    func scoresOfOtherFolds(count: Int) -> String {
        "\(NumberText.whole(count)) 条记录的 cv_fold 与分析中该样本的折不同：同组样本可能分在模型训练的两边。"
    }
    var optionQuick: String { "不做模拟世界：区间只用自助法，把权重当作已知。" }
    func inWorld(number: Int, count: Int) -> String { "模拟世界 \(number)/\(count)" }
}
