import Foundation
import ImportanceWeights
import ShiftModel
import Statistics
import TextTokens

/// The wording of what is wrong with a model, a weighting or ICU.
extension ChineseCatalogue {
    func text(_ error: ModelError) -> String {
        switch error {
        case .unreadable(let code) where code == ENOENT:
            "没有这个模型；请用 textshift fit TRAIN TEST --model FILE 生成"
        case .unreadable(let code): "不能读取模型：\(reason(code))"
        case .notAModel: "这不是 textshift 的模型，应为 textshift fit 或 analyze 写出的文件"
        case .olderFormat(let found, let oldest):
            "模型的格式是 \(found)，应为 \(oldest)：它由更旧的 textshift 写出；请重新拟合"
        case .newerFormat(let found, let newest):
            "模型的格式是 \(found)，应为 \(newest)：它由更新的 textshift 写出；请用那个版本，或重新拟合"
        case .truncated: "模型提前结束：它被截断了；请重新复制"
        case .altered: "模型的校验值不符：它被改动或损坏了；请重新复制"
        case .inconsistent: "模型的各部分互不相符；请重新拟合"
        case .beyondLimit(.fields, let found, let most):
            "模型有 \(found) 个字段，最多应为 \(most)：拟合不会产生这么多；请重新拟合"
        case .beyondLimit(.knots, let found, let most):
            "模型的校准有 \(found) 个节点，最多应为 \(most)：拟合不会产生这么多；请重新拟合"
        }
    }

    func text(_ error: WeightError) -> String {
        switch error {
        case .unknownWeighting(let name):
            "错误：--weight 的值是“\(name)”，应为 ratio、relative:ALPHA、clip:C、discriminator 或 class-prior"
        case .badParameter(let name, let found):
            "错误：--weight \(name) \(found.map { "的参数是“\($0)”" } ?? "没有参数")，应"
                + (name == "relative" ? "为 relative:0.1" : name == "clip" ? "为 clip:10" : "不带参数")
        case .parameterOutOfRange(let name, let found, let minimum, let maximum):
            "错误：--weight \(name):\(found) 超出范围，应为 \(minimum)–\(maximum)"
        case .poolOutOfRange(let found):
            "错误：--pool 的值是 \(found)，应为大于 0 且不超过 1 的比例"
        case .numbers(let error): text(error)
        }
    }

    func text(_ error: StatisticsError) -> String { "错误：\(error)；这是 textshift 的缺陷" }

    func text(_ error: TokenError) -> String {
        switch error {
        case .unavailable(let service, let status):
            "错误：ICU 不能\(service == .wordBoundaries ? "划分词界" : "折叠大小写")（\(status)）；请安装带数据的 ICU（libicu）"
        }
    }
}
