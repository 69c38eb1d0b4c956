extension ChineseCatalogue: DiagnosisCatalogue {
    func diagnosed(folder: String, train: String, test: String, label: String) -> String {
        "\(folder)：\(train) 与 \(test)，标签 \(label)"
    }
    var diagnosedNoShift: String { "没有显示出超出噪声的偏移。权重都是 1；看不出的偏移，也无从加权。" }
    var diagnosedInputShift: String { "输入偏移：输入分布不同。只要给定输入后的标签相同，加权就有用。" }
    var diagnosedPriorShift: String { "类别先验偏移：各类的占比不同，并且这解释了其余的差异。两套权重都有用：分析的权重，或类别的权重（--weights）。" }
    var diagnosedAnnotationShift: String { "标注偏移：给定输入后的标签不同。任何划分都没有用，加权也不能补救：训练集里没有按测试集标准标注的样本。请重新标注，或从有标签的测试样本学习。" }
    var diagnosedUnknown: String { "由此无法判断。" }
    var tooFewLabelled: String { "有一边有标签的样本太少，无法比较。" }
    var labelTellsALittle: String { "在输入之外，标签还能稍稍区分两边。要么测试集的标注略有不同，要么判别器的特征没有覆盖到的输入信息被标签带了出来。" }
    var tooFewGroupsToCompare: String { "有一边的分组太少，无法比较。" }
    var labelsUnknown: String { "输入分布不同；只要给定输入后的标签相同，加权就有用。这个标签不是可以比较占比的类别；没有带标签的测试样本（--labelled-test），也就不知道测试集是怎样标注的。" }
    func inputsDiffer(gain: String) -> String { "输入：不同（\(gain)）。" }
    func inputsNotShownToDiffer(gain: String) -> String { "输入：没有显示出不同（\(gain)）。" }
    var ownSource: String { "判别器的特征" }
    func classShares(source: String, accuracy: String) -> String {
        "类别：假如只有占比不同，测试集的占比是训练集的以下倍数。（概率来自 \(source)；折外对训练样本的正确率是 \(accuracy)。）"
    }
    var classTitle: String { "类别" }
    var shareOfTrainTitle: String { "训练集占比" }
    var likelihoodTitle: String { "最大似然（MLLS）" }
    var blackBoxTitle: String { "黑箱（BBSE）" }
    var notToBeHad: String { "得不到" }
    func stillDiffer(gain: String) -> String { "换成这些占比后，输入仍然不同（\(gain)）。" }
    func noDifferenceLeft(gain: String) -> String { "换成这些占比后，就没有显示出不同了（\(gain)）。" }
    var noShareClear: String { "没有哪个占比能肯定在两边不同。" }
    func labelledRows(train: Int, test: Int, name: String) -> String {
        "有标签的样本：训练集 \(NumberText.whole(train)) 条，测试集 \(NumberText.whole(test)) 条（\(name)）。"
    }
    func labelTells(label: String, gain: String) -> String { "在输入之外，\(label) 还能区分两边（\(gain)）：p(y|x) 不同。" }
    func labelNotShownToTell(label: String, gain: String) -> String { "在输入之外，\(label) 没有显示出还能区分两边（\(gain)）：看不出 p(y|x) 不同。" }
    func inputsTell(label: String, gain: String) -> String { "在 \(label) 之外，输入还能区分两边（\(gain)）。" }
    func inputsNotShownToTell(label: String, gain: String) -> String { "在 \(label) 之外，输入没有显示出还能区分两边（\(gain)）。" }
    func questionShares(train: String, test: String) -> String { "训练集的 \(train) → 测试集的 \(test)" }
    func questionAnswer(label: String, value: String) -> String { "\(label) 为 \(value)" }
    func questionElements(label: String, count: String) -> String { "\(label) 的元素多于 \(count) 个" }
    func questionHolds(label: String, value: String) -> String { "\(label) 含 \(value)" }
    func questionDistinct(label: String, count: String) -> String { "\(label) 的不同文本多于 \(count) 个" }
    func questionLength(label: String, count: String) -> String { "\(label) 平均每个文本多于 \(count) 个码位" }
    var unseenMayDiffer: String { "看不出不同的地方，仍可能有这些样本显示不出来的小差异。" }
    var cannotBeKnown: String { "无法由此判断：测试集是否与训练集同样地标注。只看输入，判断不了 p(y|x)；请用 --labelled-test 给出有标签的测试样本。" }
    func gain(mean: String, error: String) -> String { "增益 \(mean) nat，标准误 \(error)" }
    var diagnosedInputShiftOnly: String {
        "输入偏移：输入分布不同。"
    }
    var diagnosedPriorShiftOnly: String {
        "类别先验偏移：各类的占比不同，并且这解释了其余的差异。"
    }
    var labelsUnknownOnly: String {
        "输入分布不同。这个标签不是可以比较占比的类别；没有带标签的测试样本（--labelled-test），也就不知道测试集是怎样标注的。"
    }
    var weightedShareTitle: String {
        "加权后占比"
    }
    var noIntervals: String {
        "因此不同的不只是占比，比值没有区间。"
    }
}
