extension ChineseCatalogue: SummaryCatalogue {
    func inputs(train: Int, test: Int, fields: String, dropped: String, by: String) -> String {
        "训练集 \(NumberText.whole(train)) 条，测试集 \(NumberText.whole(test)) 条；字段：\(fields)"
            + (dropped.isEmpty ? "" : "；已剔除：\(dropped)")
            + "；分组："
            + (by.isEmpty ? "完全重复的样本" : "\(by) 相同的样本")
    }
    func fitted(sample: String) -> String { "在\(sample)上拟合（--fit-rows、--fit-memory）；下面的数字都指这些样本。" }
    func allRows(rows: Int, weight: String, worth: String) -> String {
        "全部 \(NumberText.whole(rows)) 条训练样本：平均权重 \(weight)，有效样本量 \(worth)。"
    }
    func sample(train: Int, test: Int) -> String { "抽出的 \(NumberText.whole(train)) 条训练样本和 \(NumberText.whole(test)) 条测试样本" }
    func excluded(train: Int, test: Int) -> String {
        "按审阅结果排除了 \(NumberText.whole(train)) 条训练样本、\(NumberText.whole(test)) 条测试样本（--exclude）。"
    }
    func duplicates(exact: Int, exactShare: String, near: Int, nearShare: String) -> String {
        "\(NumberText.whole(exact)) 条测试样本（\(exactShare)）在训练集里一字不差"
            + (near > 0 ? "，另有 \(NumberText.whole(near)) 条（\(nearShare)）几乎相同。" : "。")
    }
    func evidence(worth: String, all: Int, share: String, shape: String, support: String, mean: String) -> String {
        "\(NumberText.whole(all)) 条训练样本的有效样本量为 \(worth)（\(share)），Pareto k̂ \(shape)，训练集未覆盖的测试样本 \(support)，"
            + "平均密度比 \(mean)。"
    }
    var noneBounded: String { "无（有界）" }
    func nothingClipped(cap: String) -> String { "没有权重超过均值的 \(cap) 倍：没有截断。" }
    func clipped(count: Int, cap: String, share: String) -> String {
        "\(NumberText.whole(count)) 个权重超过均值的 \(cap) 倍，已截断（占全部权重的 \(share)）。"
    }
    func validation(draws: Int, rows: Int, pool: Int, worth: String, remaining: Int) -> String {
        "验证集：从 \(NumberText.whole(pool)) 条的池中（有效样本量 \(worth)）抽取 \(NumberText.whole(draws)) 次，得到 "
            + "\(NumberText.whole(rows)) 条不同的样本；请用 train.remaining.jsonl 的 \(NumberText.whole(remaining)) 条样本及其 "
            + "sample_weight 训练。"
    }
    var nothingWritten: String { "没有写出文件；要加权后的文件，请给 --output DIR。" }
    func written(files: String) -> String { "已写出：\(files)" }
    func made(seed: String, weight: String, folds: Int) -> String { "种子 \(seed)，权重 \(weight)，\(folds) 折。" }
    var moreInTestTitle: String { "测试集更多" }
    var moreInTrainTitle: String { "训练集更多" }
    var sharesOfRows: String { "（占训练样本的比例 → 占测试样本的比例）" }
    var testLikeTrainTitle: String { "训练集中最像测试集的样本" }
    var trainLikeTrainTitle: String { "训练集中最不像测试集的样本" }
    var trainLikeTestTitle: String { "测试集中最像训练集的样本" }
    var outOfSupportTitle: String { "训练集未覆盖的测试样本" }
    func placeOfID(id: String, file: String?) -> String { (file.map { "\($0) " } ?? "") + id }
    func placeOfLine(line: Int, file: String?) -> String { (file.map { "\($0) " } ?? "") + "第 \(line) 行" }
    func ofFile(file: String) -> String { "（\(file)）" }
    var figure: String { "指标" }
    var value: String { "值" }
    var field: String { "字段" }
    var trainRows: String { "训练样本" }
    var testRows: String { "测试样本" }
    var weight: String { "权重" }
    var line: String { "行号" }
    var used: String { "使用" }
    var why: String { "原因" }
    var areaAlone: String { "单独的 AUC" }
    var droppedWord: String { "已剔除" }
    var whatFiguresMean: String { "这些数字的含义" }
    var copiesName: String { "训练集也有的测试样本" }
    var effectiveRowsName: String { "有效样本量，按样本" }
    var effectiveGroupsName: String { "有效样本量，按组" }
    var noSupportShareName: String { "训练集未覆盖的测试样本" }
    var meanRatioName: String { "归一化前的平均密度比" }
    var largestWeightName: String { "最大权重" }
    var surfaceName: String { "只看表面特征的 AUC" }
    var drawsName: String { "验证集抽取次数 / 不同的样本" }
    var reasonNamed: String { "指定" }
    var reasonTextLike: String { "两边都是文本" }
    var reasonNotNamed: String { "未指定" }
    var reasonOneSide: String { "只有一边有" }
    var reasonReserved: String { "名称像标签或标识" }
    var reasonNotText: String { "不是文本" }
    var reasonTooShort: String { "平均不到两个词" }
    var reasonIgnored: String { "由 --ignore-field 排除" }
    var reasonTime: String { "日期或时间" }
    var reasonClasses: String { "取值很少，每个值重复多次" }
    var reasonCrossing: String { "取值与另一个字段的分组交叉" }
    var reasonRepeated: String { "与另一个字段的文本相同" }
    var reasonIdentifier: String { "标识、地址或人名" }
    var reasonTooMany: String { "字段太多；用文本更多的字段" }
}
