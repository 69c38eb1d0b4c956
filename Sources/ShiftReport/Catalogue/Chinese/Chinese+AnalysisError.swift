import Foundation
import ShiftModel
import ShiftPipeline
import TextRecords

/// The wording of why an analysis could not be made or used.
extension ChineseCatalogue {
    func text(_ error: AnalysisError) -> String {
        switch error {
        case .noFields(let leftOut, let renamed):
            "错误：没有可以比较的字段："
                + (leftOut.isEmpty
                    ? "一个字段也没有" : leftOut.map { printable("\($0.name)（\(reason($0.reason))）") }.joined(separator: "、"))
                + (renamed.map {
                    "；如果训练集的“\(printable($0.train))”就是测试集的“\(printable($0.test))”，请写明："
                        + "--test-field \(printable($0.train))=\(printable($0.test))"
                } ?? "；请用 --field 指定一个")
        case .keyAbsent(let option, let key, let path, let available):
            "\(path): 错误：没有记录有 \(option) 指定的键“\(key)”；\(list(available))"
        case .tooManyRows(let found, let maximum):
            "错误：拟合要用 \(found) 条样本，至多 \(maximum) 条；请调低 --fit-rows"
        case .reviewMalformed(let place, let key):
            "\(at(place)): 错误：审阅的样本要有 \"file\"、\"line\" 和 \"mark\"；\"\(key)\" 缺失或类型不对；请从 report.html 重新下载审阅结果"
        case .reviewedRowAbsent(let place, let file, let line):
            "\(at(place)): 错误：输入里没有样本 \(printable(file)):\(line)；请给出当时审阅的文件，或删去这一行"
        case .reviewedRowDiffers(let place, let file, let line, let found, let expected):
            "\(at(place)): 错误：样本 \(printable(file)):\(line) \(found.map { "的标识是“\(printable($0))”" } ?? "没有标识")，应为"
                + "“\(printable(expected))”：文件在审阅之后变了"
        case .reviewedIDAbsent(let place, let file, let line, let id):
            "\(at(place)): 错误：\(printable(file)):\(line) 没有标识为“\(printable(id))”的样本：文件在审阅之后变了，或标识在另一个键下（--id）"
        case .reviewedLineAmbiguous(let place, let file, let line, let id):
            "\(at(place)): 错误：\(printable(file)):\(line) 有多条样本，"
                + (id.map { "标识“\(printable($0))”的不止一条" } ?? "而标记没有 \"id\" 来指明是哪一条")
                + "；请给每条样本各自的标识（--id），或各占一行，再重新审阅"
        case .reviewedRowAmbiguous(let place, let file, let line):
            "\(at(place)): 错误：多个输入都有样本 \(printable(file)):\(line)；请给文件改名，再重新审阅"
        case .nothingLeft(let path, let review):
            "\(path): 错误：\(review) 丢弃了全部样本，没有可比较的了"
        case .tooFewGroups(let path, let found, let minimum):
            "\(path): 错误：样本只有 \(found) 组，要植入偏移至少需要 \(minimum) 组；请提供更多样本，或用 --group 换一个键"
        case .diagnosedLabelAbsent(let key, let path, let available):
            "\(path): 错误：没有记录有标签“\(printable(key))”；请指定其他字段；\(list(available))"
        case .inputsUnknown(let folder, let side, let isStandardInput):
            "\(folder): 错误："
                + (isStandardInput ? "\(side) 当时是标准输入，不能再读一遍" : "没有记下 \(side) 在哪里") + "；请用 --\(side) 指定文件"
        case .inputLost(let path, let folder, let side):
            "\(path): 错误：\(folder) 所用的这个文件已经不在了；请用 --\(side) 说明 \(side) 的文件现在在哪里"
        case .inputCount(let folder, let side, let found, let expected):
            "\(folder): 错误：分析时 \(side) 有 \(expected) 个文件，现在给了 \(found) 个；请用 --\(side) 按同样的次序给出全部"
        case .inputDiffers(let path, let folder, let found, let expected):
            "\(path): 错误：文件在 \(folder) 生成之后变了（\(found)，应为 \(expected)）；"
                + "请重新运行 textshift analyze，或用 --train 或 --test 指定当时分析的文件"
        case .modelOfOtherAnalysis(let path):
            "\(path): 错误：模型与旁边的报告不是一起生成的；请重新运行 textshift analyze"
        case .modelRefused(let path, let error):
            "\(path): 错误：\(text(error))"
        case .fieldUnknown(let name, let available):
            "错误：模型不看字段“\(printable(name))”；它看的字段，\(list(available))：请给 --field NAME=KEY.PATH，NAME 用其中之一"
        case .fieldsAbsent(let path, let fields, let records, let available):
            "\(path): 错误：有 \(records) 条记录，但都没有模型要看的字段"
                + "（\(fields.map(printable).joined(separator: "、"))）；\(list(available))：请用 --field NAME=KEY.PATH 对应一个"
        case .labelIsField(let key, let folder):
            "\(folder): 错误：分析比较过字段“\(printable(key))”，它不能再作标签；请加上 --label \(printable(key)) 重新运行 textshift analyze"
        case .labelIsNoClass(let key):
            "错误：“\(printable(key))”不是类别，或各类分不开，因此没有类别先验权重；请去掉它（diagnose 的 --weights），或用 --weight ratio"
        case .classesNotTold(let key, let found, let minimum, let worst, let share):
            "错误：“\(printable(key))”的各个类别分得不够清楚，不能用 --weight class-prior：混淆矩阵的最小奇异值是 \(NumberText.fixed(found, 3))，至少要 "
                + "\(NumberText.fixed(minimum, 1))（“\(printable(worst))”只认出 \(NumberText.percent(share))）；请用 --predictions 和 "
                + "--test-predictions 给出更好的模型的预测，或者用 --weight ratio"
        case .splitTooLarge(let found, let maximum):
            "错误：要了 \(found) 条样本或份数，这里至多 \(maximum)（语料比拟合的大时，指抽样的样本）；请调低 --size 或 --folds，"
                + "或提高 --pool，或用更大的 --fit-rows 和 --fit-memory 重新分析"
        case .labelledTooFew(let path, let found, let least):
            "\(path): 错误：只有 \(found) 条已标注的测试样本，至少要 \(least) 条"
        case .sourcesTooFew(let path, let key, let found, let enough, let least):
            "\(path): 错误：“\(printable(key))”的 \(found) 个取值中，只有 \(enough) 个有 \(least) 条有分数且自成各组的样本；--by 至少要两个。"
                + "时间可以归并（--period month、quarter 或 year），或换一个字段"
        case .sourcesNoTimes(let path, let key, let found):
            "\(path): 错误：“\(printable(key))”里有“\(printable(found))”，它不是时间，或者不够精确，不能用这个 --period；去掉 --period 就按原值区分"
        case .labelledOtherStrata(let place):
            "\(at(place)): 错误：这条样本抽取时所在的层与现在不同：请给出那次抽取所用的置信度"
        case .labelledStratumRows(let place, let stratum, let found, let expected):
            "\(at(place)): 错误：\"\(LabelFirst.stratumRowsKey)\" 的值是 \(NumberText.whole(Int(clamping: Int64(found))))，应为 "
                + "\(NumberText.whole(Int(clamping: Int64(expected))))，与第 \(stratum) 层的其他样本和标签数一致"
        case .labelledPart(let path, let found, let expected):
            "\(path): 错误：按入样概率，这些样本代表 \(NumberText.whole(Int(clamping: Int64(min(found, 1e15))))) 条测试样本，而测试集有 "
                + "\(NumberText.whole(expected)) 条；请给出 --method label-first 抽取的全部样本，并保留它添加的字段"
        case .nothingUnsupported(let folder):
            "\(folder): 错误：没有训练集未覆盖的测试样本；请用 --method label-first 抽取"
        case .shiftNotDropped(let bound, let reached, let terms):
            "错误：AUC 降不到 --drop-shifted \(bound) 以下：剔除 \(terms) 个词之后是 \(String(format: "%.3f", reached))，"
                + "再剔一轮就几乎什么都不剩了；没有加权。请给更高的界，或用 --field 换其他字段"
        case .scoreKeyAbsent(let path, let key, let available):
            "\(path): 错误：没有记录有键“\(printable(key))”；\(list(available))"
        case .corpusIDAbsent(let path, let key, let corpus):
            "\(path): 错误：它的记录有“\(printable(key))”，\(corpus) 的没有；请用 --id 指定标识，或在 \"\(ScoreFile.rowKey)\" 里给出从 0 起的样本序号"
        case .scoreIDMissing(let place, let key):
            "\(at(place)): 错误：“\(printable(key))”里没有文本或数字，每条记录都应有样本的标识"
        case .idRepeated(let place, let id, let first):
            "\(at(place)): 错误：关于“\(printable(id))”的第二条记录，第一条在第 \(first.line) 行；请只留一条；"
                + "如果分数就是 validation.jsonl 的，请加 --drawn"
        case .idsUnknown(let place, let ids, let count, let key, let corpus):
            "\(at(place)): 错误：\(corpus) 没有样本的“\(printable(key))”是 \(some(ids))"
                + (count > ids.count ? "（另有 \(count - ids.count) 个）" : "") + "；请给出它的样本的分数"
        case .idAmbiguous(let place, let id, let first, let second):
            "\(at(place)): 错误：两条样本的标识都是“\(printable(id))”：\(at(first)) 和 \(at(second))；"
                + "请用 --id 指定其他字段，或在 \"\(ScoreFile.rowKey)\" 里给出从 0 起的样本序号"
        case .rowOutOfRange(let place, let found, let rows, let corpus):
            "\(at(place)): 错误：\"\(ScoreFile.rowKey)\" 是 \(printable(found))，应为 0–\(rows - 1)：\(corpus) 的样本从 0 数起"
        case .countDiffers(let path, let found, let expected, let corpus):
            "\(path): 错误：有 \(found) 条没有 \"id\" 或 \"\(ScoreFile.rowKey)\" 的记录，按 \(corpus) 应为 \(expected) 条；"
                + "请给每条记录加上样本的标识，或在 \"\(ScoreFile.rowKey)\" 里给出从 0 起的样本序号"
        case .valueMissing(let place, let key, let found):
            "\(at(place)): 错误：“\(printable(key))”是\(name(found))，应有一个值；没有值就请去掉这条记录"
        case .notANumber(let place, let key, let found):
            "\(at(place)): 错误：\(key.map { "“\(printable($0))”是 " } ?? "")\(printable(found))，应为有限的数；没有就请去掉这条记录"
        case .outOfRange(let place, let key, let found, let minimum, let maximum):
            "\(at(place)): 错误：“\(printable(key))”是 \(NumberText.typed(found))，应为 "
                + (maximum.isFinite
                    ? "\(NumberText.typed(minimum))–\(NumberText.typed(maximum))" : "\(NumberText.typed(minimum)) 或更大")
        case .notWhole(let place, let key, let found):
            "\(at(place)): 错误：\"\(printable(key))\" 的值是 \(found)，应为整数"
        case .figureNotFinite(let member):
            "错误：\(printable(member)) 算出来不是有限的数，什么都没有写；请给出大小相差不那么悬殊的数"
        case .positiveUnknown(let path, let key, let positive, let labels):
            "\(path): 错误：“\(printable(key))”被当作“\(printable(positive))”的概率，但没有样本是这个标签；标签是\(some(labels))；"
                + "请用 --positive 指明是哪一个"
        case .predictionsAreNoLabels(let path, let key, let predicted, let labels):
            "\(path): 错误：“\(printable(key))”里是\(some(predicted))，它们不是标签：标签是\(some(labels))；"
                + "请给出预测的标签，或用 --probability 指定概率"
        case .noMetrics(let path, let available):
            "\(path): 错误：没有字段在每条记录里都是数，也没有 \"prediction\"；请用 --metric NAME=KEY 指定指标，"
                + "或用 --label 和 --prediction 指定标签和预测；\(list(available))"
        case .notTheDrawnSet(let path, let found, let expected, let unknown):
            "\(path): 错误："
                + (unknown.map { "“\(printable($0))”抽到的次数与这里不同" } ?? "有 \(found) 条记录")
                + "，应为 validation.jsonl 的 \(expected) 行各一条，重复的也算；训练样本的分数请不要加 --drawn"
        case .drawnSetStreamed(let path):
            "\(path): 错误：分析是在训练样本的抽样上拟合的，验证集里还有其他样本，它们的分组未知：--drawn 需要把全部训练集用于拟合的分析"
                + "（--fit-rows、--fit-memory）；否则请给出带 \"id\" 的训练样本分数"
        case .idsNeeded(let path):
            "\(path): 错误：分析是在训练样本的抽样上拟合的，样本只能按标识辨认；请在每条记录里给出 \"id\""
        case .severalModels(let path, let option):
            "\(path): 错误：有多个模型的分数时，\(option) 需要 SCORES 和 --test-confidences 里每条样本、每个模型各一条记录，并写明模型（\"model\"，或 --model KEY）；"
                + "也可以逐个给出各模型"
        case .probabilitiesSum(let place, let key, let found):
            "\(at(place)): 错误：“\(printable(key))”里的概率之和是 \(NumberText.fixed(found, 3))，应为 1；请给出所有互斥类别的概率"
        case .probabilitiesCount(let place, let key, let found, let classes):
            "\(at(place)): 错误：“\(printable(key))”有 \(found) 个数，应有 \(classes.count) 个，"
                + "依次对应\(some(Array(classes.prefix(4))))\(classes.count > 4 ? "等" : "")；也可以给出每个类别一个数的对象"
        case .noRows(let path):
            "\(path): 错误：没有记录对应可用的样本"
        case .stopped:
            "错误：已停止；什么都没有写"
        }
    }
}
