extension ChineseCatalogue: VerdictCatalogue {
    func noShift(train: Int, test: Int, upper: String) -> String {
        "\(NumberText.whole(train)) 条训练样本和 \(NumberText.whole(test)) 条测试样本没有显示出偏移，但不能排除 AUC 高至 \(upper) 的偏移：所有权重都是 1。"
    }
    var noShiftWithoutArea: String { "这些样本没有显示出偏移：所有权重都是 1。" }
    func tooFewGroups(folds: Int) -> String { "没有测量：分组太少，不够 \(folds) 折，因此没有拟合，所有权重都是 1。" }
    var differByUnknown: String { "训练集与测试集分布不同。" }
    func differ(size: String) -> String { "训练集与测试集分布\(size)。" }
    var slightly: String { "略有差异" }
    var moderately: String { "有中等差异" }
    var strongly: String { "差异明显" }
    var veryStrongly: String { "差异很大" }
    var almostCompletely: String { "几乎完全不同" }
    func separability(auc: String, lower: String, upper: String, p: String) -> String {
        "AUC \(auc)（95% 区间 \(lower)–\(upper)，\(p)）；0.5 表示没有差异，1 表示完全可分。"
    }
    func fewGroups(train: Int, test: Int, folds: Int) -> String {
        "训练集有 \(NumberText.whole(train)) 组，测试集有 \(NumberText.whole(test)) 组；交叉拟合要求每边至少 \(folds) 组。请提供更多样本，或用更细的 --group。"
    }
    func variation(share: String) -> String { "要与另一边一致，任何一边至少要替换 \(share)（总变差距离，按区间下端计算）。" }
    var nothingToWeight: String { "不需要加权：没有显示出偏移。" }
    var trustHolds: String { "只要两边的标注标准 p(y|x) 相同，加权就可信。" }
    var trustFails: String { "这里的加权不可信：" }
    func effectiveTooSmall(rows: String, least: String) -> String {
        "加权后有效样本量只剩 \(rows) 组（至少要 \(least)）：少数几条样本决定了一切。请用 --weight relative:0.5，或收集更像测试集的训练样本。"
    }
    func effectiveTooSmallThoughBounded(rows: String, least: String, weight: String) -> String {
        "权重虽已有界（--weight \(weight)），有效样本量仍只剩 \(rows) 组（至少要 \(least)）：少数几条样本决定了一切。请收集更像测试集的训练样本。"
    }
    func tailTooHeavy(shape: String, greatest: String) -> String {
        "权重的尾部太重（Pareto k̂ \(shape)，高于 \(greatest)）：单独一条样本就能左右估计。请用 --weight clip:10 或 relative:0.5。"
    }
    func tailTooHeavyThoughBounded(shape: String, greatest: String, weight: String) -> String {
        "密度比的尾部太重（Pareto k̂ \(shape)，高于 \(greatest)）。--weight \(weight) 限制了权重，单独一条样本左右不了估计；但这样估计的对象介于训练集和测试集之间，"
            + "是以偏差换来的。请收集更像测试集的训练样本。"
    }
    func unsupported(share: String, greatest: String) -> String {
        "至少 \(share) 的测试样本在训练集里没有任何相近的样本（最多容许 \(greatest)）：任何权重都补不上。请标注其中一些。"
    }
    func ratioOff(mean: String, least: String, greatest: String) -> String {
        "密度比在训练集上的平均值是 \(mean)，不在 1 附近（\(least)–\(greatest)）：判别器没有校准好。请检查是否漏了分组（--group），或字段里混有标识符。"
    }
    func brieflyEffective(rows: String, least: String) -> String { "有效样本量 \(rows) 组（至少要 \(least)）" }
    func brieflyUnsupported(share: String, greatest: String) -> String { "训练集未覆盖的测试样本 \(share)（最多容许 \(greatest)）" }
    func brieflyRatio(mean: String, least: String, greatest: String) -> String { "平均密度比 \(mean)（应在 \(least)–\(greatest)）" }
    func tellsSidesApart(field: String, auc: String) -> String {
        "单凭字段\(quoted(field))就能分开两边（AUC \(auc)）：是标识符，还是格式的痕迹？用 --field 只列其他字段，把它排除。"
    }
    var howLarge: String { "偏移大小" }
    var whatKind: String { "偏移类型" }
    var canWeights: String { "加权能否补救" }
    var whatNext: String { "下一步" }
    var effectiveName: String { "有效样本量" }
    var noSupportName: String { "训练集未覆盖的测试样本" }
    var trustedWord: String { "能" }
    var untrustedWord: String { "不能" }
    var nothingWord: String { "不需要" }
    func chanceRarely(p: String) -> String { "单凭偶然很少会这样（\(p)）。" }
    func chanceMayWell(p: String) -> String { "单凭偶然也可能这样（\(p)）。" }
    func mostlyContent(form: String, all: String) -> String { "差异以内容为主：只看长度、文字种类和标点，AUC 是 \(form)，全部特征是 \(all)。" }
    func neitherWordsNorForm(auc: String, upper: String) -> String { "用词和格式都没有显示出比随机猜测更能区分两边：AUC \(auc)，区间上端 \(upper)。" }
    func moreInTest(terms: String) -> String { "测试集更多：\(terms)。" }
    func moreInTrain(terms: String) -> String { "训练集更多：\(terms)。" }
    var weightsAreOne: String { "所有权重都是 1：没有显示出可以补救的偏移。" }
    var trainAsUsual: String { "照常训练，不用权重；随机划分的验证集就够了。" }
    func leaveFieldOut(field: String) -> String { "去掉字段\(quoted(field))（--field），再运行一次。" }
    var trainOnRemaining: String {
        "或者用 train.remaining.jsonl 及其 sample_weight 训练，在 validation.jsonl 上验证：那里的分数比随机验证集上的更接近测试集上的分数。"
    }
    var lookAtExamples: String { "在此之前先看下面的示例：如果这些样本的标注标准不同，权重帮不上忙。" }
    var doNotWeight: String { "先不要加权。从训练集未覆盖的测试样本（见示例）里标注一些，加入训练集，再运行一次。" }
    func boundedAlready(weight: String) -> String { "如果做不到：权重已经有界（--weight \(weight)），但 validation.jsonl 上的分数会偏高。" }
    var boundThem: String { "如果做不到：--weight relative:0.5 可以限制权重，但 validation.jsonl 上的分数会偏高。" }
    var cleanBothSides: String { "先用同样的方式清洗两边：空白、标点、全角字符。" }
    var takeCopiesOut: String { "把训练集里与测试样本一字不差的样本移出去，或者单独计分。" }
    var nextTrusted: String {
        "下一步：按 train.weighted.jsonl 的折（cv_fold）训练并打分，把折外分数和置信度交给 textshift estimate；或者用 train.remaining.jsonl 及其 "
            + "sample_weight 训练，在 validation.jsonl 上验证。"
    }
    var nextTrustedUnwritten: String { "下一步：加上 --output DIR 再运行，得到加权样本和接近测试集的验证集。" }
    var nextUntrusted: String { "下一步：先不要加权；标注一些训练集未覆盖的测试样本，加入训练集，再运行。" }
    func nextField(field: String) -> String { "下一步：去掉字段\(quoted(field))（--field），再运行一次。" }
    var nextUsual: String { "下一步：照常训练，不用权重。" }
    var nextMoreGroups: String { "下一步：提供更多样本，或用更细的 --group。" }
    func onlyExplained(auc: String, range: String) -> String { "AUC \(auc)（95% 区间 \(range)）。" }
}
