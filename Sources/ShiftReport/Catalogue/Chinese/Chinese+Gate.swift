extension ChineseCatalogue: GateCatalogue {
    var gateColumns: String { "| 门槛 | 实测 | 限值 | 结果 |" }
    var pass: String { "通过" }
    var fail: String { "**未通过**" }
    func gateReason(name: String, message: String, reason: String) -> String { "\(name)：\(message)：\(reason)" }
    func gateMessage(found: String, limit: String) -> String { "\(found)，应为\(limit)" }
    var areaMeaning: String { "测试样本比训练样本更像测试集的概率" }
    func countOfRows(count: String) -> String { "\(count) 条" }
    var effectiveMeaning: String { "加权后的样本相当于多少条不加权的样本" }
    var noSupportMeaning: String { "训练集未覆盖的测试样本" }
    var duplicatesMeaning: String { "训练集里也有的测试样本，一字不差或几乎相同" }
    var weightsFail: String { "权重不可信：" }
    func atLeast(limit: String) -> String { "至少 \(limit)" }
    func atMost(limit: String) -> String { "至多 \(limit)" }
    var notKnown: String { "未知" }
    var tooFewGroupsToJudge: String { "有一边的分组太少，无法判断" }
}
