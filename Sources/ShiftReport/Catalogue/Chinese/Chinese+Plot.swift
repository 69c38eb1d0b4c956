extension ChineseCatalogue: PlotCatalogue {
    var trainName: String { "训练" }
    var testName: String { "测试" }
    var shareOfRows: String { "占样本的比例" }
    var shareOfTrainRows: String { "占训练样本的比例" }
    var pTestAxis: String { "p_test：样本有多像测试集" }
    func quartiles(side: String, first: String, median: String, third: String) -> String {
        "\(side)：中位数 \(median)，中间一半 \(first)–\(third)"
    }
    var densityTitle: String { "p_test 分布" }
    var densityAlike: String { "两个形状重合：没有哪条样本显示出自己属于哪边。" }
    func densityCaption(test: String, train: String) -> String { "两个形状离得越远，偏移越大：0.5 以上有 \(test) 的测试样本和 \(train) 的训练样本。" }
    var reliabilityTitle: String { "p_test 校准曲线" }
    var predictedAxis: String { "预测的 p_test" }
    var observedAxis: String { "实际的测试集占比" }
    var reliabilityCaptionWithoutSlope: String { "靠近虚线对角线的点可以直接当概率用。" }
    func reliabilityCaption(slope: String) -> String { "靠近虚线对角线的点可以直接当概率用；斜率 \(slope)，1 为校准。" }
    func bin(predicted: String, observed: String) -> String { "预测 \(predicted)，实际 \(observed)" }
    var weightTitle: String { "权重的分布" }
    var weightAxis: String { "权重（平均为 1）" }
    func weightCaption(rows: Int, worth: String, share: String) -> String {
        "若右侧拖尾很长，说明少数样本起决定作用：这 \(NumberText.whole(rows)) 条样本的有效样本量是 \(worth)，最重的 1% 占 \(share) 的权重。"
    }
    var rocTitle: String { "ROC 曲线" }
    var falseRateAxis: String { "假正率 FPR" }
    var trueRateAxis: String { "真正率 TPR" }
    func rocCaption(auc: String) -> String { "曲线越往对角线上方弯，偏移越大：曲线下面积是 \(auc)。" }
    func rocPoint(rate: String, found: String) -> String { "FPR \(rate) 处，TPR 为 \(found)" }
    var lengthTitle: String { "文本长度" }
    var lengthAxis: String { "每条样本的字符数" }
    var lengthPlain: String { "各条样本文本的长度。" }
    func testShorter(train: String, test: String) -> String { "测试文本更短：中位数约 \(test) 个字符，训练集约 \(train) 个。" }
    func lengthsAlike(train: String, test: String) -> String { "长度相近：训练集中位数约 \(train) 个字符，测试集约 \(test) 个。" }
    func testLonger(train: String, test: String) -> String { "测试文本更长：中位数约 \(test) 个字符，训练集约 \(train) 个。" }
    var scriptTitle: String { "字符类型构成" }
    var shareOfCharacters: String { "占字符的比例" }
    var scriptsAlike: String { "两边的文字、数字和标点相差不到字符总数的 2%。" }
    func scriptsDiffer(name: String, train: String, test: String) -> String {
        "相差最多的是\(name)：占训练集字符的 \(train)、测试集字符的 \(test)。"
    }
    var scriptLatin: String { "拉丁字母" }
    var scriptHan: String { "汉字" }
    var scriptKana: String { "假名" }
    var scriptHangul: String { "谚文" }
    var scriptCyrillic: String { "西里尔字母" }
    var scriptArabic: String { "阿拉伯字母" }
    var scriptOther: String { "其他文字" }
    var digits: String { "数字" }
    var punctuation: String { "标点" }
    var symbols: String { "符号" }
    var spaces: String { "空白" }
    var otherCharacters: String { "其他" }
    var fieldsTitle: String { "哪些信息能区分两边" }
    var areaAxis: String { "AUC；0.5 表示没有差异" }
    var surfaceOnly: String { "只看格式" }
    var everything: String { "全部" }
    var noFieldTells: String { "没有哪个字段单独显示出多少区分能力；“格式”指长度、文字种类、数字和标点，不看用词。" }
    func fieldTellsMost(field: String, auc: String) -> String {
        "单个字段中\(quoted(field))的区分能力最强（\(auc)）；“格式”指长度、文字种类、数字和标点，不看用词。"
    }
    var randomSet: String { "随机抽取" }
    var drawnSet: String { "按权重抽取" }
    var checkTitle: String { "验证集是否接近测试集" }
    func asked(set: Int, test: Int, before: String, after: String) -> String {
        "再用 \(NumberText.whole(set)) 条对 \(NumberText.whole(test)) 条测试样本训练判别器：随机验证集的 AUC 是 \(before)，按权重抽取的验证集是 \(after)"
    }
    var drawnAlike: String { "：抽取起了作用。" }
    var drawnCloser: String { "：更接近了，但还不相同。" }
    var drawnNoDifference: String { "：这里看不出抽取的作用。" }
    var calibrationTitle: String { "从词的贡献之和到 p_test" }
    var logitAxis: String { "未校准的 logit：各部分之和" }
    var calibratedAxis: String { "校准后的 logit" }
    var calibrationCaption: String { "底色加起来是横轴的 logit；这一条从不下降的曲线把它变成 p_test，所以不改变样本的次序。" }
    var scatterTitle: String { "词语在两边的频率" }
    var trainShareAxis: String { "含该词的训练样本占比" }
    var testShareAxis: String { "含该词的测试样本占比" }
    var scatterCaption: String { "虚线对角线以上的词在测试集中更常见，以下的在训练集中更常见；离得越远，差异越大。" }
    var scatterText: String { "最确定的，占训练样本比例到占测试样本比例：" }
}
