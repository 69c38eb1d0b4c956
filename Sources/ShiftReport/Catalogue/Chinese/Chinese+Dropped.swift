extension ChineseCatalogue: DroppedCatalogue {
    var droppedTitle: String { "已从判别器中剔除的内容" }
    var droppedWhat: String { "剔除的内容" }
    var droppedAUC: String { "剩下的 AUC" }
    func droppedNothingNeeded(auc: String, bound: String) -> String { "不需要剔除：AUC 是 \(auc)，已低于 \(bound)。" }
    func droppedNothingShown(auc: String) -> String { "没有剔除：AUC 是 \(auc)，但不超出偶然；每个权重本来就是 1。" }
    func dropped(bound: String, parts: String, before: String, after: String) -> String {
        "为使 AUC 低于 \(bound)，已从判别器中剔除：\(parts)。AUC 从 \(before) 降到 \(after)。"
    }
    var droppedMeaning: String { "权重只修正剩下的偏移，不修正剔除的部分：剔除的若是采集痕迹（来源标记、编号、套话），这样做是对的；若标签取决于它，就是错的。选择时看过这些样本，所以剩下的 AUC 略微偏低。" }
    func droppedField(name: String) -> String { "字段 \(name)" }
    func droppedForm(name: String) -> String { "\(name) 的长度、文字种类和标点" }
    func droppedPieces(count: Int) -> String { "\(NumberText.whole(count)) 个词语片段" }
    func droppedAndPieces(pieces: String) -> String { "（以及 \(pieces)）" }
    func droppedFields(names: String, count: Int) -> String { "字段 \(names)" }
    var droppedAllForm: String { "长度、文字种类和标点" }
    func droppedWords(count: Int) -> String { "\(NumberText.whole(count)) 个词" }
    func droppedGrams(count: Int) -> String { "\(NumberText.whole(count)) 个字符 n-gram" }
    func droppedMoreRounds(count: Int) -> String { "……（共 \(count) 轮，见 report.json）" }
}
