extension ChineseCatalogue: OptionCatalogue {
    var optionField: String { "要看的字段，可多次给出。默认：两边都有的每个文本字段。" }
    var optionIgnoreForm: String {
        "不计入比较的形式种类；可以多次给出：surface、trimming、escapes、case、width、script、boilerplate、emoji 或 mojibake。"
    }
    var optionIgnoreField: String { "不看的字段；可以多次给出。" }
    var optionTestField: String { "训练集里叫 NAME 的字段在测试集里的位置；可以多次给出。" }
    var optionGroup: String { "KEY 取值相同的样本归为一组；none：只把完全重复的样本归为一组。默认：按重复的内容分组。" }
    var optionID: String { "标识记录的字段；判别器不看它。" }
    var optionSeed: String { "一切随机都由这个数决定。" }
    var optionWeight: String {
        "密度比 r 怎样变成权重：ratio、relative:ALPHA（不超过 1/ALPHA）、clip:C（不超过均值的 C 倍）、discriminator，或按 --label 各类别比例的 class-prior。"
    }
    var optionLanguage: String { "打印内容和报告的语言；auto 依次看 TEXTSHIFT_LANG 和文本的语言（打印内容还先看终端的语言）。" }
    var optionTrainNow: String { "TRAIN 的文件若已移动，现在在哪里；可多次给出。" }
    var optionTestNow: String { "TEST 的文件现在在哪里，同上。" }
    var argumentFolder: String { "分析的文件夹：--output 指定的那个。" }
    var argumentTrain: String { "有标签的训练集：JSON lines、JSON、SQuAD、CSV、TSV、CoNLL 或纯文本，也可以是 gzip。- 表示标准输入。" }
    var argumentTest: String { "无标签的测试集。" }
    var optionTrain: String { "代替 TRAIN：文件，或 'data/train-*.jsonl' 这样的模式；可多次给出。" }
    var optionTest: String { "代替 TEST，同上。" }
    var optionFolds: String { "交叉拟合的折数，2–64。" }
    var optionDropShifted: String { "从判别器中剔除能区分两边的字段或词，直到 AUC 低于此值。权重随后只修正剩下的偏移。" }
    var optionFitRows: String { "每边用于拟合的样本数；更大的语料按整组抽样拟合，再给每条样本打分。" }
    var optionFitMemory: String { "拟合所用特征的内存，例如 512MiB 或 2GiB。" }
    var optionOnError: String { "遇到不是记录的行怎么办：stop 停下，skip 跳过并计数。" }
    var optionExclude: String { "排除审阅时丢弃的样本：report.html 保存的 review.jsonl。" }
    var optionThreads: String { "线程数；不影响结果。默认：全部处理器。" }
    var optionFormat: String { "文件的格式：auto、jsonl、json、csv、tsv、conll、conllu、fasttext、squad 或 text。" }
    var optionEncoding: String { "不是 UTF-8 的文件的编码，例如 windows-1252 或 Big5。" }
    var optionDelimiter: String { "表的单元格之间是什么：任意文本，或 tab。默认：自动识别。" }
    var optionNoHeader: String { "表没有表头：各列名为 1、2，依此类推。" }
    var optionMaxRecord: String { "一条记录的最大字节数，例如 64MiB；最多 1GiB。" }
    var argumentPeekFiles: String { "要查看的文件。默认：-，即标准输入。" }
    var argumentAuditTrain: String { "训练集：文件，或 'data/train-*.jsonl' 这样的模式；可给多个。" }
    var optionAuditLabel: String { "标签字段：指标就是对它的分类器的折外准确率。默认：沿 TRAIN 变化最大的方向的样本占比。" }
    var optionAuditScores: String { "模型对没有用来训练的 TRAIN 样本的结果，带标识或样本序号：指标是它们的均值。" }
    var optionAuditMetric: String { "--scores 里的一个数值，可多次给出。默认：全部。" }
    var optionLike: String { "TRAIN 的分析文件夹：也植入它发现的偏移。" }
    var optionDraws: String { "每种偏移植入的次数。" }
    var optionAuditRows: String { "检验的样本数；更大的语料按整组抽样。" }
    var optionJSON: String { "打印含全部指标的 JSON。" }
    var optionNoProgress: String { "不在标准错误上显示进度。" }
    var optionMaxAUC: String { "AUC 的上限，0.5–1。" }
    var optionMinESS: String { "有效样本量的下限：条数，或占 TRAIN 的百分比。" }
    var optionMaxNoSupport: String { "训练集未覆盖的 TEST 样本占比的上限，按其置信下限判断。" }
    var optionMaxDuplicates: String { "训练集里也有（一字不差或几乎相同）的 TEST 样本占比的上限。" }
    var optionTrusted: String { "权重必须可信：分析结论的每个条件都成立。" }
    var optionJUnit: String { "把结果写成 JUnit XML。" }
    var optionModelFile: String { "要写的文件。" }
    var optionForceFile: String { "替换已有的文件。" }
    var optionQuiet: String { "除错误外什么都不说。" }
    var argumentScores: String { "训练样本的分数；- 表示标准输入。" }
    var optionAlpha: String { "预测集可以漏掉真实答案的测试样本比例，大于 0 且小于 1。" }
    var optionScore: String { "分数字段。" }
    var optionTestScores: String { "测试样本各个可能答案的分数：带标识或样本序号的记录，\"scores\" 是每个答案一个数的对象。会加上 \"set\"。" }
    var argumentHashFiles: String { "记录。默认：-，即标准输入。" }
    var optionHashField: String { "要看的字段，可多次给出。" }
    var optionHashGroup: String { "KEY 的值相同的记录为一组。" }
    var optionLong: String { "没有 --group 时：该字段的值相同的记录为一组。默认：全部字段都相同的记录。" }
    var optionFitSeed: String { "拟合的种子。" }
    var optionPart: String { "这些记录是语料的一部分：谁都没有的字段当作空文本，不算错误。" }
    var argumentEstimateScores: String { "分数文件；- 表示标准输入。" }
    var optionMetric: String { "指标及其值所在的字段，可多次给出。MODEL/NAME=KEY 是该模型的指标。默认：每个数值字段。" }
    var optionModelKey: String { "模型名所在的字段。默认：有 model 时用它。" }
    var optionScoreID: String { "样本标识所在的字段。默认：分析所用的，或 id。" }
    var optionTrueLabel: String { "真实标签，在 SCORES 或 TRAIN 里。默认：label。" }
    var optionPrediction: String { "预测的标签、答案或片段列表。默认：有 prediction 时用它。" }
    var optionProbability: String { "正类的概率，用于对数损失和 AUC。默认：有 probability 时用它。" }
    var optionPositive: String { "正类标签。" }
    var optionTask: String { "标签和预测是什么。默认：列表为 spans，否则为 classes。" }
    var optionProbabilities: String {
        "所有类别的概率，在 SCORES 和 --test-confidences 里：按类别名的对象，或按标签排序的列表。没给 --confidence 时，预测类别的概率就是置信度；宏平均 F1 和 AUC 由此也有了按置信度的路线。"
    }
    var optionConfidence: String { "模型的置信度，在 SCORES 和 --test-confidences 里：任何越有把握就越大的数。最接近真值的路线由此而来。" }
    var optionTestConfidences: String { "模型在 TEST 样本上的置信度。" }
    var optionDrawn: String { "分数就是 validation.jsonl 本身的：每行一个，重复的也算；不用权重。" }
    var optionReplicates: String { "按组自助法的重复次数。" }
    var optionRefitBootstrap: String { "在重抽样的组上重新拟合权重 N 次，计入权重本身的误差（慢）。" }
    var optionEstimateOutput: String { "要写的文件。默认：DIR 里的 estimates.json。" }
    var optionForceEstimates: String { "替换已有的其他估计。" }
    var optionScoreFormat: String { "SCORES 的格式：auto、jsonl、json、csv 或 tsv。" }
    var optionQuietFile: String { "什么都不打印，只写文件。" }
    var optionOutput: String { "结果的文件夹，不存在就新建。" }
    var optionWrite: String { "也按原格式写出样本：csv 或 tsv（表格多两列），或 squad（验证集）。可多次给出。" }
    var optionGzip: String { "记录文件写成 gzip：train.weighted.jsonl.gz 等。" }
    var optionExport: String { "把 train.remaining 的加权样本写成某个工具的格式：vw、fasttext、lightgbm、sklearn 或 id-weight。可多次给出。" }
    var optionExportLabel: String { "标签字段，用于 --weight class-prior 以及 --export vw 和 fasttext。默认：label。" }
    var optionPool: String { "验证集从多大比例的训练样本中抽取。" }
    var optionValidationSize: String { "验证集的抽取次数。默认：与池中样本数相同。" }
    var optionPermutations: String { "重新拟合 B 次来计算 p 值（慢）。默认：置换折外的组。" }
    var optionOverwriteKeys: String { "记录已有 sample_weight、p_test 和 cv_fold 时替换它们。" }
    var optionForceFolder: String { "替换输出文件夹里已有的结果。" }
    var optionTimings: String { "在标准错误上显示各阶段用了多少秒。" }
    var optionQuietAnalyze: String { "除错误外什么都不说；给出 --output 时连摘要也不打印。" }
    var argumentModel: String { "`textshift fit` 或 `textshift analyze` 写出的模型。" }
    var optionPlainJSON: String { "打印 JSON。" }
    var argumentFolderThere: String { "分析的文件夹：当时 --output 指定的那个；label-first 也可以是 score 写出的文件，或用 - 表示它的数据流。" }
    var optionMethod: String { "怎样取样本：resample、weighted、without-replacement、top、kfold、label-first 或 no-support。" }
    var optionSize: String { "集合的样本数。默认：与池相同；无放回时为池的有效样本量。" }
    var optionSplitPool: String { "集合从 TRAIN 的多大比例中抽取。默认：与分析相同。" }
    var optionSplitSeed: String { "换个种子，换个集合。默认：与分析相同。" }
    var optionParts: String { "kfold 的份数，至少 2。" }
    var optionCompare: String { "显示各种取法：有效样本量，以及判别器能否把集合与 TEST 分开。" }
    var optionSplitOutput: String { "文件的文件夹，不存在就新建。不给就不写任何文件。" }
    var argumentScoreFiles: String { "要打分的文件，依次读取：JSON lines、JSON、SQuAD、CSV、TSV、CoNLL 或纯文本，也可以是 gzip。默认：-，即标准输入。" }
    var optionModel: String { "模型。" }
    var optionScoreField: String { "模型的字段在这些记录的哪里，可多次给出。默认：与拟合时相同。" }
    var optionOnlyScores: String { "只写两个数，每条记录一个对象。" }
    var optionScoreGzip: String { "写成 gzip。" }
    var optionDiagnosedLabel: String { "TRAIN 里的标签字段。" }
    var optionPredictions: String {
        "模型对没有用来训练的训练样本的预测：带标识或样本序号的记录，以及 \"probabilities\"（每类一个数的对象）或 \"prediction\"。默认：基于判别器特征的分类器。"
    }
    var optionTestPredictions: String { "同一模型对测试样本的预测。" }
    var optionLabelledTest: String { "有标签的测试样本，可多次给出。" }
    var optionPriorWeights: String { "写出有标签的训练样本，以类别先验权重作 sample_weight；- 表示标准输出。" }
}
