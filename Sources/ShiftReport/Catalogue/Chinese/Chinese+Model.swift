extension ChineseCatalogue: ModelCatalogue {
    func aModel(path: String) -> String { "\(path)：textshift 的模型" }
    var modelFittedOn: String { "拟合于" }
    func modelRows(train: Int, test: Int) -> String { "训练样本 \(NumberText.whole(train)) 条，测试样本 \(NumberText.whole(test)) 条" }
    var modelFound: String { "结果" }
    var foundShift: String { "有偏移" }
    var foundNoShift: String { "没有显示出偏移：所有 p_test 都是 0.5，所有权重都是 1" }
    var foundNothing: String { "无：有一边的分组太少，没有拟合；所有 p_test 都是 0.5，所有权重都是 1" }
    var modelFields: String { "字段" }
    var modelGroups: String { "分组" }
    func modelGroupsBy(groups: Int, folds: Int, by: String) -> String {
        "\(NumberText.whole(groups)) 组，分 \(folds) 折，依据：\(by)"
    }
    func byKey(key: String) -> String { "键 \(key)" }
    func byField(field: String) -> String { "字段 \(field)" }
    var byAllFields: String { "全部字段" }
    var modelLooksAt: String { "特征" }
    func modelParts(words: Int, grams: Int, surface: Bool, isCalibrated: Bool) -> String {
        "\(NumberText.whole(words)) 个词、\(NumberText.whole(grams)) 个 n-gram\(surface ? "、表面特征" : "")；"
            + "\(isCalibrated ? "已校准" : "未校准")"
    }
    var modelWeights: String { "权重" }
    func dividedBy(weighting: String, number: String) -> String { "\(weighting)，除以 \(number)" }
    var modelSeed: String { "种子" }
    var writtenBy: String { "写出程序" }
    var modelFile: String { "文件" }
    func modelFormat(format: Int, bytes: Int) -> String { "格式 \(format)，\(NumberText.whole(bytes)) 字节，校验值正确" }
}
