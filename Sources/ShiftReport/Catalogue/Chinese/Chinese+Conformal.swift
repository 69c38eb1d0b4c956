extension ChineseCatalogue: ConformalCatalogue {
    func calibration(rows: Int, worth: Int, bounded: Int, all: Int) -> String {
        "\(rows) 条校准样本，相当于 \(worth) 条等权样本；\(all) 条测试样本中 \(bounded) 条的阈值有界"
    }
    var onlySample: String { "只含拟合所用的测试样本抽样" }
    var setsFail: String { "这次分析的权重不可信，预测集包含真实答案的比例可能达不到" }
}
