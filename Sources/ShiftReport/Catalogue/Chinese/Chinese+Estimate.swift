extension ChineseCatalogue: EstimateCatalogue {
    func scoresOfDraws(rows: Int) -> String { "validation.jsonl 的 \(NumberText.whole(rows)) 次抽取的分数" }
    func scoresOfRows(rows: Int, train: Int) -> String {
        "\(NumberText.whole(train)) 条训练样本中 \(NumberText.whole(rows)) 条的分数"
    }
    func severalModels(count: Int) -> String { "；\(count) 个模型" }
    func outsideFit(count: Int) -> String { "；\(NumberText.whole(count)) 条不在拟合所用的抽样里，不计入" }
    func forTest(rows: Int) -> String { "；估计对象是 \(NumberText.whole(rows)) 条测试样本，附 95% 区间" }
    var meanOfDraws: String { "抽取的均值" }
    var unweighted: String { "不加权" }
    var weighted: String { "加权" }
    var clippedEstimate: String { "加权（截断）" }
    var byConfidence: String { "按置信度" }
    var drawnMean: String { "抽取的均值" }
    var doublyRobust: String { "双重稳健" }
    func drawnGroups(count: Int) -> String { "抽到 \(NumberText.whole(count)) 个不同的组" }
    func effectiveOf(worth: String, rows: Int) -> String { "\(NumberText.whole(rows)) 条样本的有效样本量为 \(worth)" }
    func massClipped(share: String) -> String { "截去 \(share) 的权重" }
    var nothingExplained: String { "特征对该指标没有解释力" }
    func explained(share: String) -> String { "特征能解释该指标方差的 \(share)" }
    var ranking: String { "在测试集上的排名" }
    func rankedModels(metric: String, models: String, order: String, best: String, first: String) -> String {
        "\(metric)：\(models)；这个次序成立的概率是 \(order)，\(best) 最好的概率是 \(first)。"
    }
    var estimatesFail: String { "这些估计不可信：权重不可信。" }
    var estimatesOfDraws: String { "这个集合抽得接近测试集，所以不需要权重；只要两边的标注标准 p(y|x) 相同，这些估计就可信。" }
    var estimatesWithoutShift: String { "没有显示出偏移：所有权重都是 1，普通的均值就是对测试集的估计。" }
    var estimatesHold: String { "只要两边的标注标准 p(y|x) 相同、模型没有见过这些样本，这些估计就可信。" }
    var weightsTakenAsKnown: String { "区间未计入权重本身的误差；要计入请加 --refit-bootstrap N。" }
}
