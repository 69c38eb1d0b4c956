extension ChineseCatalogue: SourceCatalogue {
    var bySource: String { "按训练集各来源的误差校正" }
    func sourcesHeldOut(count: Int, key: String) -> String {
        "来源之间：训练集的 \(NumberText.whole(count)) 个来源（\(key)）依次留出，各由其余来源估计。"
    }
    var sourceHead: String { "来源" }
    var sourceRows: String { "样本" }
    var sourceEstimated: String { "估计" }
    var sourceTruth: String { "真实" }
    var sourceOffBy: String { "误差" }
    func sourcesMore(count: Int) -> String { "……另有 \(NumberText.whole(count)) 个，误差更小" }
    func sourcesLeftOut(count: Int) -> String { "另有 \(NumberText.whole(count)) 个来源有分数的样本太少，或不在最大之列，没有留出。" }
    func sourcesSpread(mean: String, tau: String, largest: String, name: String) -> String {
        "平均误差 \(mean)；除抽样之外，误差在来源之间的标准差为 \(tau)；最大误差为 \(largest)（\(name)）。"
    }
    func sourcesPredict(from: String, range: String) -> String {
        "推荐值是各条路线的 \(from)（\(range)）减去平均误差；区间针对与这些来源类似的新来源，来源之间的一切差别（包括 p(y|x) 的差别）都已计入。"
    }
    func sourcesFew(least: Int) -> String { "来源不足 \(least) 个，看不出误差的变化有多大，因此区间不变：最大误差只是一个提醒。" }
    func sourcesKnown(rows: Int) -> String {
        "有 \(NumberText.whole(rows)) 条测试样本来自训练集已有的来源：测试集不是新来源，因此区间不变。"
    }
    func sourcesProposed(count: Int, option: String) -> String {
        "训练集有 \(NumberText.whole(count)) 个来源：加上 \(option)，每个来源由其余来源估计，就能看出对新来源的估计会差多少。"
    }
    func inSource(number: Int, count: Int) -> String { "来源 \(number)/\(count)" }
    var periodNeedsBy: String { "--period 要与 --by 同用；两者都不能与 --drawn 同用。" }
    var optionBy: String { "TRAIN 中表示样本来源的字段（网站、作者、月份）：每个来源由其余来源估计，区间则针对新来源。" }
    var optionPeriod: String { "--by 是时间时，按什么归并。" }
}
