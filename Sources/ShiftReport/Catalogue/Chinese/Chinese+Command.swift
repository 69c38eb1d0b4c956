extension ChineseCatalogue: CommandCatalogue {
    var aboutProgram: String { "给训练集加权，使它看起来像测试集（对抗验证）。" }
    var moreOnProgram: String { "在有标签的训练集和无标签的测试集之间训练判别器，由它得到密度比，写出加权的训练集和接近测试集的验证集。" }
    var aboutAnalyze: String { "比较 TRAIN 与 TEST，给 TRAIN 加权，并抽取验证集。" }
    var moreOnAnalyze: String { "打印哪里发生了偏移、加权是否可信。给出 --output 时写出加权的训练集、打分的测试集、接近测试集的验证集、训练集的其余部分和报告。不给 --output 时不写任何文件。" }
    var aboutReport: String { "重新生成 report.html 和 report.md。" }
    var moreOnReport: String { "读取分析文件夹里的 report.json（其中有全部指标），重新写出两份报告；要么都写，要么都不写。" }
    var aboutSplit: String { "从 TRAIN 另取验证集。" }
    var moreOnSplit: String {
        "resample 有放回地抽取，使集合接近 TEST；weighted 随机取样本并附权重；without-replacement 每条样本至多抽一次；top 取最像测试集的样本；kfold 分成若干份，"
            + "各附权重。同组样本不拆开。写出 validation.jsonl、train.remaining.jsonl（kfold 为 fold.1.validation.jsonl 等）和 split.json。"
            + "--compare 并列比较各种取法。"
    }
    var moreOnLabelFirst: String {
        "label-first 从 TEST 抽取要标注的样本，模型越没有把握的抽得越多（--confidence），每条都带 inclusion_probability，使估计保持无偏：对 TEST 全部样本取 值 / 概率 的平均；标注后由 estimate --labelled-test 读取。"
            + "no-support 只从 TRAIN 未覆盖的样本中抽取。两者都写出 label-first.jsonl。"
    }
    var aboutEstimate: String { "估计模型在 TEST 上的得分，附区间。" }
    var moreOnEstimate: String {
        "SCORES 里是模型没有用来训练的一些训练样本的指标值，或标签与预测；JSON lines、CSV 或 TSV。记录按 \"id\" 找到样本，否则按 \"row\"（从 0 数起），否则按次序。"
            + "请给出模型在两边的置信度：不花成本，作用最大。对每个指标打印推荐值（区间计入权重本身的误差）、通向它的各条路线以及它们是否一致，并把 estimates.json 写入 DIR（--output：另一个文件）。一个文件里有多个模型时给出排名。"
    }
    var aboutDiagnose: String { "判断分析遇到的是哪种偏移：输入、类别还是标注。" }
    var moreOnDiagnose: String {
        "估计标签各类在测试集上的占比（黑箱偏移估计和最大似然），并检查它们能否解释判别器看到的差异。有带标签的测试样本时，还检查标签在输入之外能否区分两边。"
            + "结论是输入偏移（加权有用）、类别先验偏移（两套权重都有用）、标注偏移（任何划分都没有用）、没有显示出偏移，或无法判断。"
    }
    var aboutConformal: String { "给每条测试样本一个在偏移下仍成立的阈值或预测集。" }
    var moreOnConformal: String {
        "SCORES 里是模型没有用来训练的训练样本上真实答案的分数：越不符合越高，例如 1 - 概率 或绝对误差。用分析的权重，测试样本中分数不超过阈值的答案以 1 - ALPHA "
            + "的概率包含真实答案（对测试样本平均而言，前提是给定输入后的标签相同）。记录按 \"id\" 找到样本，否则按 \"row\"（从 0 数起），否则按次序。每条测试样本打印一个 JSON 对象。"
    }
    var aboutAudit: String { "在 TRAIN 里植入已知的偏移，检验恢复得如何。" }
    var moreOnAudit: String {
        "把 TRAIN 自己的组分到两边，因此真实密度比已知：按主题、按长度、按稀有域、按标签，以及没有偏移。每一对都走完整个分析，并给出加权和不加权的估计偏差多少。不需要测试集；用 --like 给出 TRAIN "
            + "的分析文件夹时，也植入它估计的密度比，所得误差就是该偏移下的预期误差。"
    }
    var aboutCheck: String { "用限值检查分析：有一项不满足时退出码为 1。" }
    var moreOnCheck: String { "读取分析文件夹里的 report.json，打印 Markdown 表格。比例写作 0.05 或 5%。" }
    var aboutFit: String { "拟合 TRAIN 与 TEST 的模型并保存，供 `textshift score` 使用。" }
    var moreOnFit: String { "与 `textshift analyze` 对同样的语料和选项写出的模型相同；只是不做诊断，也不写其他文件。" }
    var aboutScore: String { "用模型给记录加上 sample_weight 和 p_test。" }
    var moreOnScore: String {
        "读取记录，按原次序以 JSON lines 写到标准输出，原有字节不变，加上 \"sample_weight\" 和 \"p_test\"。内存不随数据量增长。拟合用过的记录按折外打分，与 "
            + "`textshift analyze` 相同；其余取各折的平均。"
    }
    var aboutModel: String { "说明一个模型文件。" }
    var moreOnModel: String { "检查整个文件，说明它在什么数据上拟合、看哪些字段、怎样加权。" }
    var aboutHash: String { "打印每条记录所在组的散列值，用来抽样。" }
    var moreOnHash: String { "用于分布在多台机器上的语料：取 place 最小的那些组的记录来拟合。每条记录打印一行，含 \"group\" 和 \"place\"，各 16 位十六进制数字。" }
    var aboutPeek: String { "说明会怎样读取文件：格式、编码、条数、字段和组。" }
    var moreOnPeek: String { "每个字段：是否会比较（*），值的种类，有值的样本所占份额，以及最多三个值。最后是写明每项选择的命令。不作分析，也不写文件。" }
}
