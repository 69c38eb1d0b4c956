extension ChineseCatalogue: LabelledCatalogue {
    var byLabels: String { "测试样本的标注" }
    func labelledRows(rows: Int, alone: String) -> String {
        "根据 \(NumberText.whole(rows)) 条已标注的测试样本；只用标注、不用模型的置信度，则为 \(alone)。"
    }
    func roadsHeld(from: String, moved: String) -> String {
        "各条路线得到 \(from)；标注使它改变了 \(moved)。它落在标注的区间之内：没有迹象表明各条路线有误。"
    }
    func roadsMissed(from: String, moved: String) -> String {
        "各条路线得到 \(from)；标注使它改变了 \(moved)。它落在标注的区间之外：各条路线的某个假设在这里不成立，例如 p(y|x) 不同。"
    }
    var labelsAssume: String { "标注得到的数字不依赖各条路线的假设，只要求已标注的样本按所给概率抽取，或者随机抽取。" }
    var strataConfidence: String { "置信度" }
    func toLabelEarlier(count: Int) -> String { "其中 \(NumberText.whole(count)) 条先前已抽到，保持原样。" }
    func toLabelWidth(points: String, isGuess: Bool) -> String {
        isGuess
            ? "有了这些标注，准确率一类比例的 95% 区间宽约 \(points) 个百分点（如果置信度名副其实）。"
            : "有了这些标注，准确率一类比例的 95% 区间至多宽约 \(points) 个百分点。"
    }
    var onlyToLabel: String {
        "--target-width、--confidence、--test-confidences 和 --labelled-test 只用于 --method label-first。"
    }
    var theStream: String { "整个数据流" }
    var streamTakes: String {
        "带分数的文件或数据流只能用 --method label-first，配合 -n 或 --target-width、其记录自己的 --confidence KEY、--seed 和 --output；"
            + "--test-confidences、--labelled-test、--train 和 --test 用于分析的文件夹。"
    }
    var optionTargetWidth: String { "label-first：代替 -n，抽取足够的样本，使准确率一类比例的 95% 区间总宽为这么多个百分点。" }
    var optionStrataConfidence: String { "label-first：模型置信度所在的字段：按它分层，模型没有把握的样本抽得更多。" }
    var optionEarlierLabels: String { "label-first：从先前的 label-first.jsonl 及其标注接着抽；-n 包括其中的样本。" }
    var optionLabelledTestRows: String {
        "已标注的 TEST 样本，由 split --method label-first 抽取或随机抽取，指标与 SCORES 里相同：推荐值由它们决定。"
    }
}
