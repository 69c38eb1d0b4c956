extension ChineseCatalogue: ExplanationCatalogue {
    func gainShown(mean: String, error: String) -> String {
        "折外对数损失平均每条比“无偏移”零模型低 \(mean) nat，标准误 \(error)：超过两个标准误，所以使用权重。"
    }
    func gainNotShown(mean: String, error: String) -> String {
        "折外对数损失平均每条比“无偏移”零模型低 \(mean) nat，标准误 \(error)：不超过两个标准误，所以所有权重保持为 1。"
    }
    func pairs(times: String) -> String { "在 100 对测试样本与训练样本中，测试样本看起来更像测试集的有 \(times) 对（50 为随机水平）" }
    var pairsMayBeChance: String { "；区间包含 0.5，这些样本没有显示出差异。" }
    var pairsTell: String { "；判断偏移大小看它，不看 p 值。" }
    var pSmall: String { "单凭偶然很少能分得这么开；但样本一多，小到无关紧要的偏移也会如此显著。" }
    var pLarge: String { "单凭偶然也可能分得这么开；需要更多样本才能判断。" }
    func groupsOnBothSides(count: Int) -> String { "\(NumberText.whole(count)) 个组两边都有样本，不参与 p 值；如果很多，请检查训练集与测试集是否同源。" }
    func formAlike(auc: String) -> String { "只看长度、文字种类、数字和标点，AUC 只有 \(auc)，与 0.5 相差很小：若有偏移，也在用词上。" }
    func formDiffers(auc: String) -> String { "只看长度、文字种类、数字和标点，就能把两边分开到这个程度（AUC \(auc)）；请比较两边的清洗方式。" }
    func fieldSaysLittle(field: String, auc: String) -> String { "字段\(quoted(field))本身的区分能力很小（AUC \(auc)；0.5 表示没有差异）。" }
    func fieldDiffers(field: String, auc: String) -> String { "字段\(quoted(field))本身就有差异（AUC \(auc)；0.5 表示没有差异）。" }
    func noCopies(rows: Int) -> String { "\(NumberText.whole(rows)) 条测试样本中，没有一条在训练集里一字不差地出现。" }
    func copies(share: String) -> String { "\(share) 的测试样本在训练集里一字不差：在它们上得的分只反映记忆；可以考虑把它们移出训练集。" }
    func precision(worth: String, share: String) -> String { "加权估计的精度大约相当于 \(worth) 条不加权的样本（\(share)）。" }
    func precisionLow(worth: String, share: String) -> String {
        "加权估计的精度大约相当于 \(worth) 条不加权的样本（\(share)）：偏少，区间会宽，或者用 --weight relative:0.5。"
    }
    func precisionLowThoughBounded(worth: String, share: String) -> String {
        "加权估计的精度大约相当于 \(worth) 条不加权的样本（\(share)）：偏少，区间会宽。"
    }
    func effectiveGroups(worth: String, all: String) -> String { "同组样本并不独立；按组计算，\(all) 组的有效组数为 \(worth)。请按组而不是按样本取区间。" }
    func ratioNearOne(mean: String) -> String { "密度比在训练集上平均 \(mean)，接近 1，符合密度比应有的性质：分数是折外的，可以直接当概率用。" }
    var noTail: String { "权重没有尾部：它们相等，或者有界。" }
    func tailBounded(greatest: String, weight: String) -> String {
        "权重的尾部偏重（高于 \(greatest)），但止于 --weight \(weight) 的上界：没有哪条样本比它更重。"
    }
    func tailLight(shape: String, greatest: String) -> String { "权重的尾部很轻（k̂ \(shape)，不超过 \(greatest) 即可）：没有哪条样本能单独决定估计。" }
    func heaviest(share: String) -> String { "最重的 1% 训练样本占 \(share) 的权重。" }
    func heaviestLook(share: String) -> String { "最重的 1% 训练样本占 \(share) 的权重：请看看它们。" }
    func heaviestBound(share: String) -> String { "最重的 1% 训练样本占 \(share) 的权重：请看看它们，并用 --weight clip:10 或 relative:0.5。" }
    func someUnsupported(share: String) -> String { "\(share) 的测试样本在训练集里没有任何相近的样本；权重说明不了它们，请看一看。" }
    func covered(share: String) -> String { "训练集覆盖了测试集：在训练集里找不到相近样本的测试样本占 \(share)。" }
    func slopeExtremeThoughBounded(slope: String, weight: String) -> String {
        "p_test 太极端（斜率 \(slope)；1 为校准）；--weight \(weight) 限制了它对权重的影响。"
    }
    func slopeExtreme(slope: String) -> String { "p_test 太极端（斜率 \(slope)；1 为校准）：与其用原始密度比，不如用 --weight relative:0.5。" }
    func slopeRight(slope: String) -> String { "p_test 可以直接当概率用（斜率 \(slope)；1 为校准）。" }
    func slopeCautious(slope: String) -> String { "p_test 太保守（斜率 \(slope)；1 为校准）：权重的纠正比可能的要少。" }
    func poolWorth(worth: String) -> String { "无论抽取多少条，验证集分数的精度大约只相当于 \(worth) 条样本。" }
    func poolWorthFew(worth: String) -> String { "无论抽取多少条，验证集分数的精度大约只相当于 \(worth) 条样本；要更多，请提高 --pool。" }
}
