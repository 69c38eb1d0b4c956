extension ChineseCatalogue: PhraseCatalogue {
    var comma: String { "、" }
    var semicolon: String { "；" }
    var stop: String { "。" }
    var gap: String { "" }
    func quoted(_ name: String) -> String { "“\(name)”" }
    func bracketed(text: String) -> String { "（\(text)）" }
    func range(low: String, high: String) -> String { "\(low)–\(high)" }
    func andMore(count: Int, of all: Int) -> String { "等 \(NumberText.whole(all)) 个" }
    var yes: String { "是" }
    var no: String { "否" }
    var train: String { "训练集" }
    var test: String { "测试集" }
}
