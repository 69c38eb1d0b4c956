extension ChineseCatalogue: NoteCatalogue {
    func noted(text: String) -> String { "提示：\(text)" }
    func fieldsUsed(fields: String, dropped: String, leftOut: String) -> String {
        "使用的字段：\(fields)" + (dropped.isEmpty ? "" : "；已剔除：\(dropped)") + (leftOut.isEmpty ? "" : "；未使用：\(leftOut)")
    }
    func fieldWithReason(name: String, reason: String) -> String { "\(name)（\(reason)）" }
    func moreLeftOut(count: Int) -> String { " 等，另有 \(count) 个（见 report.json）" }
    func missingRows(field: String, count: Int, side: String) -> String {
        "\(side)有 \(NumberText.whole(count)) 条样本没有字段“\(field)”，当作空文本"
    }
    func missingRecords(field: String, count: Int) -> String { "\(NumberText.whole(count)) 条记录没有字段“\(field)”，当作空文本" }
    func readAs(file: String, how: String) -> String { "\(file)：按 \(how) 读取" }
    func convertedFrom(encoding: String) -> String { "由 \(encoding) 转换" }
    func textWithTabs(file: String, count: Int) -> String {
        "\(file)：每行当作一段文本，但开头各行都有 \(count) 个制表符：如果这是带表头的表格，请给 --format tsv，或把文件命名为 .tsv"
    }
    func skipped(file: String?, count: Int) -> String { (file.map { "\($0)：" } ?? "") + "跳过 \(count) 行，因为它们不是记录" }
    func blankRows(train: Int, test: Int) -> String {
        [(train, "训练集"), (test, "测试集")].filter { $0.0 > 0 }.map { "\($0.1)有 \(NumberText.whole($0.0)) 条" }.joined(
            separator: "、")
            + "样本没有任何文本（空）"
    }
    func documentMarks(count: Int) -> String {
        "同一文档的样本放在一起：按 -DOCSTART- 一类的标记共有 \(NumberText.whole(count)) 个文档（--group none 可取消）"
    }
    func foundKey(key: String) -> String {
        "“\(key)”相同的样本彼此相似，已归为一组，相当于 --group \(key)（用 --group none 取消）"
    }
    func proposedKeys(options: String) -> String { "有些键的取值会重复，但没有用来分组；如果取值相同的样本本属一组，请写明：\(options)" }
    func cutFields(fields: String) -> String { "\(fields) 的相同取值会把太多样本连成一组，因此不用来分组；请用 --group 指定真正重要的键" }
    func constantValues(count: Int) -> String { "\(count) 个值在太多样本中出现，不用来分组（是固定的指令吗？）" }
    func withoutText(count: Int) -> String { "\(NumberText.whole(count)) 条记录没有可打分的文本：它们的 p_test 是任何空文本的值" }
    var noRecords: String { "没有记录" }
    func otherICU(model: String, fitted: String, current: String) -> String {
        "\(model) 是用 ICU \(fitted) 拟合的，现在是 ICU \(current)：分词可能不同，分数会略有差别"
    }
    func fittedOn(sample: String) -> String { "在\(sample)上拟合（--fit-rows、--fit-memory）" }
    func nothingFitted(folds: Int) -> String { "有一边的分组不够 \(folds) 折：没有拟合；请提供更多样本，或用更细的 --group" }
    func planting(number: Int, count: Int) -> String { "植入并恢复：第 \(number) 个，共 \(count) 个……" }
    func recordsDone(count: Int, rate: Int) -> String { "\(count) 条记录  每秒 \(rate) 条" }
    func ongoing(stage: String) -> String { "\(stage)……" }
    func secondsLeft(seconds: Int) -> String { "  大约还要 \(seconds) 秒" }
    func elapsed(seconds: Int) -> String { "  \(seconds) 秒" }
    var stageReading: String { "读取" }
    var stageFeaturizing: String { "提取特征" }
    var stageFitting: String { "拟合" }
    var stageWeighing: String { "加权" }
    var stageDiagnosing: String { "诊断" }
    var stageExplaining: String { "解释" }
    var stageChecking: String { "检查" }
    var stageScoring: String { "打分" }
    var stageWriting: String { "写出" }
    var total: String { "合计" }
    func error(text: String) -> String { "错误：\(text)" }
}
