extension ChineseCatalogue: WeighingCatalogue {
    func scoreMargin(score: String, set: String, all: String) -> String {
        "验证集上 \(score) 的得分有 ±\(set) 个百分点的不确定性；用全部训练样本的折外分数则是 ±\(all)"
    }
    func scoreMarginByGroups(set: String, all: String) -> String { "（如果同组样本同对同错，则为 ±\(set) 和 ±\(all)）" }
    func scoreMarginName(score: String) -> String { "得分 \(score) 的不确定性（百分点）：全部训练样本的折外分数 / 验证集" }
    func largestWeight(share: String, multiple: String, place: String, text: String) -> String {
        "有一条样本占全部权重的 \(share)，是均值的 \(multiple) 倍：\(place)，\(quoted(text))。单是它的标签就能让加权分数变动这么多。请先看看它；"
            + "--weight clip:10 或 relative:0.5 可以限制它。"
    }
    func classWeights(label: String, accuracy: String, source: String, classes: String) -> String {
        "按类别加权（\(label)；训练集上判对 \(accuracy)，依据\(source)），占训练集 → 测试集的比例：\(classes)。"
    }
    func classWeight(name: String, train: String, test: String, ratio: String) -> String {
        "\(name) \(train) → \(test)（×\(ratio)）"
    }
    var optionClassPredictions: String {
        "用于 --weight class-prior：你的模型对没有用来训练的训练样本的预测，格式同 textshift diagnose。默认：基于判别器特征的分类器。"
    }
    var predictionsNeedClassPrior: String { "--predictions 只用于 --weight class-prior" }
    var optionStratify: String { "让池和抽出的集合保持该字段各个取值（标签、来源）加权后的比例；分组仍然不拆开。" }
    func lostStrata(key: String, classes: String) -> String { "--stratify \(key)：抽出的集合里没有 \(classes)。" }
    func lostStratum(name: String, rows: Int, share: String) -> String {
        "\(name)（训练集 \(NumberText.whole(rows)) 条，\(share)）"
    }
    func stratifyStreamed(key: String) -> String { "--stratify \(key)：训练集大于拟合样本，集合是边读边抽的，没有按它分层。" }
    var weightFormTitle: String { "权重" }
    var weightFormRows: String { "有效样本" }
    var weightFormGroups: String { "有效组" }
    var weightFormLargest: String { "最大值 ÷ 均值" }
    var weightFormOwn: String { "（本次分析）" }
    func weighByClass(command: String) -> String { "要让验证集、估计和导出都按类别加权，请运行：\(command)" }
    var trainInFolds: String {
        "按 train.weighted.jsonl 的折（cv_fold，连同 sample_weight）训练模型并打分，把折外分数和置信度交给 textshift estimate：它用上全部样本，不确定性最小。"
    }
}
